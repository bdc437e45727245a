package vn.lachan.app.tracing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import vn.lachan.engine.tracing.PlaceWindow;
import vn.lachan.engine.tracing.Visit;

/**
 * Who was at a place in a window: the stays of each person cut to the window and united, so that
 * somebody who was recorded twice, or under two records, was there once.
 *
 * @param person the record that stands for the person
 */
record Attendance(long person, long from, long to, long seconds, int stays) {
  private static final Comparator<Attendance> BY_TIME =
      Comparator.comparingLong(Attendance::from).thenComparingLong(Attendance::person);

  private record Span(long from, long to) {}

  /** By first moment. An empty stay, or one that only touches the window, does not count. */
  static List<Attendance> of(PlaceWindow window, List<Visit> visits, LongUnaryOperator canonical) {
    Map<Long, List<Span>> spans = new HashMap<>();
    for (Visit visit : visits) {
      long from = Math.max(visit.enteredAt(), window.from());
      long to = Math.min(visit.leftAt(), window.to());
      if (from < to) {
        spans
            .computeIfAbsent(canonical.applyAsLong(visit.person()), _ -> new ArrayList<>(1))
            .add(new Span(from, to));
      }
    }
    List<Attendance> found = new ArrayList<>(spans.size());
    spans.forEach((person, own) -> found.add(united(person, own)));
    found.sort(BY_TIME);
    return found;
  }

  private static Attendance united(long person, List<Span> spans) {
    spans.sort(Comparator.comparingLong(Span::from));
    long end = Long.MIN_VALUE;
    long seconds = 0;
    int stays = 0;
    for (Span span : spans) {
      if (span.from() > end) {
        stays++;
        seconds += span.to() - span.from();
      } else {
        seconds += Math.max(0, span.to() - end);
      }
      end = Math.max(end, span.to());
    }
    return new Attendance(person, spans.getFirst().from(), end, seconds, stays);
  }
}
