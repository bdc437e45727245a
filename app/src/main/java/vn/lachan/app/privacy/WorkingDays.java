package vn.lachan.app.privacy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lachan.app.access.Accounts;
import vn.lachan.app.access.Actor;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.kernel.Refusal;

/**
 * The calendar of working days: weekends as their document says, public holidays and weekend days
 * worked instead as somebody entered them. Nothing is guessed: a holiday that nobody entered is a
 * working day.
 */
@Component
public class WorkingDays {
  private static final int TEXT_LETTERS = 200;

  private final Calendar calendar;
  private final Periods periods;
  private final DayOffTable daysOff;
  private final RequestTable requests;
  private final Accounts accounts;
  private final Audit audit;

  WorkingDays(
      Calendar calendar,
      Periods periods,
      DayOffTable daysOff,
      RequestTable requests,
      Accounts accounts,
      Audit audit) {
    this.calendar = calendar;
    this.periods = periods;
    this.daysOff = daysOff;
    this.requests = requests;
    this.accounts = accounts;
    this.audit = audit;
  }

  /** Days of a year that are not what their weekday says; PRIVACY_MANAGE. */
  @Transactional(readOnly = true)
  public List<DayOff> ofYear(Actor actor, int year) {
    Whole.require(actor);
    List<DayOffTable.Row> rows =
        daysOff.between(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1));
    Map<Long, String> names =
        accounts.names(rows.stream().map(DayOffTable.Row::enteredBy).distinct().toList());
    return rows.stream()
        .map(
            row ->
                new DayOff(
                    row.number(),
                    row.day(),
                    row.kind(),
                    row.name(),
                    row.document(),
                    names.getOrDefault(row.enteredBy(), ""),
                    row.enteredAt()))
        .toList();
  }

  /** PRIVACY_MANAGE. */
  public List<Weekend> weekends(Actor actor) {
    Whole.require(actor);
    return calendar.weekends();
  }

  /**
   * Enters a day; the clocks of requests that are still to be acknowledged are set anew.
   * PRIVACY_MANAGE.
   *
   * @throws Refusal {@code privacy.refused.day-off}, {@code privacy.refused.day-off-known}
   */
  @Transactional
  public void enter(
      Actor actor, LocalDate day, DayOff.Kind kind, String name, String document, Instant now) {
    Whole.require(actor);
    boolean weekend = calendar.isWeekend(day);
    if (weekend == (kind == DayOff.Kind.HOLIDAY)
        || name.isBlank()
        || document.isBlank()
        || name.length() > TEXT_LETTERS
        || document.length() > TEXT_LETTERS) {
      throw Refusal.invalid("privacy.refused.day-off", TEXT_LETTERS);
    }
    if (!daysOff.insert(day, kind, name.strip(), document.strip(), actor.account(), now)) {
      throw Refusal.conflict("privacy.refused.day-off-known");
    }
    audit.record(Act.on(actor.account(), "privacy.calendar", day.toString()));
    setClocksAnew();
  }

  /** Takes back what was entered wrongly; PRIVACY_MANAGE. */
  @Transactional
  public void withdraw(Actor actor, long number, Instant now) {
    Whole.require(actor);
    var day = daysOff.withdraw(number, actor.account(), now);
    if (day != null) {
      audit.record(Act.on(actor.account(), "privacy.calendar-withdraw", day.toString()));
      setClocksAnew();
    }
  }

  private void setClocksAnew() {
    for (RequestTable.Waiting waiting : requests.unacknowledged()) {
      periods
          .at(Duty.ACKNOWLEDGE, waiting.receivedAt())
          .ifPresent(
              period ->
                  requests.acknowledgeDue(
                      waiting.number(), periods.end(period, waiting.receivedAt())));
    }
  }
}
