package vn.lachan.app.places.sheet;

import java.text.Normalizer;

/**
 * Text for the fonts "VNI-Times" and their like: a plain letter followed by a second character that
 * is its accent, seen as characters of Latin-1; some letters have a character of their own.
 */
final class Vni {
  private static final String WHOLE = "ñÑíÍìÌæÆóÓòÒôÔöÖîÎ";
  private static final String LETTERS = "đĐíÍìÌỉỈĩĨịỊơƠưƯỵỴ";

  /** Each accent character and the marks that it means after a letter that can bear them. */
  private static final String ACCENTS = "ùøûõïâáàåãäêéèúüë";

  private static final String[] MARKS = {
    "\u0301",
    "\u0300",
    "\u0309",
    "\u0303",
    "\u0323",
    "\u0302",
    "\u0302\u0301",
    "\u0302\u0300",
    "\u0302\u0309",
    "\u0302\u0303",
    "\u0302\u0323",
    "\u0306",
    "\u0306\u0301",
    "\u0306\u0300",
    "\u0306\u0309",
    "\u0306\u0303",
    "\u0306\u0323"
  };

  /** The first five may follow any vowel, the next six a, e and o, the rest only a. */
  private static final int TONES = 5;

  private static final int CIRCUMFLEXES = 11;

  private Vni() {}

  static String read(String text) {
    var letters = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char base = letter(text.charAt(i));
      String marks = i + 1 < text.length() ? marks(base, text.charAt(i + 1)) : "";
      if (marks.isEmpty()) {
        letters.append(base);
      } else {
        letters.append(Normalizer.normalize(base + marks, Normalizer.Form.NFC));
        i++;
      }
    }
    return letters.toString();
  }

  private static char letter(char c) {
    int at = WHOLE.indexOf(c);
    return at < 0 ? c : LETTERS.charAt(at);
  }

  private static String marks(char base, char accent) {
    int at = ACCENTS.indexOf(Character.toLowerCase(accent));
    if (at < 0) {
      return "";
    }
    String bearers = at < TONES ? "aeouyơư" : at < CIRCUMFLEXES ? "aeo" : "a";
    return bearers.indexOf(Character.toLowerCase(base)) < 0 ? "" : MARKS[at];
  }
}
