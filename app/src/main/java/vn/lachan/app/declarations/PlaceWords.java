package vn.lachan.app.declarations;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The words by which a place in free text may be a registered one: accents and marks away, runs of
 * one to eight words. A text names a place when one of its runs is the place's whole name.
 */
final class PlaceWords {
  private static final int RUN_WORDS_MOST = 8;
  private static final int TEXT_WORDS_MOST = 16;

  /** A single shorter word, such as "chợ", names no place. */
  private static final int SINGLE_LETTERS_LEAST = 5;

  private PlaceWords() {}

  /** Every run of words of a text that may be a name. */
  static Set<String> runs(String text) {
    List<String> words = words(text);
    List<String> first = words.subList(0, Math.min(words.size(), TEXT_WORDS_MOST));
    Set<String> runs = new LinkedHashSet<>();
    for (int from = 0; from < first.size(); from++) {
      for (int to = from + 1; to <= Math.min(first.size(), from + RUN_WORDS_MOST); to++) {
        String run = String.join(" ", first.subList(from, to));
        if (to - from > 1 || run.length() >= SINGLE_LETTERS_LEAST) {
          runs.add(run);
        }
      }
    }
    return runs;
  }

  /** The run that a name is found by; empty where the name is too short to tell anything. */
  static String name(String name) {
    List<String> words = words(name);
    String run = String.join(" ", words.subList(0, Math.min(words.size(), RUN_WORDS_MOST)));
    return words.size() > 1 || run.length() >= SINGLE_LETTERS_LEAST ? run : "";
  }

  /** The words without accents, joined by single blanks. */
  static String plain(String text) {
    return String.join(" ", words(text));
  }

  private static List<String> words(String text) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replace('đ', 'd');
    List<String> words = new ArrayList<>();
    for (String word : plain.split("[^\\p{L}\\p{N}]+")) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }
}
