package vn.lachan.app.places.sheet;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether words with accents can be Vietnamese: a beginning, vowels, an end, and at most one tone,
 * which before c, ch, p and t is the rising or the heavy one. Text in a wrong encoding breaks this
 * in most of its words, which is how the right one is recognised.
 */
final class Spelling {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
  private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";
  private static final Pattern SYLLABLE =
      Pattern.compile(
          "(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?"
              + "(?:iêu|yêu|uyê|uya|uyu|oai|oao|oay|oeo|uây|uôi|ươi|ươu|"
              + "ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|oo|ôi|ơi|ua|uâ|uê|ui|uô|uơ|uy|ưa|ưi|"
              + "ươ|ưu|yê|[aăâeêioôơuưy])"
              + "(ch|ng|nh|[cmnpt])?");

  private int fitting;
  private int others;

  private Spelling() {}

  /** How many words with accents fit, and how many do not. */
  record Score(int fitting, int others) {
    /** At least three words of four. */
    boolean isConvincing() {
      return fitting > 0 && fitting >= 3 * others;
    }
  }

  static Score of(String text) {
    var spelling = new Spelling();
    Matcher words = WORD.matcher(text);
    while (words.find()) {
      spelling.count(words.group());
    }
    return new Score(spelling.fitting, spelling.others);
  }

  private void count(String word) {
    boolean accented = word.chars().anyMatch(c -> c > 0x7f);
    if (accented && fits(word)) {
      fitting++;
    } else if (accented) {
      others++;
    }
  }

  private static boolean fits(String word) {
    String apart = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    var letters = new StringBuilder();
    var tones = new StringBuilder();
    for (int i = 0; i < apart.length(); i++) {
      char c = apart.charAt(i);
      (TONES.indexOf(c) < 0 ? letters : tones).append(c);
    }
    Matcher syllable = SYLLABLE.matcher(Normalizer.normalize(letters, Normalizer.Form.NFC));
    if (tones.length() > 1 || !syllable.matches()) {
      return false;
    }
    String end = syllable.group(1);
    boolean stopped = end != null && "c ch p t".contains(end);
    return !stopped || tones.isEmpty() || "\u0301\u0323".indexOf(tones.charAt(0)) >= 0;
  }
}
