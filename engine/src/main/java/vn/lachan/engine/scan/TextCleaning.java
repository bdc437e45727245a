package vn.lachan.engine.scan;

/**
 * Classes of characters, written out because the JDK's tables of Unicode are absent or heavy in the
 * browser. Only what a gate meets is distinguished.
 */
final class TextCleaning {
  private TextCleaning() {}

  static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }

  static boolean isDigits(String text) {
    for (int index = 0; index < text.length(); index++) {
      if (!isDigit(text.charAt(index))) {
        return false;
      }
    }
    return true;
  }

  static boolean isAsciiLetter(char character) {
    char upper = upperAscii(character);
    return upper >= 'A' && upper <= 'Z';
  }

  static char upperAscii(char character) {
    return character >= 'a' && character <= 'z' ? (char) (character - 'a' + 'A') : character;
  }

  /** Blanks of every width, tabulators and line ends. */
  static boolean isBlank(char character) {
    return character == ' '
        || (character >= '\t' && character <= '\r')
        || character == '\u00A0'
        || (character >= '\u2000' && character <= '\u200A')
        || character == '\u2028'
        || character == '\u2029'
        || character == '\u202F'
        || character == '\u205F'
        || character == '\u3000';
  }

  /** Blanks and what stands for a hyphen after a text went through a word processor. */
  static boolean isSeparator(char character) {
    return isBlank(character)
        || character == '-'
        || (character >= '\u2010' && character <= '\u2015')
        || character == '\u2212'
        || isInvisible(character);
  }

  /** Characters without width that change nothing about how a text is shown. */
  static boolean isInvisible(char character) {
    return character == '\u00AD'
        || (character >= '\u200B' && character <= '\u200D')
        || character == '\u2060'
        || character == '\uFEFF';
  }

  /** Marks, embeddings, overrides and isolates that turn the direction in which a text is shown. */
  static boolean isDirectionMark(char character) {
    return character == '\u061C'
        || character == '\u200E'
        || character == '\u200F'
        || (character >= '\u202A' && character <= '\u202E')
        || (character >= '\u2066' && character <= '\u2069');
  }

  static boolean isMarkup(char character) {
    return character == '<' || character == '>';
  }

  static boolean isCombining(char character) {
    return character >= '\u0300' && character <= '\u036F';
  }

  /**
   * Control characters, and the signs of a wrong decoding: the replacement character, half of a
   * surrogate pair, characters that Unicode keeps unassigned.
   */
  static boolean isUnreadable(String text, int index) {
    char character = text.charAt(index);
    return (character < ' ' && !isBlank(character))
        || (character >= '\u007F' && character <= '\u009F')
        || character >= '\uFFF0'
        || (character >= '\uFDD0' && character <= '\uFDEF')
        || isLoneSurrogate(text, index);
  }

  /** One blank between words, none at the ends, no invisible characters. */
  static String collapse(String text) {
    StringBuilder collapsed = new StringBuilder(text.length());
    boolean blankPending = false;
    for (int index = 0; index < text.length(); index++) {
      char character = text.charAt(index);
      if (isBlank(character)) {
        blankPending = !collapsed.isEmpty();
      } else if (!isInvisible(character)) {
        collapsed.append(blankPending ? " " : "").append(character);
        blankPending = false;
      }
    }
    return collapsed.toString();
  }

  static String trim(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isMargin(text.charAt(from))) {
      from++;
    }
    while (to > from && isMargin(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  /** A character for a message: itself where it can be seen, else its number as U+0000. */
  static String describe(int codePoint) {
    if ((codePoint > ' ' && codePoint < 0x7F) || (codePoint >= 0xC0 && codePoint < 0x250)) {
      return String.valueOf((char) codePoint);
    }
    StringBuilder number = new StringBuilder("U+");
    for (int shift = codePoint > 0xFFFF ? 20 : 12; shift >= 0; shift -= 4) {
      number.append("0123456789ABCDEF".charAt((codePoint >>> shift) & 15));
    }
    return number.toString();
  }

  private static boolean isMargin(char character) {
    return isBlank(character) || isInvisible(character);
  }

  private static boolean isLoneSurrogate(String text, int index) {
    char character = text.charAt(index);
    if (Character.isHighSurrogate(character)) {
      return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
    }
    return Character.isLowSurrogate(character)
        && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
  }
}
