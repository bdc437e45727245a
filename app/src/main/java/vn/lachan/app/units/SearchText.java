package vn.lachan.app.units;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Brings every spelling of a name to one form. A word is kept twice: {@code plain} without any
 * accent, and {@code accented} with its tone moved to the end, so that "Hóa" and "Hoá" are one word
 * while "Đông" and "Đồng" are two. Numbers lose leading zeros ("Quận 01" is "Quận 1"), and "Q1" is
 * two words.
 */
final class SearchText {
  /** One word of a name or of a query. */
  record Word(String plain, String accented) {
    boolean hasAccents() {
      return !plain.equals(accented);
    }
  }

  private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";

  /** Short forms in everyday use that no rule would derive. */
  private static final Map<String, String> SHORT_FORMS =
      Map.of("hcm", "ho chi minh", "tphcm", "tp ho chi minh", "tphn", "tp ha noi");

  private final List<Word> words = new ArrayList<>();
  private final StringBuilder plain = new StringBuilder();
  private final StringBuilder letters = new StringBuilder();
  private final StringBuilder tones = new StringBuilder();

  private SearchText() {}

  static List<Word> words(String text) {
    var reader = new SearchText();
    String apart = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    for (int i = 0; i < apart.length(); i++) {
      reader.read(apart.charAt(i));
    }
    reader.endWord();
    return List.copyOf(reader.words);
  }

  /** The words without accents, joined by single spaces: a key for comparing names loosely. */
  static String plain(String text) {
    return String.join(" ", words(text).stream().map(Word::plain).toList());
  }

  private void read(char c) {
    if (TONES.indexOf(c) >= 0) {
      tones.append(c);
    } else if (Character.getType(c) == Character.NON_SPACING_MARK) {
      letters.append(c);
    } else if (Character.isLetterOrDigit(c)) {
      if (Character.isDigit(c) && endsWithLetter()) {
        endWord();
      }
      plain.append(c == 'đ' ? 'd' : c);
      letters.append(c);
    } else {
      endWord();
    }
  }

  private boolean endsWithLetter() {
    return !plain.isEmpty() && Character.isLetter(plain.charAt(plain.length() - 1));
  }

  private void endWord() {
    if (!plain.isEmpty()) {
      addWord(withoutLeadingZeros(plain.toString()));
    }
    plain.setLength(0);
    letters.setLength(0);
    tones.setLength(0);
  }

  private void addWord(String word) {
    String expanded = SHORT_FORMS.get(word);
    if (expanded != null) {
      for (String piece : expanded.split(" ")) {
        words.add(new Word(piece, piece));
      }
    } else if (Character.isDigit(word.charAt(0))) {
      words.add(new Word(word, word));
    } else {
      String accented = letters.append(tones).toString();
      words.add(new Word(word, accented.equals(word) ? word : accented));
    }
  }

  private static String withoutLeadingZeros(String word) {
    int start = 0;
    while (start < word.length() - 1
        && word.charAt(start) == '0'
        && Character.isDigit(word.charAt(start + 1))) {
      start++;
    }
    return word.substring(start);
  }
}
