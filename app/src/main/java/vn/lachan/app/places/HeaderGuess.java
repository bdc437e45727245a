package vn.lachan.app.places;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.places.sheet.SheetRow;

/**
 * Which row of a table is its header, and what its columns are, by their names. Each field is given
 * once; a name that fits whole counts before one that only contains the words.
 *
 * @param line the header's line; 0 where no row looks like one
 * @param columns a field a column, null where none fits
 */
record HeaderGuess(int line, List<@Nullable ImportField> columns) {
  static final int ROWS_LOOKED_AT = 20;

  static HeaderGuess of(List<SheetRow> rows) {
    var best = new HeaderGuess(0, List.of());
    for (SheetRow row : rows.subList(0, Math.min(rows.size(), ROWS_LOOKED_AT))) {
      HeaderGuess guess = new HeaderGuess(row.line(), columns(row.cells()));
      if (guess.known() > best.known()) {
        best = guess;
      }
    }
    return best.known() < 2 ? new HeaderGuess(0, List.of()) : best;
  }

  static List<@Nullable ImportField> columns(List<String> headers) {
    List<String> folded = headers.stream().map(HeaderGuess::fold).toList();
    List<@Nullable ImportField> columns = new ArrayList<>();
    folded.forEach(header -> columns.add(null));
    Set<ImportField> taken = EnumSet.noneOf(ImportField.class);
    assign(folded, columns, taken, true);
    assign(folded, columns, taken, false);
    return columns;
  }

  /** A header without what stands beside the name: "Số điện thoại (*)", "1. Tên cơ sở". */
  static String fold(String header) {
    String bare = header.replaceAll("\\([^)]*\\)|\\[[^\\]]*\\]", " ");
    return PlaceText.fold(bare).replaceFirst("^\\d+ (?=\\D)", "");
  }

  private static void assign(
      List<String> headers,
      List<@Nullable ImportField> columns,
      Set<ImportField> taken,
      boolean whole) {
    for (ImportField field : ImportField.values()) {
      for (String name : field.headers()) {
        for (int column = 0; column < headers.size(); column++) {
          String header = headers.get(column);
          boolean fits = whole ? header.equals(name) : contains(header, name);
          if (fits && columns.get(column) == null && !taken.contains(field)) {
            columns.set(column, field);
            taken.add(field);
          }
        }
      }
    }
  }

  /** Words of one name inside a longer header; names of one word are too common for that. */
  private static boolean contains(String header, String name) {
    return name.indexOf(' ') > 0 && (" " + header + " ").contains(" " + name + " ");
  }

  private long known() {
    return columns.stream().filter(column -> column != null).count();
  }
}
