package vn.lachan.app.residents.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.residents.NewMember;
import vn.lachan.engine.scan.PartialDate;
import vn.lachan.engine.scan.Sex;

/**
 * Who is to be added, as typed.
 *
 * @param commune the commune's name as typed, to look for it
 * @param unit the commune that was chosen
 */
record PersonForm(
    @Nullable String name,
    @Nullable String birthYear,
    @Nullable String sex,
    @Nullable String commune,
    @Nullable Integer unit,
    @Nullable String address,
    @Nullable Boolean atHome,
    @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate homeSince) {
  static PersonForm empty(@Nullable String commune, @Nullable Integer unit) {
    return new PersonForm(null, null, null, commune, unit, null, true, null);
  }

  /** Checks all but the commune, so that nothing is asked twice for one mistake. */
  NewMember member(int chosen, int today) {
    return new NewMember(
        Typed.name(name),
        year(today),
        readSex(),
        chosen,
        address,
        atHome != null && atHome,
        homeSince);
  }

  void check(int today) {
    member(0, today);
  }

  private int year(int today) {
    String text = birthYear == null ? "" : birthYear.strip();
    int year = text.matches("\\d{4}") ? Integer.parseInt(text) : 0;
    if (year < PartialDate.FIRST_YEAR || year > today) {
      throw Refusal.invalid("people.refused.birth-year");
    }
    return year;
  }

  private @Nullable Sex readSex() {
    return sex == null
        ? null
        : switch (sex) {
          case "MALE" -> Sex.MALE;
          case "FEMALE" -> Sex.FEMALE;
          default -> null;
        };
  }

  @Override
  public String toString() {
    return "PersonForm[***]";
  }
}
