package vn.lachan.app.access.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Accounts;
import vn.lachan.app.access.AuditedPersons;
import vn.lachan.app.audit.EntryFilter;
import vn.lachan.app.program.ProgramSettings;

/** Turns what an auditor typed into a filter of the record. */
@Component
class AuditQuestion {
  /** Nobody's number: a name that nobody has finds nothing. */
  private static final long NOBODY = -1;

  private final Accounts accounts;
  private final AuditedPersons persons;
  private final ZoneId zone;

  AuditQuestion(Accounts accounts, AuditedPersons persons, ProgramSettings program) {
    this.accounts = accounts;
    this.persons = persons;
    this.zone = program.zone();
  }

  /** What was typed; blank means any. */
  record Typed(
      @Nullable String actor,
      @Nullable String kind,
      @Nullable String person,
      @Nullable LocalDate from,
      @Nullable LocalDate to) {
    Typed {
      actor = blankToNull(actor);
      kind = blankToNull(kind);
      person = blankToNull(person);
    }

    public boolean asksAnything() {
      return actor != null || kind != null || person != null || from != null || to != null;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
      return text == null || text.isBlank() ? null : text.strip();
    }
  }

  EntryFilter filter(Typed typed, @Nullable Long before) {
    LocalDate from = typed.from();
    LocalDate to = typed.to();
    return new EntryFilter(
        account(typed.actor()),
        typed.kind(),
        records(typed.person()),
        from == null ? null : from.atStartOfDay(zone).toInstant(),
        to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant(),
        before);
  }

  /** A username or a number. */
  private @Nullable Long account(@Nullable String text) {
    if (text == null) {
      return null;
    }
    return text.matches("\\d{1,18}")
        ? Long.valueOf(text)
        : (Long) accounts.byUsername(text).orElse(NOBODY);
  }

  private @Nullable List<Long> records(@Nullable String publicId) {
    if (publicId == null) {
      return null;
    }
    try {
      List<Long> records = persons.records(UUID.fromString(publicId));
      return records.isEmpty() ? List.of(NOBODY) : records;
    } catch (IllegalArgumentException _) {
      return List.of(NOBODY);
    }
  }
}
