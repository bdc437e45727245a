package vn.lachan.app.units;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the reference files once. A line that breaks the format fails at once, because these files
 * are part of the program.
 */
final class ReferenceReader {
  private static final String UNITS = "units/units.tsv";
  private static final String LINEAGE = "units/lineage.tsv";
  private static final String SECTORS = "units/sectors.tsv";

  private final MessageDigest digest = sha256();

  /** The few days that thousands of rows repeat. */
  private final Map<String, LocalDate> days = new HashMap<>();

  ReferenceTable read() {
    List<Unit> units = units(rows(UNITS));
    List<Lineage> lineage = rows(LINEAGE).stream().map(ReferenceReader::lineage).toList();
    List<Sector> sectors = rows(SECTORS).stream().map(this::sector).toList();
    String version = HexFormat.of().formatHex(digest.digest());
    return new ReferenceTable(units, lineage, sectors, version);
  }

  /** Parents stand before their children in the file, so their locations are known by then. */
  private List<Unit> units(List<String[]> rows) {
    Map<Integer, Unit> byId = HashMap.newHashMap(rows.size());
    var units = new ArrayList<Unit>(rows.size());
    for (String[] row : rows) {
      Unit unit = unit(row, byId);
      units.add(unit);
      if (byId.put(unit.id(), unit) != null) {
        throw new IllegalStateException("two units have the number " + unit.id());
      }
    }
    return List.copyOf(units);
  }

  private Unit unit(String[] row, Map<Integer, Unit> byId) {
    Hierarchy hierarchy = Hierarchy.ofEra(Integer.parseInt(row[0]));
    int id = UnitNumbers.of(hierarchy, row[1]);
    Unit parent = row[4].isEmpty() ? null : byId.get(UnitNumbers.of(hierarchy, row[4]));
    if (parent == null && !row[4].isEmpty()) {
      throw new IllegalStateException("unit " + id + " stands before its parent " + row[4]);
    }
    return new Unit(
        id,
        row[1],
        UnitKind.ofKey(row[2]),
        row[3],
        parent == null ? null : parent.id(),
        date(row[5]),
        date(row[6]),
        location(row, parent));
  }

  private static Location location(String[] row, @Nullable Unit parent) {
    if (!row[7].isEmpty()) {
      return new Location(
          Double.parseDouble(row[7]), Double.parseDouble(row[8]), Location.Precision.OWN);
    }
    if (parent == null) {
      throw new IllegalStateException("province " + row[1] + " has no location");
    }
    Location above = parent.location();
    return above.precision() == Location.Precision.OWN
        ? new Location(above.latitude(), above.longitude(), Location.Precision.of(parent.level()))
        : above;
  }

  private static Lineage lineage(String[] row) {
    return new Lineage(
        UnitNumbers.of(Hierarchy.WITH_DISTRICTS, row[0]),
        UnitNumbers.of(Hierarchy.WITHOUT_DISTRICTS, row[1]),
        row[2].equals("full") ? Lineage.Extent.FULL : Lineage.Extent.PARTIAL,
        text(row[3]),
        Lineage.Origin.REFERENCE);
  }

  private Sector sector(String[] row) {
    return new Sector(
        row[0],
        row[1],
        row[2],
        date(row[3]),
        date(row[4]),
        text(row[5]),
        text(row[6]),
        row[7].equals("verified"));
  }

  private List<String[]> rows(String resource) {
    byte[] content = bytes(resource);
    digest.update(content);
    return new String(content, StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.startsWith("#"))
        .skip(1) // the column names
        .map(line -> line.split("\t", -1))
        .toList();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java has SHA-256", missing);
    }
  }

  private static byte[] bytes(String resource) {
    try (InputStream in = ReferenceReader.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing from the program");
      }
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private @Nullable LocalDate date(String text) {
    return text.isEmpty() ? null : days.computeIfAbsent(text, LocalDate::parse);
  }

  private static @Nullable String text(String text) {
    return text.isEmpty() ? null : text;
  }
}
