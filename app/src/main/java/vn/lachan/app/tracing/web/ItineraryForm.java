package vn.lachan.app.tracing.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.tracing.NewItinerary;

/** What an officer types; times are local, as the browser's field for them writes them. */
record ItineraryForm(
    @Nullable UUID place,
    @Nullable String fromAt,
    @Nullable String toAt,
    @Nullable String instructionsVi,
    @Nullable String instructionsEn) {

  /** A window as a link gives it, widened to whole minutes. */
  static String field(@Nullable Instant time, boolean end, ZoneId zone) {
    if (time == null) {
      return "";
    }
    Instant minute = time.truncatedTo(ChronoUnit.MINUTES);
    Instant shown = end && minute.isBefore(time) ? minute.plusSeconds(60) : minute;
    return LocalDateTime.ofInstant(shown, zone).toString();
  }

  NewItinerary read(ZoneId zone) {
    if (place == null) {
      throw Refusal.invalid("tracing.refused.itinerary-place");
    }
    return new NewItinerary(
        place,
        time(fromAt, zone),
        time(toAt, zone),
        Objects.requireNonNullElse(instructionsVi, ""),
        instructionsEn);
  }

  private static Instant time(@Nullable String text, ZoneId zone) {
    try {
      Instant read =
          LocalDateTime.parse(Objects.requireNonNullElse(text, "")).atZone(zone).toInstant();
      if (read.isBefore(Instant.EPOCH)) {
        throw Refusal.invalid("tracing.refused.itinerary-time");
      }
      return read;
    } catch (DateTimeException e) {
      throw Refusal.invalid("tracing.refused.itinerary-time");
    }
  }
}
