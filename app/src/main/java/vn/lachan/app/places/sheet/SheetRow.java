package vn.lachan.app.places.sheet;

import java.util.List;

/**
 * One row that holds anything.
 *
 * @param line its number as a spreadsheet or an editor shows it, from 1
 * @param cells texts in Unicode form C without blanks at their ends; empty where nothing stands
 */
public record SheetRow(int line, List<String> cells) {
  public SheetRow {
    cells = List.copyOf(cells);
  }

  public String cell(int column) {
    return column < cells.size() ? cells.get(column) : "";
  }
}
