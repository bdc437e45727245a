package vn.lachan.app.units;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.Locale;

/**
 * The Vietnamese order of CLDR: letters first (a ă â b c d đ e ê … o ô ơ … u ư …), then tones
 * (level, huyền, hỏi, ngã, sắc, nặng), with two additions that lists of units need: a space stands
 * before any letter, and numbers go by their value, so that "Quận 2" stands before "Quận 10". The
 * JDK's own collator ignores spaces, puts 10 before 2, and orders by code point wherever the locale
 * data are not installed.
 */
final class VietnameseOrder {
  static final Comparator<String> OF_NAMES =
      Comparator.comparing(VietnameseOrder::key).thenComparing(Comparator.naturalOrder());

  static final Comparator<Unit> OF_UNITS =
      Comparator.comparing(Unit::name, OF_NAMES).thenComparing(Unit::kind).thenComparing(Unit::id);

  /** Each letter with its quality mark but without its tone, as composed characters. */
  private static final String LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";

  private static final String TONES = "\u0300\u0309\u0303\u0301\u0323";
  private static final char TONES_BEGIN = '\u0001';
  private static final char BETWEEN_WORDS = '\u0002';
  private static final char FIRST_OTHER = '\u0100';
  private static final char FIRST_NUMBER = '\u1000';
  private static final char FIRST_LETTER = '\u4000';

  private VietnameseOrder() {}

  /** A string whose plain comparison gives the order. */
  static String key(String name) {
    String text = withTonesApart(name.strip());
    var letters = new StringBuilder();
    var tones = new StringBuilder();
    for (int i = 0; i < text.length(); ) {
      char c = text.charAt(i);
      if (Character.isDigit(c)) {
        i = appendNumber(text, i, letters);
      } else if (TONES.indexOf(c) >= 0) {
        setLastTone(tones, c);
        i++;
      } else {
        appendLetter(c, letters, tones);
        i++;
      }
    }
    return letters.append(TONES_BEGIN).append(tones).toString();
  }

  /** Lower case, quality marks composed with their letters, tones as characters of their own. */
  private static String withTonesApart(String name) {
    String apart = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    return apart
        .replaceAll("([\u0323])([\u0302\u0306\u031b])", "$2$1")
        .replace("a\u0306", "ă")
        .replace("a\u0302", "â")
        .replace("e\u0302", "ê")
        .replace("o\u0302", "ô")
        .replace("o\u031b", "ơ")
        .replace("u\u031b", "ư");
  }

  /** A number sorts by how many digits it has, then by the digits. */
  private static int appendNumber(String text, int from, StringBuilder letters) {
    int end = from;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    int start = from;
    while (start < end - 1 && text.charAt(start) == '0') {
      start++;
    }
    letters.append((char) (FIRST_NUMBER + (end - start))).append(text, start, end);
    return end;
  }

  private static void setLastTone(StringBuilder tones, char tone) {
    if (!tones.isEmpty()) {
      tones.setCharAt(tones.length() - 1, (char) ('1' + TONES.indexOf(tone)));
    }
  }

  private static void appendLetter(char c, StringBuilder letters, StringBuilder tones) {
    int rank = LETTERS.indexOf(c);
    if (rank >= 0) {
      letters.append((char) (FIRST_LETTER + rank));
      tones.append('0');
    } else if (Character.isLetter(c)) {
      letters.append((char) (FIRST_OTHER + c));
    } else if (!letters.isEmpty() && letters.charAt(letters.length() - 1) != BETWEEN_WORDS) {
      letters.append(BETWEEN_WORDS);
    }
  }
}
