package vn.lachan.app.kernel;

/**
 * Text on its way into a spreadsheet. A cell that begins like a formula is computed by the program
 * that opens the file (OWASP, CSV injection); a leading apostrophe makes it show the text.
 */
public final class SafeCell {
  private static final String FORMULA_STARTS = "=+-@\t\r\n";

  private SafeCell() {}

  public static String of(String text) {
    boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    return formula ? "'" + text : text;
  }
}
