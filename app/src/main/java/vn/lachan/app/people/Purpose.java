package vn.lachan.app.people;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.kernel.Refusal;

/** Why an identity may be opened. The audit record keeps its name, and a short note after it. */
public enum Purpose {
  /** Finding and calling contacts of a case. */
  TRACE,
  /** Following up somebody in isolation or under observation. */
  FOLLOW_UP,
  /** Telling somebody a result or an order. */
  NOTIFY,
  /** Settling whether two records are one person. */
  SETTLE,
  /** Correcting what is recorded. */
  CORRECT,
  /** Answering the person's own request about their data. */
  REQUEST,
  /** Anything else; the note says what. */
  OTHER;

  public static final int NOTE_LIMIT = 200;

  /** A note that holds more digits than this in a row could be a phone or a citizen number. */
  private static final int DIGITS_LIMIT = 8;

  /** The text for the audit record. */
  public String because(@Nullable String note) {
    String text = note == null ? "" : note.strip();
    return text.isEmpty() ? name() : name() + ": " + text;
  }

  /** The message key of its name. */
  public String key() {
    return "people.purpose." + name().toLowerCase(Locale.ROOT);
  }

  /**
   * Checks a purpose before anything is opened.
   *
   * @throws Refusal {@code people.refused.purpose} when it is empty, is {@link #OTHER} without a
   *     note, is too long or holds a number of a person
   */
  public static String checked(String purpose) {
    String text = purpose.strip();
    if (text.isEmpty()
        || text.equals(OTHER.name())
        || text.length() > NOTE_LIMIT + 20
        || hasLongNumber(text)) {
      throw Refusal.invalid("people.refused.purpose", NOTE_LIMIT);
    }
    return text;
  }

  static boolean hasLongNumber(String text) {
    int run = 0;
    for (int index = 0; index < text.length(); index++) {
      char character = text.charAt(index);
      if (Character.isDigit(character)) {
        run++;
      } else if (character != ' ' && character != '.' && character != '-') {
        run = 0;
      }
      if (run > DIGITS_LIMIT) {
        return true;
      }
    }
    return false;
  }
}
