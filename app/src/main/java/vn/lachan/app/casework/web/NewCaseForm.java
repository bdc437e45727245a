package vn.lachan.app.casework.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.casework.CaseFacts;
import vn.lachan.app.casework.CaseView;
import vn.lachan.app.casework.NewCase;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.people.Claim;
import vn.lachan.app.people.Source;

/** What was typed to open or correct a case, kept as it was typed. */
record NewCaseForm(
    @Nullable String search,
    @Nullable String person,
    @Nullable String name,
    @Nullable String phone,
    @Nullable String birthYear,
    @Nullable String address,
    @Nullable String unit,
    @Nullable String disease,
    @Nullable String symptomatic,
    @Nullable String onset,
    @Nullable String sample,
    @Nullable String firstContact,
    @Nullable String sourceCase,
    @Nullable String isolatedAt,
    @Nullable String confirmedOn,
    @Nullable String note) {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");
  private static final int FIRST_YEAR = 1850;

  static NewCaseForm empty(LocalDate today) {
    return new NewCaseForm(
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        "yes",
        null,
        null,
        null,
        null,
        null,
        today.toString(),
        null);
  }

  /** The facts of a case, to be corrected. */
  static NewCaseForm of(CaseView file, ZoneId zone) {
    CaseFacts facts = file.facts();
    Instant isolatedAt = facts.isolatedAt();
    return new NewCaseForm(
        null,
        file.person().publicId().toString(),
        null,
        null,
        null,
        null,
        Integer.toString(file.unit()),
        file.disease(),
        facts.symptomatic() ? "yes" : "no",
        text(facts.onset()),
        text(facts.sample()),
        text(facts.firstContact()),
        text(facts.sourceCase()),
        isolatedAt == null ? null : MINUTE.format(isolatedAt.atZone(zone)),
        facts.confirmedOn().toString(),
        null);
  }

  public boolean isSymptomatic() {
    return !"no".equals(symptomatic);
  }

  NewCase newCase(ZoneId zone, LocalDate today) {
    UUID found = Typed.id(person, "casework.refused.person");
    Integer commune = unitNumber();
    String named = Typed.text(disease);
    if (named == null) {
      throw Refusal.invalid("casework.refused.disease");
    }
    return new NewCase(
        found,
        found == null ? claim(commune) : null,
        commune,
        named,
        facts(zone, today),
        Typed.text(note));
  }

  CaseFacts facts(ZoneId zone, LocalDate today) {
    LocalDate confirmed = Typed.day(confirmedOn, "casework.refused.day");
    return new CaseFacts(
        isSymptomatic(),
        Typed.day(onset, "casework.refused.day"),
        Typed.day(sample, "casework.refused.day"),
        Typed.day(firstContact, "casework.refused.day"),
        Typed.caseNumber(sourceCase, "casework.refused.source-case"),
        Typed.time(isolatedAt, zone, "casework.refused.time"),
        confirmed == null ? today : confirmed);
  }

  @Nullable Integer unitNumber() {
    return Typed.number(unit, "casework.refused.unit");
  }

  private Claim claim(@Nullable Integer commune) {
    if (Typed.text(name) == null) {
      throw Refusal.invalid("casework.refused.person");
    }
    return new Claim(
        null,
        null,
        Typed.phone(phone),
        false,
        Typed.name(name),
        year(),
        null,
        Typed.text(address),
        commune,
        Source.OFFICER);
  }

  private @Nullable Integer year() {
    Integer year = Typed.number(birthYear, "casework.refused.birth-year");
    if (year != null && (year < FIRST_YEAR || year > FIRST_YEAR + 300)) {
      throw Refusal.invalid("casework.refused.birth-year");
    }
    return year;
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  @Override
  public String toString() {
    return "NewCaseForm[" + disease + "]";
  }
}
