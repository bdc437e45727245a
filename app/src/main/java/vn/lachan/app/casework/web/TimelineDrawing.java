package vn.lachan.app.casework.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.lachan.app.casework.CaseContact;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.program.Formats;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.app.tracing.Timeline;
import vn.lachan.app.tracing.TraceWindow;
import vn.lachan.engine.tracing.ContactClass;
import vn.lachan.engine.tracing.Exposure;
import vn.lachan.engine.tracing.Overlap;

/**
 * Draws a timeline: a column a day, a row a place with the index case's stays, beneath them a row a
 * contact with the shared time. Lengths are pixels.
 */
@Component
class TimelineDrawing {
  private static final int LEAST_DAY_WIDTH = 120;
  private static final int CHART_WIDTH = 960;
  static final int ROW_HEIGHT = 22;
  private static final int TOP = 24;
  private static final int GAP = 14;
  private static final int BAR_HEIGHT = 12;
  private static final int LEAST_WIDTH = 3;
  private static final int MOST_PLACES = 15;

  private final ProgramSettings program;
  private final Formats formats;
  private final CaseWords words;

  TimelineDrawing(ProgramSettings program, Formats formats, CaseWords words) {
    this.program = program;
    this.formats = formats;
    this.words = words;
  }

  /** A bar with its words for pointers and readers. */
  record Bar(int x, int y, int width, int height, String kind, String title) {}

  /** A line of text at a height. */
  record Label(int y, String text, String kind) {}

  /** A day's column. */
  record Day(int x, String text) {}

  /** Everything to draw. */
  record Chart(
      int width, int height, int dayWidth, List<Day> days, List<Label> labels, List<Bar> bars) {}

  Chart draw(
      TraceWindow window,
      Timeline timeline,
      Map<Long, PlaceCard> cards,
      Map<Long, CaseContact> contacts) {
    ZoneId zone = program.zone();
    LocalDate first = window.from().atZone(zone).toLocalDate();
    LocalDate last = window.to().atZone(zone).toLocalDate();
    int dayCount = Math.toIntExact(ChronoUnit.DAYS.between(first, last)) + 1;
    int dayWidth = Math.max(LEAST_DAY_WIDTH, CHART_WIDTH / dayCount);
    List<Day> days = new ArrayList<>();
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      days.add(new Day(days.size() * dayWidth, formats.date(day).substring(0, 5)));
    }
    var scale = new Scale(first.atStartOfDay(zone).toEpochSecond(), dayWidth, dayCount * dayWidth);
    List<Label> labels = new ArrayList<>();
    List<Bar> bars = new ArrayList<>();
    int y = placeRows(timeline, cards, scale, labels, bars);
    y = contactRows(timeline, contacts, scale, y + GAP, labels, bars);
    return new Chart(scale.width(), y + GAP, dayWidth, days, labels, bars);
  }

  private int placeRows(
      Timeline timeline,
      Map<Long, PlaceCard> cards,
      Scale scale,
      List<Label> labels,
      List<Bar> bars) {
    Map<Long, Integer> rowOf = new LinkedHashMap<>();
    for (Timeline.Stay stay : timeline.stays()) {
      if (rowOf.size() < MOST_PLACES && !rowOf.containsKey(stay.place())) {
        int y = TOP + rowOf.size() * ROW_HEIGHT;
        rowOf.put(stay.place(), y);
        labels.add(new Label(y + BAR_HEIGHT, words.placeName(stay.place(), cards), "place"));
      }
      Integer y = rowOf.get(stay.place());
      if (y != null) {
        String title = words.placeName(stay.place(), cards) + ", " + span(stay.from(), stay.to());
        String kind = stay.departureInferred() ? "stay guessed" : "stay";
        bars.add(
            scale.bar(stay.from().getEpochSecond(), stay.to().getEpochSecond(), y, kind, title));
      }
    }
    return TOP + rowOf.size() * ROW_HEIGHT;
  }

  private int contactRows(
      Timeline timeline,
      Map<Long, CaseContact> contacts,
      Scale scale,
      int from,
      List<Label> labels,
      List<Bar> bars) {
    int y = from;
    for (Timeline.Row row : timeline.contacts()) {
      CaseContact contact = contacts.get(row.contact().person());
      String name = words.name(contact == null ? null : contact.who());
      boolean close = row.contact().contactClass() == ContactClass.CLOSE;
      labels.add(new Label(y + BAR_HEIGHT, name, close ? "close" : "casual"));
      for (Exposure exposure : row.exposures()) {
        for (Overlap overlap : exposure.overlaps()) {
          bars.add(bar(exposure, overlap, name, scale, y));
        }
      }
      y += ROW_HEIGHT;
    }
    return y;
  }

  private Bar bar(Exposure exposure, Overlap overlap, String name, Scale scale, int y) {
    String kind = exposure.contactClass() == ContactClass.CLOSE ? "close" : "casual";
    if (!exposure.source().measured()) {
      kind += " lasting";
    }
    if (overlap.departureInferred()) {
      kind += " guessed";
    }
    Instant from = Instant.ofEpochSecond(overlap.from());
    Instant to = Instant.ofEpochSecond(overlap.to());
    String title = name + ", " + words.source(exposure) + ", " + span(from, to);
    return scale.bar(overlap.from(), overlap.to(), y, kind, title);
  }

  private String span(Instant from, Instant to) {
    return formats.dayTime(from) + " – " + formats.dayTime(to);
  }

  /** Seconds to pixels. */
  private record Scale(long begin, int dayWidth, int width) {
    private static final int SECONDS_PER_DAY = 86_400;

    Bar bar(long from, long to, int y, String kind, String title) {
      int left = x(from);
      int right = Math.max(x(to), left + LEAST_WIDTH);
      return new Bar(left, y, right - left, BAR_HEIGHT, kind, title);
    }

    private int x(long second) {
      long x = (second - begin) * dayWidth / SECONDS_PER_DAY;
      return Math.clamp(x, 0, width);
    }
  }
}
