package vn.lachan.app.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.places.OpeningHours;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.Status;
import vn.lachan.engine.scan.PlaceCode;
import vn.lachan.engine.tracing.Setting;

/** Every reason to refuse, one line a case; each is counted. */
class VisitRefusalTests {
  private static final Instant NOW = Instant.parse("2026-11-20T05:00:00Z");
  private static final Instant EVENT_FROM = NOW.minus(Duration.ofHours(2));
  private static final Instant EVENT_TO = NOW.plus(Duration.ofHours(2));

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final VisitMetrics metrics = new VisitMetrics(meters);
  private final RefusalRules rules = new RefusalRules(VisitsSettings.defaults(), metrics);

  @Test
  void everyReason() {
    check(
        """
        place   | entered   | left    | refused
        open    | -10m      |         |
        open    | +5m       |         |
        open    | +301s     |         | future
        open    |           | -10m    |
        open    |           | +301s   | future-departure
        open    |           |         | malformed
        none    | -10m      |         | unknown-place
        open    | -10m      | -10m    | departure-not-after-entry
        open    | -10m      | -11m    | departure-not-after-entry
        open    | -1440m    | -0m     |
        open    | -86401s   | -0m     | over-24-hours
        open    | -43200m   |         |
        open    | -44640m   |         | forgotten-day
        open    |           | -44640m | forgotten-day
        closed  | -10m      |         | place-closed
        closed  | -61m      |         |
        draft   | -61m      |         | place-closed
        event   | -119m     |         |
        event   | -121m     |         | not-begun
        past    | -0m       |         | over
        """);
  }

  @Test
  void anOpenTraceMayTakeAnOldVisit() {
    Instant old = NOW.minus(Duration.ofDays(31));
    rules.check(new CheckedVisit(card("open"), old, null, NOW, true));
    assertThatThrownBy(() -> rules.check(new CheckedVisit(card("open"), null, old, NOW, true)))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void aRefusalIsCountedByItsReason() {
    rules.counted(Refusal.invalid("visits.refused.future", 5));
    rules.counted(Refusal.invalid("visits.refused.future", 5));

    assertThat(meters.counter("visits.refused", "reason", "future").count()).isEqualTo(2);
  }

  @Test
  void flagsAreCounted() {
    metrics.stored(VisitFlags.CLOSED_HOUR | VisitFlags.TOO_FAST);
    metrics.stored(VisitFlags.CLOCK_OFF);
    metrics.waiting();

    for (String flag : new String[] {"closed-hour", "too-fast", "clock-off", "without-entry"}) {
      assertThat(meters.counter("visits.flagged", "flag", flag).count()).as(flag).isEqualTo(1);
    }
  }

  @Test
  void aClockMoreThanTenMinutesOffIsFlagged() {
    for (int seconds : new int[] {0, 600, -600}) {
      assertThat(flags(seconds)).as("%d", seconds).isZero();
    }
    for (int seconds : new int[] {601, -601, Integer.MIN_VALUE}) {
      assertThat(flags(seconds)).as("%d", seconds).isEqualTo(VisitFlags.CLOCK_OFF);
    }
  }

  @Test
  void nobodySendsFasterThanPeopleMove() {
    var throttle = new RefuseTooFast(VisitsSettings.defaults(), Clock.fixed(NOW, ZoneOffset.UTC));
    for (int count = 0; count < 6; count++) {
      throttle.device(1);
    }
    throttle.device(2);
    assertThatThrownBy(() -> throttle.device(1))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.TOO_MANY));
  }

  private static int flags(int correction) {
    var capture = new Capture(CaptureWay.BATCH, 1, null, 5L, correction, 9);
    return VisitRow.of(new NewVisit(1, 1, 100, 200, null, false, capture)).flags;
  }

  private void check(String table) {
    for (String line : table.lines().skip(1).toList()) {
      String[] cells = (line + " ").split("\\|");
      var visit =
          new CheckedVisit(
              card(cells[0].strip()), time(cells[1].strip()), time(cells[2].strip()), NOW, false);
      assertThat(reason(visit)).as(line).isEqualTo(cells[3].strip());
    }
  }

  private String reason(CheckedVisit visit) {
    try {
      rules.check(visit);
      return "";
    } catch (Refusal refusal) {
      return refusal.code().substring("visits.refused.".length());
    }
  }

  private static @Nullable Instant time(String text) {
    if (text.isEmpty()) {
      return null;
    }
    int last = text.length() - 1;
    long seconds =
        Long.parseLong(text.substring(0, last).replace("+", ""))
            * (text.charAt(last) == 'm' ? 60 : 1);
    return NOW.plusSeconds(seconds);
  }

  private static @Nullable PlaceCard card(String kind) {
    return switch (kind) {
      case "none" -> null;
      case "closed" -> card(Status.CLOSED, null, null);
      case "draft" -> card(Status.DRAFT, null, null);
      case "event" -> card(Status.OPEN, EVENT_FROM, EVENT_TO);
      case "past" -> card(Status.OPEN, EVENT_FROM, NOW);
      default -> card(Status.OPEN, null, null);
    };
  }

  private static PlaceCard card(Status status, @Nullable Instant from, @Nullable Instant to) {
    return new PlaceCard(
        1,
        new UUID(0, 1),
        PlaceCode.fromRandom(1),
        "Chợ",
        "Số 1",
        1,
        "market",
        "trade",
        Setting.OUTDOOR,
        null,
        false,
        OpeningHours.ALWAYS,
        60,
        null,
        from,
        to,
        status);
  }
}
