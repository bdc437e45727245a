package vn.lachan.app.places;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import vn.lachan.app.kernel.Refusal;

/** Public texts of places: cleaned when typed, folded for search. */
final class PlaceText {
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern SEPARATORS = Pattern.compile("[^a-z0-9\\p{L}]+");

  /** Control, invisible and direction characters, halves of pairs, private and unassigned ones. */
  private static final Pattern UNREADABLE = Pattern.compile("[\\p{C}&&[^\\s]]|\uFFFD");

  private PlaceText() {}

  /**
   * One blank between words, Unicode form C. What would show as something else than it is must be
   * typed again and is refused, not stripped.
   *
   * @param field the middle of the refusal's code: {@code places.refused.<field>-empty} and so on
   */
  static String clean(String typed, String field, int lengthMost) {
    if (typed.length() > 4 * lengthMost) {
      throw refused(field, "-too-long", lengthMost);
    }
    String text =
        BLANKS.matcher(Normalizer.normalize(typed, Normalizer.Form.NFC)).replaceAll(" ").strip();
    if (text.isEmpty()) {
      throw refused(field, "-empty");
    }
    if (text.length() > lengthMost) {
      throw refused(field, "-too-long", lengthMost);
    }
    if (text.indexOf('<') >= 0 || text.indexOf('>') >= 0) {
      throw refused(field, "-markup");
    }
    if (UNREADABLE.matcher(text).find()) {
      throw refused(field, "-unreadable");
    }
    return text;
  }

  /**
   * Small letters without accents, words separated by one blank: "Phở Hà, số 5" is "pho ha so 5".
   */
  static String fold(String text) {
    String apart = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    String plain = MARKS.matcher(apart).replaceAll("").replace('đ', 'd');
    return SEPARATORS.matcher(plain).replaceAll(" ").strip();
  }

  /** Each field has its own messages. */
  private static Refusal refused(String field, String what, Object... arguments) {
    String code = "places.refused." + field + what;
    return Refusal.invalid(code, arguments);
  }
}
