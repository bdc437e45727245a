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
  private static final char FIRST_NUMBER = '\u3000';
  private static final char FIRST_LETTER = '\u4000';

  private final String apart;
  private final StringBuilder letters = new StringBuilder();
  private final StringBuilder tones = new StringBuilder();

  private VietnameseOrder(String name) {
    String lower = name.strip().toLowerCase(Locale.ROOT);
    apart = Normalizer.normalize(lower, Normalizer.Form.NFD);
  }

  /** A string whose plain comparison gives the order. */
  static String key(String name) {
    return new VietnameseOrder(name).read();
  }

  private String read() {
    int i = 0;
    while (i < apart.length()) {
      i = Character.isDigit(apart.charAt(i)) ? appendNumber(i) : appendLetter(i);
    }
    return letters.append(TONES_BEGIN).append(tones).toString();
  }

  /** A number sorts by how many digits it has, then by the digits. */
  private int appendNumber(int from) {
    int end = from;
    while (end < apart.length() && Character.isDigit(apart.charAt(end))) {
      end++;
    }
    int start = from;
    while (start < end - 1 && apart.charAt(start) == '0') {
      start++;
    }
    letters.append((char) (FIRST_NUMBER + (end - start))).append(apart, start, end);
    return end;
  }

  /** A letter with the marks behind it: one of them may make it another letter, one is its tone. */
  private int appendLetter(int from) {
    char letter = apart.charAt(from);
    char tone = '0';
    int next = from + 1;
    while (next < apart.length()
        && Character.getType(apart.charAt(next)) == Character.NON_SPACING_MARK) {
      char mark = apart.charAt(next++);
      int rank = TONES.indexOf(mark);
      tone = rank >= 0 ? (char) ('1' + rank) : tone;
      letter = rank >= 0 ? letter : withQuality(letter, mark);
    }
    append(letter, tone);
    return next;
  }

  private void append(char letter, char tone) {
    int rank = LETTERS.indexOf(letter);
    if (rank >= 0) {
      letters.append((char) (FIRST_LETTER + rank));
      tones.append(tone);
    } else if (Character.isLetter(letter)) {
      letters.append((char) (FIRST_OTHER + letter));
    } else if (!letters.isEmpty() && letters.charAt(letters.length() - 1) != BETWEEN_WORDS) {
      letters.append(BETWEEN_WORDS);
    }
  }

  private static char withQuality(char letter, char mark) {
    return switch ("" + letter + mark) {
      case "a\u0306" -> 'ă';
      case "a\u0302" -> 'â';
      case "e\u0302" -> 'ê';
      case "o\u0302" -> 'ô';
      case "o\u031b" -> 'ơ';
      case "u\u031b" -> 'ư';
      default -> letter;
    };
  }
}
