package vn.lachan.app.gates;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import vn.lachan.app.kernel.Refusal;

/**
 * The plate of a vehicle. What fits none of the known forms is kept as it was typed, marked as not
 * checked: a wrong form must not hold a vehicle up.
 *
 * @param text capitals and digits only
 * @param checked whether it has the form of a Vietnamese plate; that it exists nobody knows
 */
record Plate(String text, boolean checked) {
  private static final int LETTERS_MOST = 16;

  /** Civil: province, series of one or two letters and perhaps a digit, four or five digits. */
  private static final Pattern CIVIL =
      Pattern.compile("(1[1-9]|[2-9]\\d)[A-HK-PR-VXYZ][A-Z]?\\d{4,6}");

  private static final Pattern ARMY = Pattern.compile("[A-Z]{2}\\d{4}");
  private static final Pattern DIPLOMATIC = Pattern.compile("\\d{5}(NG|QT|NN|CV)\\d{2}");

  /**
   * Reads what was typed, with or without points, hyphens and spaces.
   *
   * @throws Refusal {@code gates.refused.plate}
   */
  static Plate of(String typed) {
    String text =
        Normalizer.normalize(typed.toUpperCase(Locale.ROOT).replace('Đ', 'D'), Normalizer.Form.NFD)
            .replaceAll("[\\p{M}\\s.\\-]", "");
    if (text.isEmpty() || text.length() > LETTERS_MOST || !text.matches("[A-Z0-9]+")) {
      throw Refusal.invalid("gates.refused.plate");
    }
    boolean checked =
        CIVIL.matcher(text).matches()
            || ARMY.matcher(text).matches()
            || DIPLOMATIC.matcher(text).matches();
    return new Plate(text, checked);
  }

  /** For lists: the province and the last two characters. */
  static String masked(String text) {
    int shown = 2;
    return text.length() <= 2 * shown
        ? "•".repeat(text.length())
        : text.substring(0, shown) + "•••" + text.substring(text.length() - shown);
  }

  @Override
  public String toString() {
    return "Plate[***]";
  }
}
