package vn.lachan.app.visits;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Messages for tests; times are written as local text. */
final class VisitSamples {
  /** 20 November 2026, the day on which tests happen. */
  static final String DAY = "2026-11-20T";

  private VisitSamples() {}

  static long at(String localTime) {
    String text = localTime.contains("T") ? localTime : DAY + localTime;
    return LocalDateTime.parse(text).atZone(VisitDays.ZONE).toEpochSecond();
  }

  static Capture capture(long receivedAt) {
    return Capture.now(CaptureWay.KEEPER_SCAN, 1, receivedAt);
  }

  static NewVisit visit(long person, long place, long enteredAt, int dwellMinutes) {
    return visit(person, place, enteredAt, dwellMinutes, null);
  }

  static NewVisit visit(
      long person,
      long place,
      long enteredAt,
      int dwellMinutes,
      NewVisit.@Nullable Departure departure) {
    long departsBy = enteredAt + 60L * dwellMinutes;
    return new NewVisit(person, place, enteredAt, departsBy, departure, false, capture(enteredAt));
  }

  static NewDeparture departure(long person, long place, long leftAt) {
    return new NewDeparture(person, place, leftAt, DepartureKind.SCANNED, capture(leftAt));
  }

  static NewWithdrawal withdrawal(long person, long place, long enteredAt) {
    return new NewWithdrawal(person, place, enteredAt, 7, "sai người");
  }
}
