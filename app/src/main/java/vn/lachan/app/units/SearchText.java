package vn.lachan.app.units;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Brings every spelling of a name to one form. A word is kept twice: {@code plain} without any
 * accent, and {@code accented} with its tone moved to the end, so that "Hóa" and "Hoá" are one word
 * while "Đông" and "Đồng" are two. Numbers lose leading zeros ("Quận 01" is "Quận 1").
 */
final class SearchText {
  /** One word of a name or of a query. */
  record Word(String plain, String accented) {
    boolean hasAccents() {
      return !plain.equals(accented);
    }
  }

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern TONES = Pattern.compile("[\u0300\u0301\u0303\u0309\u0323]");
  private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
  private static final Pattern LETTER_THEN_DIGIT = Pattern.compile("(?<=\\p{L})(?=\\p{N})");

  /** Short forms in everyday use that no rule would derive. */
  private static final Map<String, String> SHORT_FORMS =
      Map.of("hcm", "ho chi minh", "tphcm", "tp ho chi minh", "tphn", "tp ha noi");

  private SearchText() {}

  static List<Word> words(String text) {
    String apart = LETTER_THEN_DIGIT.matcher(text).replaceAll(" ");
    var words = new ArrayList<Word>();
    for (String part : SEPARATORS.split(apart.toLowerCase(Locale.ROOT))) {
      if (!part.isEmpty()) {
        addWord(words, part);
      }
    }
    return List.copyOf(words);
  }

  /** The words without accents, joined by single spaces: a key for comparing names loosely. */
  static String plain(String text) {
    return String.join(" ", words(text).stream().map(Word::plain).toList());
  }

  private static void addWord(List<Word> words, String part) {
    Word word = word(part);
    String expanded = SHORT_FORMS.get(word.plain());
    if (expanded == null) {
      words.add(word);
      return;
    }
    for (String piece : expanded.split(" ")) {
      words.add(new Word(piece, piece));
    }
  }

  private static Word word(String part) {
    String apart = Normalizer.normalize(part, Normalizer.Form.NFD);
    String plain = MARKS.matcher(apart).replaceAll("").replace('đ', 'd');
    if (plain.chars().allMatch(Character::isDigit)) {
      String number = plain.replaceFirst("^0+(?=.)", "");
      return new Word(number, number);
    }
    return new Word(plain, toneLast(apart));
  }

  private static String toneLast(String apart) {
    var tones = new StringBuilder();
    TONES.matcher(apart).results().forEach(tone -> tones.append(tone.group()));
    return TONES.matcher(apart).replaceAll("") + tones;
  }
}
