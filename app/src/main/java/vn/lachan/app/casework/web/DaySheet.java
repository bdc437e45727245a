package vn.lachan.app.casework.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import vn.lachan.app.casework.CaseTimeline;
import vn.lachan.app.casework.web.DayDrawing.Bar;
import vn.lachan.app.casework.web.DayDrawing.Day;
import vn.lachan.app.casework.web.DayDrawing.Label;
import vn.lachan.app.people.MaskedPerson;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.program.Formats;
import vn.lachan.app.tracing.Timeline;
import vn.lachan.engine.tracing.ContactClass;
import vn.lachan.engine.tracing.Exposure;
import vn.lachan.engine.tracing.Overlap;

/** The days of a timeline drawn so far; lengths are pixels. */
final class DaySheet {
  private static final int LANE = 22;

  /** Room for the names of places under the hours. */
  private static final int HEADING = 8;

  private static final int BAR = 14;

  /** Living together lasts for days: a thin line, not to be mistaken for a visit. */
  private static final int THIN = 4;

  private static final int GAP = 14;
  private static final int LEAST_WIDTH = 3;
  private static final int LETTER = 7;
  private static final int WIDTH = DayDrawing.WIDTH;

  private final CaseWords words;
  private final Formats formats;
  private final CaseTimeline shown;
  private final String indexName;
  private final int mostLanes;
  private final List<Day> days = new ArrayList<>();
  private List<Label> labels = new ArrayList<>();
  private List<Bar> bars = new ArrayList<>();
  private int y;

  DaySheet(CaseWords words, Formats formats, CaseTimeline shown, String indexName, int mostLanes) {
    this.words = words;
    this.formats = formats;
    this.shown = shown;
    this.indexName = indexName;
    this.mostLanes = mostLanes;
  }

  List<Day> days() {
    return days;
  }

  /** Draws a day on which somebody was somewhere; others leave no block. */
  void day(LocalDate day, long from, long to) {
    List<Timeline.Stay> stays =
        shown.timeline().stays().stream()
            .filter(stay -> meets(stay.from(), stay.to(), from, to))
            .sorted(Comparator.comparing(Timeline.Stay::from))
            .toList();
    List<Timeline.Row> rows =
        shown.timeline().contacts().stream()
            .filter(row -> row.exposures().stream().anyMatch(each -> meets(each, from, to)))
            .toList();
    if (stays.isEmpty() && rows.isEmpty()) {
      return;
    }
    labels = new ArrayList<>();
    bars = new ArrayList<>();
    y = 2;
    labels.add(new Label(y + BAR, formats.date(day), "day-name"));
    y += LANE + HEADING;
    labels.add(new Label(y + BAR - 2, indexName, "case"));
    stays(stays, from, to);
    y += LANE;
    rows.stream().limit(mostLanes).forEach(row -> contact(row, from, to));
    if (rows.size() > mostLanes) {
      String more = words.say("casework.timeline.day-more", rows.size() - mostLanes);
      labels.add(new Label(y + BAR - 2, more, "more"));
      y += LANE;
    }
    days.add(new Day(y + GAP / 2, labels, bars));
  }

  private void stays(List<Timeline.Stay> stays, long from, long to) {
    int free = 0;
    for (int at = 0; at < stays.size(); at++) {
      Timeline.Stay stay = stays.get(at);
      String name = words.placeName(stay.place(), shown.places());
      long begin = stay.from().getEpochSecond();
      long end = stay.to().getEpochSecond();
      String kind = stay.departureInferred() ? "stay guessed" : "stay";
      int left = x(begin, from, to);
      int next = at + 1 < stays.size() ? x(second(stays.get(at + 1)), from, to) : WIDTH;
      int room = Math.max(0, next - Math.max(left, free));
      String label = fit(name, room);
      free = left + label.length() * LETTER;
      bars.add(bar(begin, end, from, to, kind, name + ", " + span(begin, end), label));
    }
  }

  private void contact(Timeline.Row row, long from, long to) {
    MaskedPerson who = shown.persons().get(row.contact().person());
    boolean close = row.contact().contactClass() == ContactClass.CLOSE;
    String name = words.name(who);
    labels.add(new Label(y + BAR - 2, name, close ? "close" : "casual"));
    for (Exposure exposure : row.exposures()) {
      for (Overlap overlap : exposure.overlaps()) {
        if (overlap.from() < to && overlap.to() > from) {
          overlap(exposure, overlap, name, from, to);
        }
      }
    }
    y += LANE;
  }

  private void overlap(Exposure exposure, Overlap overlap, String name, long from, long to) {
    String where = where(exposure, shown.places());
    String title = name + ", " + where + ", " + span(overlap.from(), overlap.to());
    if (exposure.source().measured()) {
      String own = overlap.departureInferred() ? "own guessed" : "own";
      bars.add(bar(overlap.contactFrom(), overlap.contactTo(), from, to, own, title, ""));
    }
    String kind = exposure.contactClass() == ContactClass.CLOSE ? "close" : "casual";
    if (!exposure.source().measured()) {
      kind += " lasting";
    }
    if (overlap.departureInferred()) {
      kind += " guessed";
    }
    bars.add(bar(overlap.from(), overlap.to(), from, to, kind, title, ""));
  }

  private Bar bar(
      long begin, long end, long from, long to, String kind, String title, String label) {
    int left = x(begin, from, to);
    int right = Math.max(x(end, from, to), left + LEAST_WIDTH);
    boolean thin = kind.contains("lasting");
    int top = thin ? y + (BAR - THIN) / 2 : y;
    return new Bar(left, top, right - left, thin ? THIN : BAR, kind, title, label);
  }

  private String span(long from, long to) {
    return formats.dayTime(Instant.ofEpochSecond(from))
        + " – "
        + formats.dayTime(Instant.ofEpochSecond(to));
  }

  private String where(Exposure exposure, Map<Long, PlaceCard> places) {
    return exposure.place() >= 0
        ? words.placeName(exposure.place(), places)
        : words.source(exposure);
  }

  /** The text, or its beginning, or nothing where even that says nothing. */
  private static String fit(String text, int room) {
    int letters = room / LETTER - 1;
    if (text.length() <= letters) {
      return text;
    }
    return letters < 5 ? "" : text.substring(0, letters - 1) + "…";
  }

  private static long second(Timeline.Stay stay) {
    return stay.from().getEpochSecond();
  }

  private static boolean meets(Instant begin, Instant end, long from, long to) {
    return begin.getEpochSecond() < to && end.getEpochSecond() > from;
  }

  private static boolean meets(Exposure exposure, long from, long to) {
    return exposure.overlaps().stream()
        .anyMatch(overlap -> overlap.from() < to && overlap.to() > from);
  }

  private static int x(long second, long from, long to) {
    return Math.toIntExact(Math.clamp((second - from) * WIDTH / (to - from), 0, WIDTH));
  }
}
