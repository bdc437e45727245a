package vn.lachan.app.places.sheet;

/**
 * What separates the cells of a text file: the candidate that stands most often outside quotes at
 * the file's beginning. A first line {@code sep=;} says it.
 */
record Delimiter(char character, int skipped) {
  private static final String CANDIDATES = ",;\t";
  private static final int LOOKED_AT = 20_000;
  private static final String SAID = "sep=";

  static Delimiter of(String text) {
    if (text.regionMatches(true, 0, SAID, 0, SAID.length()) && text.length() > SAID.length()) {
      char said = text.charAt(SAID.length());
      if (CANDIDATES.indexOf(said) >= 0) {
        int end = text.indexOf('\n');
        return new Delimiter(said, end < 0 ? text.length() : end + 1);
      }
    }
    return new Delimiter(counted(text), 0);
  }

  private static char counted(String text) {
    var counts = new int[CANDIDATES.length()];
    boolean quoted = false;
    for (int i = 0; i < Math.min(text.length(), LOOKED_AT); i++) {
      char c = text.charAt(i);
      quoted = c == '"' ? !quoted : quoted;
      int at = CANDIDATES.indexOf(c);
      if (at >= 0 && !quoted) {
        counts[at]++;
      }
    }
    int best = 0;
    for (int i = 1; i < counts.length; i++) {
      best = counts[i] > counts[best] ? i : best;
    }
    return CANDIDATES.charAt(best);
  }
}
