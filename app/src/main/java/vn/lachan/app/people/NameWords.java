package vn.lachan.app.people;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Folded names as words, and the words that one typing error makes of another. */
final class NameWords {
  /** Words of one name that are looked at; Vietnamese names have two to five. */
  static final int WORDS_MOST = 8;

  /** Letters of one word that are looked at; the longest Vietnamese syllable has seven. */
  static final int LETTERS_MOST = 12;

  private static final String VOWELS = "AEIOUY";

  private NameWords() {}

  /** Words of a folded name, in its order. */
  static List<String> of(String folded) {
    List<String> words = new ArrayList<>();
    for (String word : folded.split(" ", -1)) {
      if (!word.isEmpty() && words.size() < WORDS_MOST) {
        words.add(word.length() > LETTERS_MOST ? word.substring(0, LETTERS_MOST) : word);
      }
    }
    return words;
  }

  /** The word with one letter left out, in all ways; none for words of two letters and less. */
  static Set<String> withoutOneLetter(String word) {
    Set<String> shorter = new LinkedHashSet<>();
    if (word.length() > 2) {
      for (int index = 0; index < word.length(); index++) {
        shorter.add(word.substring(0, index) + word.substring(index + 1));
      }
    }
    return shorter;
  }

  /** Whether it stands for a longer word: V, T, NG, NGX; every Vietnamese syllable has a vowel. */
  static boolean isAbbreviation(String word) {
    return word.length() == 1
        || word.chars().allMatch(letter -> letter <= 'Z' && VOWELS.indexOf(letter) < 0);
  }

  /** Whether one error lies between them: a letter too many, missing, wrong, or two exchanged. */
  static boolean oneErrorApart(String first, String second) {
    String longer = first.length() >= second.length() ? first : second;
    String shorter = first.length() >= second.length() ? second : first;
    int start = commonStart(longer, shorter);
    if (longer.length() == shorter.length() + 1) {
      return longer.substring(start + 1).equals(shorter.substring(start));
    }
    if (longer.length() != shorter.length() || start == longer.length()) {
      return false;
    }
    return longer.substring(start + 1).equals(shorter.substring(start + 1))
        || isExchanged(longer, shorter, start);
  }

  private static int commonStart(String longer, String shorter) {
    int start = 0;
    while (start < shorter.length() && longer.charAt(start) == shorter.charAt(start)) {
      start++;
    }
    return start;
  }

  private static boolean isExchanged(String first, String second, int start) {
    return start + 1 < first.length()
        && first.charAt(start) == second.charAt(start + 1)
        && first.charAt(start + 1) == second.charAt(start)
        && first.substring(start + 2).equals(second.substring(start + 2));
  }
}
