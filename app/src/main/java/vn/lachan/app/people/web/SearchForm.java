package vn.lachan.app.people.web;

import org.jspecify.annotations.Nullable;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.people.NameQuery;
import vn.lachan.app.people.PersonQuery;
import vn.lachan.app.people.Purpose;
import vn.lachan.engine.scan.Sex;

/**
 * What the search page asks: a number or code, or a name with what narrows it.
 *
 * @param typing true when a pause in typing sent it, not Enter
 */
record SearchForm(
    @Nullable String text,
    @Nullable String year,
    @Nullable Sex sex,
    @Nullable Integer unit,
    @Nullable Purpose purpose,
    @Nullable String note,
    @Nullable String after,
    @Nullable Boolean typing) {
  static SearchForm empty() {
    return new SearchForm("", "", null, null, null, "", null, null);
  }

  /** A name has no digits; everything by which one person is known exactly has. */
  boolean isName() {
    return written().codePoints().noneMatch(Character::isDigit);
  }

  /** Whether it was sent by a pause, so that nothing half typed is refused as wrong. */
  boolean byPause() {
    return Boolean.TRUE.equals(typing);
  }

  String written() {
    return text == null ? "" : text.strip();
  }

  PersonQuery exact() {
    return PersonQuery.parse(written());
  }

  NameQuery name() {
    return NameQuery.parse(written(), yearNumber(), sex, unit);
  }

  /** The words for the audit record; empty where none was chosen. */
  String because() {
    return purpose == null ? "" : purpose.because(note);
  }

  private @Nullable Integer yearNumber() {
    String typed = Typed.text(year);
    if (typed == null) {
      return null;
    }
    if (!typed.matches("\\d{4}")) {
      throw Refusal.invalid("people.refused.birth-year");
    }
    return Integer.valueOf(typed);
  }
}
