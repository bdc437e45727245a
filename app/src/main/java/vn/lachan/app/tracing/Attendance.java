package vn.lachan.app.tracing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import vn.lachan.app.visits.DeclaredStays;
import vn.lachan.engine.tracing.PlaceWindow;
import vn.lachan.engine.tracing.Visit;

/**
 * Who was at a place in a window: the stays of each person cut to the window and united, so that
 * somebody who was recorded twice, or under two records, was there once.
 *
 * @param person the record that stands for the person
 */
record Attendance(
    long person, long from, long to, long seconds, int stays, ItineraryVisitor.Evidence evidence) {
  static final Comparator<Attendance> BY_TIME =
      Comparator.comparingLong(Attendance::from).thenComparingLong(Attendance::person);

  private record Span(long from, long to) {}

  /** By first moment. An empty stay, or one that only touches the window, does not count. */
  static List<Attendance> of(PlaceWindow window, List<Visit> visits, LongUnaryOperator canonical) {
    Map<Long, List<Span>> spans = new HashMap<>();
    for (Visit visit : visits) {
      add(spans, window, canonical.applyAsLong(visit.person()), visit.enteredAt(), visit.leftAt());
    }
    return sorted(spans, ItineraryVisitor.Evidence.RECORDED);
  }

  /** As {@link #of} for stays that people told of; the caller separates sure from possible ones. */
  static List<Attendance> told(
      PlaceWindow window,
      List<DeclaredStays.Declared> stays,
      LongUnaryOperator canonical,
      ItineraryVisitor.Evidence evidence) {
    Map<Long, List<Span>> spans = new HashMap<>();
    for (DeclaredStays.Declared stay : stays) {
      add(spans, window, canonical.applyAsLong(stay.person()), stay.from(), stay.to());
    }
    return sorted(spans, evidence);
  }

  private static void add(
      Map<Long, List<Span>> spans, PlaceWindow window, long person, long entered, long left) {
    long from = Math.max(entered, window.from());
    long to = Math.min(left, window.to());
    if (from < to) {
      spans.computeIfAbsent(person, _ -> new ArrayList<>(1)).add(new Span(from, to));
    }
  }

  private static List<Attendance> sorted(
      Map<Long, List<Span>> spans, ItineraryVisitor.Evidence evidence) {
    List<Attendance> found = new ArrayList<>(spans.size());
    spans.forEach((person, own) -> found.add(united(person, own, evidence)));
    found.sort(BY_TIME);
    return found;
  }

  private static Attendance united(
      long person, List<Span> spans, ItineraryVisitor.Evidence evidence) {
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
    return new Attendance(person, spans.getFirst().from(), end, seconds, stays, evidence);
  }
}
