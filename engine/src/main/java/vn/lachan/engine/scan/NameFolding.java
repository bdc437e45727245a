package vn.lachan.engine.scan;

/**
 * Folds a name to plain capital letters, so that one person typed with and without accents,
 * composed or not, is found as one. The tables give the base letter of each precomposed Latin
 * letter, a star where there is none; combining marks fall away by themselves.
 */
final class NameFolding {
  private static final char LATIN_FIRST = '\u00C0';
  private static final String LATIN_BASES =
      "AAAAAA*CEEEEIIIIDNOOOOO*OUUUUY**AAAAAA*CEEEEIIIIDNOOOOO*OUUUUY*Y"
          + "AAAAAACCCCCCCCDDDDEEEEEEEEEEGGGGGGGGHHHHIIIIIIIIII**JJKK*LLLLLL*"
          + "*LLNNNNNN***OOOOOO**RRRRRRSSSSSSSSTTTTTTUUUUUUUUUUUUWWYYYZZZZZZ*";
  private static final char VIETNAMESE_FIRST = '\u1EA0';
  private static final String VIETNAMESE_BASES =
      "AAAAAAAAAAAAAAAAAAAAAAAAEEEEEEEEEEEEEEEEIIIIOOOOOOOOOOOOOOOOOOOO"
          + "OOOOUUUUUUUUUUUUUUYYYYYYYY";
  private static final char NO_BASE = '*';

  private NameFolding() {}

  /**
   * Letters without accents in capitals, digits, single blanks. Apostrophes and combining marks
   * vanish (H'Hen is HHEN), other punctuation separates words (Y-Bion is Y BION). A letter of
   * another script stays as it is.
   */
  static String fold(String name) {
    StringBuilder folded = new StringBuilder(name.length());
    for (int index = 0; index < name.length(); index++) {
      appendFolded(folded, name.charAt(index));
    }
    return TextCleaning.collapse(folded.toString());
  }

  /** True for what can be part of a written name's substance: no digit, mark or punctuation. */
  static boolean isLetter(char character) {
    if (character < LATIN_FIRST) {
      return TextCleaning.isAsciiLetter(character);
    }
    boolean punctuation =
        character == '\u00D7'
            || character == '\u00F7'
            || (character >= '\u2000' && character <= '\u2BFF')
            || (character >= '\u3000' && character <= '\u303F');
    return !punctuation && !TextCleaning.isCombining(character);
  }

  private static void appendFolded(StringBuilder folded, char character) {
    if (TextCleaning.isCombining(character) || isApostrophe(character)) {
      return;
    }
    switch (character) {
      case '\u00DF' -> folded.append("SS");
      case '\u00C6', '\u00E6' -> folded.append("AE");
      case '\u0152', '\u0153' -> folded.append("OE");
      case '\u00DE', '\u00FE' -> folded.append("TH");
      default -> folded.append(base(character));
    }
  }

  private static char base(char character) {
    if (TextCleaning.isAsciiLetter(character) || TextCleaning.isDigit(character)) {
      return TextCleaning.upperAscii(character);
    }
    return switch (character) {
      case '\u01A0', '\u01A1' -> 'O';
      case '\u01AF', '\u01B0' -> 'U';
      default -> isLetter(character) ? tableBase(character) : ' ';
    };
  }

  private static char tableBase(char character) {
    char found = NO_BASE;
    int latin = character - LATIN_FIRST;
    int vietnamese = character - VIETNAMESE_FIRST;
    if (latin >= 0 && latin < LATIN_BASES.length()) {
      found = LATIN_BASES.charAt(latin);
    } else if (vietnamese >= 0 && vietnamese < VIETNAMESE_BASES.length()) {
      found = VIETNAMESE_BASES.charAt(vietnamese);
    }
    return found == NO_BASE ? character : found;
  }

  private static boolean isApostrophe(char character) {
    return character == '\''
        || character == '`'
        || character == '\u00B4'
        || character == '\u02BC'
        || character == '\u2018'
        || character == '\u2019';
  }
}
