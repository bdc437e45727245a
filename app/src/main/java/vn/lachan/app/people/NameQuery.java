package vn.lachan.app.people;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.engine.scan.PartialDate;
import vn.lachan.engine.scan.PersonName;
import vn.lachan.engine.scan.Reading;
import vn.lachan.engine.scan.ServerScanPorts;
import vn.lachan.engine.scan.Sex;

/**
 * Whom an officer looks for by name. It is personal data: {@link #toString} shows none of it.
 *
 * @param birthYear the year, or one beside it
 * @param unit a unit of either era; the person lives in it or below
 */
public record NameQuery(
    PersonName name, @Nullable Integer birthYear, @Nullable Sex sex, @Nullable Integer unit) {
  /** Letters that a search needs at least. */
  public static final int LETTERS_LEAST = 2;

  /** Letters that a search has at most. */
  public static final int LETTERS_MOST = 60;

  public NameQuery {
    if (birthYear != null
        && (birthYear < PartialDate.FIRST_YEAR || birthYear > PartialDate.LAST_YEAR)) {
      throw Refusal.invalid("people.refused.birth-year");
    }
  }

  /**
   * Reads what was typed.
   *
   * @throws Refusal {@code people.refused.name-short}, {@code people.refused.name-long}, {@code
   *     people.refused.name-abbreviated}, {@code people.refused.name}
   */
  public static NameQuery parse(
      String typed, @Nullable Integer birthYear, @Nullable Sex sex, @Nullable Integer unit) {
    String text = typed.strip();
    if (text.length() > LETTERS_MOST) {
      throw Refusal.invalid("people.refused.name-long", LETTERS_MOST);
    }
    if (text.codePoints().filter(Character::isLetter).count() < LETTERS_LEAST) {
      throw Refusal.invalid("people.refused.name-short", LETTERS_LEAST);
    }
    return switch (PersonName.parse(text, new ServerScanPorts())) {
      case Reading.Accepted<PersonName>(PersonName name) ->
          withWords(new NameQuery(name, birthYear, sex, unit));
      case Reading.Rejected<PersonName> ignored -> throw Refusal.invalid("people.refused.name");
    };
  }

  /** The folded words, in the order in which they were typed. */
  List<String> words() {
    return NameWords.of(name.key());
  }

  /** The words that are written out; the others only help to rank. */
  List<String> fullWords() {
    return words().stream().filter(word -> !NameWords.isAbbreviation(word)).distinct().toList();
  }

  @Override
  public String toString() {
    return "NameQuery";
  }

  private static NameQuery withWords(NameQuery query) {
    if (query.fullWords().isEmpty()) {
      throw Refusal.invalid("people.refused.name-abbreviated");
    }
    return query;
  }
}
