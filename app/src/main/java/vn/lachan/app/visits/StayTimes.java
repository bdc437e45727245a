package vn.lachan.app.visits;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import vn.lachan.app.places.DwellRule;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.Places;

/** What a place's hours and the rules of a day say about a visit that begins then. */
@Component
class StayTimes {
  private static final long KEPT_MILLIS = 60_000;
  private static final int KEPT_MOST = 20_000;

  private final Places places;
  private final Clock clock;
  private final ConcurrentHashMap<PlaceDay, Kept> kept = new ConcurrentHashMap<>();

  private record PlaceDay(long place, LocalDate day) {}

  private record Kept(DwellRule rule, long untilMillis) {}

  StayTimes(Places places, Clock clock) {
    this.places = places;
    this.clock = clock;
  }

  /**
   * When a visit ends at the latest that nobody ends.
   *
   * @param departsBy epoch seconds
   * @param closed whether the place is closed at that hour
   */
  record Limit(long departsBy, boolean closed) {}

  Limit limit(PlaceCard place, long enteredAt, Instant now) {
    LocalDate day = VisitDays.dayOf(enteredAt);
    DwellRule rule =
        day.equals(VisitDays.dayOf(now.getEpochSecond()))
            ? new DwellRule(place.hours(), place.dwellMinutes(), "")
            : rule(place, day);
    return limit(rule, enteredAt);
  }

  /** By the hours and the dwell that the place has now. */
  static Limit limit(PlaceCard place, long enteredAt) {
    return limit(new DwellRule(place.hours(), place.dwellMinutes(), ""), enteredAt);
  }

  static Limit limit(DwellRule rule, long enteredAt) {
    LocalDateTime local = LocalDateTime.ofInstant(Instant.ofEpochSecond(enteredAt), VisitDays.ZONE);
    boolean closed = !rule.hours().isOpen(local);
    OptionalLong closing =
        rule.hours().closingAfter(local).stream()
            .mapToLong(at -> at.toEpochSecond(VisitDays.OFFSET))
            .findFirst();
    return new Limit(InferredDeparture.latest(enteredAt, closing, rule.dwellMinutes()), closed);
  }

  private DwellRule rule(PlaceCard place, LocalDate day) {
    long now = clock.millis();
    var key = new PlaceDay(place.number(), day);
    Kept found = kept.get(key);
    if (found == null || found.untilMillis() <= now) {
      if (kept.size() >= KEPT_MOST) {
        kept.clear();
      }
      DwellRule rule =
          places
              .dwell(place.number(), day)
              .orElseGet(() -> new DwellRule(place.hours(), place.dwellMinutes(), ""));
      found = new Kept(rule, now + KEPT_MILLIS);
      kept.put(key, found);
    }
    return found.rule();
  }
}
