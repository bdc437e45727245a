package vn.lachan.app.places.sheet;

/**
 * Recognises in which way a file's Vietnamese is written, by which reading of a sample of it has
 * the most words that can be Vietnamese. Cells are then read one by one: one that holds a letter
 * which only Unicode has is left as it is.
 */
final class ScriptGuess {
  private static final int SAMPLE_CHARACTERS_MOST = 200_000;

  private final StringBuilder sample = new StringBuilder();

  void add(String text) {
    if (sample.length() < SAMPLE_CHARACTERS_MOST && text.chars().anyMatch(c -> c > 0x7f)) {
      if (!isUnicode(text)) {
        sample.append(text).append('\n');
      }
    }
  }

  Script script() {
    String text = sample.toString();
    Spelling.Score unicode = Spelling.of(text);
    Script best = Script.UNICODE;
    int fitting = 2 * unicode.fitting();
    for (Script script : new Script[] {Script.TCVN3, Script.VNI}) {
      Spelling.Score score = Spelling.of(script.read(text));
      if (score.isConvincing() && score.fitting() > fitting) {
        best = script;
        fitting = score.fitting();
      }
    }
    return best;
  }

  static String read(String text, Script script) {
    return script == Script.UNICODE || isUnicode(text) ? text : script.read(text);
  }

  /** Letters such as ư and ế lie beyond the table that older fonts use. */
  private static boolean isUnicode(String text) {
    return text.chars().anyMatch(c -> c > 0xff && Character.isAlphabetic(c));
  }
}
