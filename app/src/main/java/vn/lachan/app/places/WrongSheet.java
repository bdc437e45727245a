package vn.lachan.app.places;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.SheetWriter;
import vn.lachan.app.places.ImportRow.State;
import vn.lachan.app.places.sheet.SheetFile;
import vn.lachan.app.places.sheet.SheetRow;

/**
 * The wrong rows of an import as a spreadsheet, and back. The first column is the line in the file
 * that was uploaded; by it a corrected row finds its own.
 */
@Component
class WrongSheet {
  private static final int AT_ONCE = 200;
  private static final int HEADER_ROWS = 5;
  private static final Set<String> LINES = Set.of("dong", "line");

  private final ImportRowTable rowTable;
  private final ImportRows rows;
  private final ImportVault vault;

  WrongSheet(ImportRowTable rowTable, ImportRows rows, ImportVault vault) {
    this.rowTable = rowTable;
    this.rows = rows;
    this.vault = vault;
  }

  void write(
      ImportTable.Stored stored,
      ImportFrame frame,
      PlaceImports.WrongWords words,
      OutputStream out) {
    List<ImportField> fields = List.of(ImportField.values());
    List<String> header = new ArrayList<>(List.of(words.line()));
    fields.forEach(field -> header.add(words.field(field)));
    header.add(words.mistake());
    try (SheetWriter sheet = SheetWriter.open(out, words.title(), header, frame.zone())) {
      int after = 0;
      List<ImportRowTable.Stored> page = rowTable.page(stored.id(), State.WRONG, after, AT_ONCE);
      while (!page.isEmpty()) {
        for (ImportRowTable.Stored row : page) {
          sheet.row(cells(rows.shown(stored, row, frame), fields, words));
          after = row.line();
        }
        page = rowTable.page(stored.id(), State.WRONG, after, AT_ONCE);
      }
    }
  }

  /** Answers how many wrong rows it found again; they wait for an answer now. */
  int takeBack(ImportTable.Stored stored, SheetFile file) {
    var back = new Back(stored);
    file.read(
        0,
        row -> {
          back.take(row);
          return true;
        });
    return back.corrected;
  }

  private static List<String> cells(
      ImportRow row, List<ImportField> fields, PlaceImports.WrongWords words) {
    List<String> cells = new ArrayList<>(List.of(Integer.toString(row.line())));
    fields.forEach(field -> cells.add(safe(row.text(field))));
    cells.add(row.problems().stream().map(words::problem).collect(Collectors.joining("; ")));
    return cells;
  }

  /** The sheet's cells are texts; whoever saves them as CSV must not get formulas either. */
  private static String safe(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  private final class Back {
    private final ImportTable.Stored stored;
    private List<@Nullable ImportField> columns = List.of();
    private int lineColumn = -1;
    private int headerRows;
    private int corrected;

    Back(ImportTable.Stored stored) {
      this.stored = stored;
    }

    void take(SheetRow row) {
      if (lineColumn >= 0) {
        correct(row);
      } else if (headerRows++ < HEADER_ROWS) {
        readHeader(row);
      }
    }

    private void readHeader(SheetRow row) {
      for (int column = 0; column < row.cells().size(); column++) {
        if (LINES.contains(HeaderGuess.fold(row.cell(column)))) {
          lineColumn = column;
          columns = HeaderGuess.columns(row.cells());
        }
      }
    }

    private void correct(SheetRow row) {
      String number = row.cell(lineColumn);
      if (!number.matches("\\d{1,7}")) {
        return;
      }
      int line = Integer.parseInt(number);
      rowTable
          .hold(stored.id(), line)
          .filter(held -> held.state() == State.WRONG)
          .ifPresent(
              held -> {
                byte[] cells = vault.seal(stored, ImportCells.typed(texts(row)));
                rowTable.keep(stored.id(), line, State.WAITING, cells, null);
                corrected++;
              });
    }

    private Map<ImportField, String> texts(SheetRow row) {
      Map<ImportField, String> texts = new EnumMap<>(ImportField.class);
      ImportCells.of(row, columns)
          .texts()
          .forEach(
              (field, text) -> texts.put(field, text.startsWith("'") ? text.substring(1) : text));
      return texts;
    }
  }
}
