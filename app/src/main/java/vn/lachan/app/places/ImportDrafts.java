package vn.lachan.app.places;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.places.sheet.SheetFile;
import vn.lachan.app.places.sheet.SheetRow;

/**
 * How a table would be read: what was chosen, remembered or guessed, and its first rows so read.
 */
@Component
class ImportDrafts {
  private static final int UNKNOWN_TYPES_MOST = 40;

  private final ImportTable imports;
  private final ImportRows rows;

  ImportDrafts(ImportTable imports, ImportRows rows) {
    this.imports = imports;
    this.rows = rows;
  }

  ImportDraft draft(
      Actor actor,
      ImportTable.Stored stored,
      ImportView view,
      @Nullable ImportPlan wanted,
      SheetFile file,
      Instant now) {
    int sheet = wanted == null ? stored.plan().sheet() : wanted.sheet();
    if (sheet < 0 || sheet >= file.sheets().size()) {
      throw Refusal.invalid("places.import.refused.sheet");
    }
    var reading = new Reading(file, sheet);
    Chosen chosen = choose(actor, stored, wanted, reading, sheet);
    ImportFrame frame = rows.frame(actor, chosen.plan(), now);
    Map<String, Integer> lines = new HashMap<>();
    List<ImportRow> preview =
        reading.first.stream()
            .filter(row -> row.line() > chosen.plan().headerLine())
            .limit(PlaceImports.PREVIEW_ROWS)
            .map(row -> rows.judged(row, frame, lines))
            .toList();
    return new ImportDraft(
        view,
        file.sheets(),
        reading.header(chosen.plan().headerLine()),
        chosen.plan(),
        chosen.remembered(),
        reading.below(chosen.plan().headerLine()),
        unknownTypes(file, chosen.plan(), frame),
        preview);
  }

  /** The header's own hash: what a table of this shape is remembered by. */
  static byte[] fingerprint(List<String> header) {
    String folded = header.stream().map(HeaderGuess::fold).collect(Collectors.joining("\u0000"));
    try {
      return MessageDigest.getInstance("SHA-256").digest(folded.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  /** The first unit of the officer's; the same for those who work there too. */
  static int homeUnit(Actor actor) {
    List<Integer> units = actor.require(Permission.PLACES_REGISTER).units();
    return units.isEmpty() ? 0 : units.getFirst();
  }

  private record Chosen(ImportPlan plan, boolean remembered) {}

  private Chosen choose(
      Actor actor,
      ImportTable.Stored stored,
      @Nullable ImportPlan wanted,
      Reading reading,
      int sheet) {
    if (wanted != null && !wanted.columns().isEmpty()) {
      return new Chosen(wanted, false);
    }
    if (wanted == null && stored.isPlanned()) {
      return new Chosen(stored.plan(), false);
    }
    HeaderGuess guess = guess(actor, wanted, reading);
    List<String> header = reading.header(guess.line());
    Optional<ImportTable.Mapping> known = remembered(actor, header);
    boolean fits = known.filter(one -> one.columns().size() == header.size()).isPresent();
    List<@Nullable ImportField> columns = fits ? known.orElseThrow().columns() : guess.columns();
    boolean districts =
        fits ? known.orElseThrow().districts() : columns.contains(ImportField.DISTRICT);
    return new Chosen(
        new ImportPlan(
            sheet,
            guess.line(),
            columns.isEmpty() ? nothing(reading) : columns,
            districts,
            onlyCommune(actor),
            null),
        fits);
  }

  /** A header that is remembered counts before one that looks like a header. */
  private HeaderGuess guess(Actor actor, @Nullable ImportPlan wanted, Reading reading) {
    if (wanted != null && wanted.headerLine() > 0) {
      return new HeaderGuess(
          wanted.headerLine(), HeaderGuess.columns(reading.header(wanted.headerLine())));
    }
    HeaderGuess guess = HeaderGuess.of(reading.first);
    if (remembered(actor, reading.header(guess.line())).isPresent()) {
      return guess;
    }
    return reading.first.stream()
        .limit(HeaderGuess.ROWS_LOOKED_AT)
        .filter(row -> remembered(actor, row.cells()).isPresent())
        .findFirst()
        .map(row -> new HeaderGuess(row.line(), HeaderGuess.columns(row.cells())))
        .orElse(guess);
  }

  private Optional<ImportTable.Mapping> remembered(Actor actor, List<String> header) {
    return header.isEmpty()
        ? Optional.empty()
        : imports.mapping(fingerprint(header), actor.account(), homeUnit(actor));
  }

  private @Nullable Integer onlyCommune(Actor actor) {
    return rows.onlyCommune(actor);
  }

  private static List<@Nullable ImportField> nothing(Reading reading) {
    int width = reading.first.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    List<@Nullable ImportField> columns = new ArrayList<>();
    for (int column = 0; column < width; column++) {
      columns.add(null);
    }
    return columns;
  }

  private static List<String> unknownTypes(SheetFile file, ImportPlan plan, ImportFrame frame) {
    int column = plan.columns().indexOf(ImportField.TYPE);
    Set<String> unknown = new TreeSet<>();
    if (column >= 0) {
      file.read(
          plan.sheet(),
          row -> {
            String text = row.cell(column);
            if (row.line() > plan.headerLine() && !text.isEmpty() && frame.type(text) == null) {
              unknown.add(text);
            }
            return unknown.size() < UNKNOWN_TYPES_MOST;
          });
    }
    return List.copyOf(unknown);
  }

  /** The first rows of a sheet, and how many there are. */
  private static final class Reading {
    private static final int FIRST_ROWS = 100;

    private final List<SheetRow> first = new ArrayList<>();
    private int all;

    Reading(SheetFile file, int sheet) {
      file.read(
          sheet,
          row -> {
            if (first.size() < FIRST_ROWS) {
              first.add(row);
            }
            all++;
            return true;
          });
      if (first.isEmpty()) {
        throw Refusal.invalid("places.import.refused.empty");
      }
    }

    List<String> header(int line) {
      return first.stream()
          .filter(row -> row.line() == line)
          .findFirst()
          .map(SheetRow::cells)
          .orElse(List.of());
    }

    int below(int headerLine) {
      return all - (int) first.stream().filter(row -> row.line() <= headerLine).count();
    }
  }
}
