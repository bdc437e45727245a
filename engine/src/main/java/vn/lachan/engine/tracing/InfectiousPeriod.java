package vn.lachan.engine.tracing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The infectious period of a case by a rule set, with the reason of its start. It begins at a local
 * midnight: that of the onset less the rule's days; without symptoms, where the rule counts from a
 * known source, that of the first contact with it plus the rule's days; else that of the sample
 * less the rule's days. It ends with isolation, and until then now.
 *
 * @param basis the day counted from
 * @param days added to it; negative when counted back
 */
public record InfectiousPeriod(
    Window window, Start start, LocalDate basis, int days, String rules) {
  /** What the start is counted from. */
  public enum Start {
    BEFORE_ONSET,
    AFTER_FIRST_CONTACT,
    BEFORE_SAMPLE
  }

  /**
   * What is known of a case.
   *
   * @param firstContact day of the first contact with the source, where that is known
   */
  public record CaseDates(
      @Nullable LocalDate onset,
      @Nullable LocalDate sample,
      @Nullable LocalDate firstContact,
      @Nullable Instant isolatedAt) {}

  /**
   * Throws {@link TraceRefused} with NO_DATE when no date decides, with EMPTY_WINDOW when the case
   * was isolated before it became infectious.
   */
  public static InfectiousPeriod of(Rules rules, CaseDates dates, ZoneId zone, Instant now) {
    PeriodRule period = rules.period();
    if (dates.onset != null) {
      return from(
          Start.BEFORE_ONSET, dates.onset, -period.daysBeforeOnset(), rules, dates, zone, now);
    }
    if (dates.firstContact != null && period.daysAfterFirstContact() != null) {
      int days = period.daysAfterFirstContact();
      return from(Start.AFTER_FIRST_CONTACT, dates.firstContact, days, rules, dates, zone, now);
    }
    if (dates.sample != null) {
      return from(
          Start.BEFORE_SAMPLE, dates.sample, -period.daysBeforeSample(), rules, dates, zone, now);
    }
    throw new TraceRefused(TraceRefused.Code.NO_DATE, "neither onset nor sample date");
  }

  private static InfectiousPeriod from(
      Start start,
      LocalDate basis,
      int days,
      Rules rules,
      CaseDates dates,
      ZoneId zone,
      Instant now) {
    long from = basis.plusDays(days).atStartOfDay(zone).toEpochSecond();
    Instant to = dates.isolatedAt != null ? dates.isolatedAt : now;
    var window = new Window(from, to.getEpochSecond());
    return new InfectiousPeriod(window, start, basis, days, rules.id());
  }
}
