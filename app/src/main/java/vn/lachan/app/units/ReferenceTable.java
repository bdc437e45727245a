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
 * The committed reference data as read from {@code units/*.tsv}; each file's head says what its
 * columns mean and where the facts come from. A line that breaks the format fails at once, because
 * these files are part of the program. {@code version} is a hash over all three.
 */
record ReferenceTable(
    List<Unit> units, List<Lineage> lineage, List<Sector> sectors, String version) {
  private static final String UNITS = "units/units.tsv";
  private static final String LINEAGE = "units/lineage.tsv";
  private static final String SECTORS = "units/sectors.tsv";

  static ReferenceTable load() {
    List<Unit> units = units(rows(UNITS));
    List<Lineage> lineage = rows(LINEAGE).stream().map(ReferenceTable::lineage).toList();
    List<Sector> sectors = rows(SECTORS).stream().map(ReferenceTable::sector).toList();
    return new ReferenceTable(units, lineage, sectors, hash());
  }

  /** Parents stand before their children in the file, so their locations are known by then. */
  private static List<Unit> units(List<String[]> rows) {
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

  private static Unit unit(String[] row, Map<Integer, Unit> byId) {
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

  private static Sector sector(String[] row) {
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

  private static List<String[]> rows(String resource) {
    String content = new String(bytes(resource), StandardCharsets.UTF_8);
    return content
        .lines()
        .filter(line -> !line.startsWith("#"))
        .skip(1) // the column names
        .map(line -> line.split("\t", -1))
        .toList();
  }

  private static String hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String resource : List.of(UNITS, LINEAGE, SECTORS)) {
        digest.update(bytes(resource));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java has SHA-256", missing);
    }
  }

  private static byte[] bytes(String resource) {
    try (InputStream in = ReferenceTable.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing from the program");
      }
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static @Nullable LocalDate date(String text) {
    return text.isEmpty() ? null : LocalDate.parse(text);
  }

  private static @Nullable String text(String text) {
    return text.isEmpty() ? null : text;
  }
}
