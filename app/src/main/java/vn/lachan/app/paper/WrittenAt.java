package vn.lachan.app.paper;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a sheet was filled in, as it says itself.
 *
 * @param at noon, or now where noon is yet to come, where the sheet gives a day without a time
 * @param timeKnown whether the sheet gives a time; only such sheets are measured
 * @param fault the message key of what is wrong; null where nothing is
 */
record WrittenAt(Instant at, boolean timeKnown, @Nullable String fault) {
  private static final LocalTime NOON = LocalTime.of(12, 0);

  /**
   * @param printedAt when the pad was made: nobody writes on paper that is not there yet
   */
  static WrittenAt read(
      String day,
      String time,
      Instant printedAt,
      PaperSettings settings,
      ZoneId zone,
      Instant now) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    Optional<LocalDate> date =
        TypedDate.read(day, today).filter(text -> text.length() == 10).map(LocalDate::parse);
    if (date.isEmpty()) {
      return wrong(now, day.isBlank() ? "paper.written.missing" : "paper.written.day");
    }
    Optional<LocalTime> clock = TypedDate.time(time);
    if (!time.isBlank() && clock.isEmpty()) {
      return wrong(now, "paper.written.time");
    }
    Instant at = date.get().atTime(clock.orElse(NOON)).atZone(zone).toInstant();
    boolean laterToday = clock.isEmpty() && date.get().equals(today) && at.isAfter(now);
    Instant meant = laterToday ? now : at;
    if (meant.isAfter(now.plus(Duration.ofMinutes(settings.futureMinutes())))) {
      boolean ofToday = date.get().equals(today);
      return wrong(now, ofToday ? "paper.written.future-time" : "paper.written.future");
    }
    if (date.get().isBefore(LocalDate.ofInstant(printedAt, zone))) {
      return wrong(now, "paper.written.before-print");
    }
    return new WrittenAt(meant, clock.isPresent(), null);
  }

  private static WrittenAt wrong(Instant now, String fault) {
    return new WrittenAt(now, false, fault);
  }
}
