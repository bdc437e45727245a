package vn.lachan.app.places;

import java.util.List;

/**
 * A table before it is imported: how it would be read, and its first rows as they would be judged.
 *
 * @param header the texts of the header line, one a column
 * @param remembered whether the plan is what the officer, or somebody of the same unit, chose
 *     before for a table with this header
 * @param rows how many rows the table has below its header
 * @param unknownTypes texts in the column of kinds that mean no kind yet
 */
public record ImportDraft(
    ImportView view,
    List<String> sheets,
    List<String> header,
    ImportPlan plan,
    boolean remembered,
    int rows,
    List<String> unknownTypes,
    List<ImportRow> preview) {
  public ImportDraft {
    sheets = List.copyOf(sheets);
    header = List.copyOf(header);
    unknownTypes = List.copyOf(unknownTypes);
    preview = List.copyOf(preview);
  }
}
