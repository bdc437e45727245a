package vn.lachan.app.privacy;

/** One column, or all columns of a technical table, as the data catalogue describes it. */
public record CatalogueLine(
    String column,
    String personalClass,
    String purpose,
    String legalBasis,
    String retention,
    String end) {
  String activity() {
    return column.substring(0, column.indexOf('.'));
  }
}
