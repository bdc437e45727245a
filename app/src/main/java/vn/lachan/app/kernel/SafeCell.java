package vn.lachan.app.kernel;

import java.util.regex.Pattern;

/**
 * Text on its way into a spreadsheet. A cell that begins like a formula is computed by the program
 * that opens the file (OWASP, CSV injection); a leading apostrophe makes it show the text. A
 * program that splits at another sign than the one in the file sees cells begin inside a text too,
 * so what follows a semicolon, a tab or a line break gets one as well.
 */
public final class SafeCell {
  private static final Pattern FORMULA =
      Pattern.compile(
          "^(?=[\\t\\r\\n])"
              + "|(?:^|(?<=[;\\t\\n])|(?<=\\r)(?!\\n))(?=\\s*[=+\\-@\uff1d\uff0b\uff0d\uff20])");

  private SafeCell() {}

  public static String of(String text) {
    return FORMULA.matcher(text).replaceAll("'");
  }
}
