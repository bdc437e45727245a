package vn.lachan.engine.scan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person's name as written: one blank between words, Unicode form C, at most {@value
 * #LENGTH_LIMIT} characters, no control characters, markup or marks that turn the direction of
 * writing. Those are refused and not stripped, because a name that shows as something else than
 * what is stored must be typed again by a person; only invisible characters that change nothing are
 * dropped. It is personal data: {@link #toString} shows the masked form.
 */
public record PersonName(String text) {
  public static final int LENGTH_LIMIT = 100;

  /** A decomposed Vietnamese letter takes up to three characters, and blanks collapse. */
  private static final int RAW_LENGTH_LIMIT = 4 * LENGTH_LIMIT;

  private static final String HIDDEN = "***";

  public PersonName {
    if (problemOf(text) != null || !text.equals(TextCleaning.collapse(text))) {
      throw new IllegalArgumentException("Not the stored spelling of a name");
    }
  }

  /** Cleans a name that was typed or scanned, or says what is wrong with it. */
  public static Reading<PersonName> parse(String written, ScanPorts ports) {
    if (written.length() > RAW_LENGTH_LIMIT) {
      return Reading.refuse(RefusalCode.NAME_TOO_LONG, LENGTH_LIMIT);
    }
    String text = ports.compose(TextCleaning.collapse(written));
    // A whole card where a name belongs; names that were stored before stay readable.
    int bar = text.indexOf('|');
    Refused problem =
        bar < 0 ? problemOf(text) : Refused.because(RefusalCode.NAME_HAS_MARKUP, bar + 1);
    return problem == null
        ? new Reading.Accepted<>(new PersonName(text))
        : new Reading.Rejected<>(problem);
  }

  /** The look-up key: capital letters without accents; equal for every spelling of one name. */
  public String key() {
    return NameFolding.fold(text);
  }

  /**
   * For lists: the family name, the initials of the middle names, and stars for the given name,
   * such as Nguyễn V. ***; a name of one word shows its initial only.
   */
  public String masked() {
    List<String> words = Fields.split(text, ' ');
    if (words.size() == 1) {
      return initial(text) + HIDDEN;
    }
    StringBuilder masked = new StringBuilder(words.getFirst()).append(' ');
    for (String middle : words.subList(1, words.size() - 1)) {
      masked.append(initial(middle)).append(' ');
    }
    return masked.append(HIDDEN).toString();
  }

  @Override
  public String toString() {
    return masked();
  }

  private static @Nullable Refused problemOf(String text) {
    if (text.isEmpty()) {
      return Refused.because(RefusalCode.NAME_EMPTY);
    }
    if (text.length() > LENGTH_LIMIT) {
      return Refused.because(RefusalCode.NAME_TOO_LONG, LENGTH_LIMIT);
    }
    boolean letterSeen = false;
    for (int index = 0; index < text.length(); index++) {
      char character = text.charAt(index);
      if (TextCleaning.isUnreadable(text, index)) {
        return Refused.because(RefusalCode.NAME_CHARACTER_UNREADABLE, index + 1);
      }
      if (TextCleaning.isMarkup(character)) {
        return Refused.because(RefusalCode.NAME_HAS_MARKUP, index + 1);
      }
      if (TextCleaning.isDirectionMark(character)) {
        return Refused.because(RefusalCode.NAME_HAS_DIRECTION_MARK, index + 1);
      }
      letterSeen |= NameFolding.isLetter(character);
    }
    return letterSeen ? null : Refused.because(RefusalCode.NAME_WITHOUT_LETTER);
  }

  private static String initial(String word) {
    int end = word.offsetByCodePoints(0, 1);
    while (end < word.length() && TextCleaning.isCombining(word.charAt(end))) {
      end++;
    }
    return word.substring(0, end) + ".";
  }
}
