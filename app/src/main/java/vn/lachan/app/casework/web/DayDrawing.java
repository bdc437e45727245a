package vn.lachan.app.casework.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.lachan.app.casework.CaseTimeline;
import vn.lachan.app.program.Formats;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.app.tracing.TraceWindow;

/**
 * Draws a timeline: a block a day from midnight to midnight, in it a lane for the index case and
 * one for each contact of that day: their own stay as a frame, the shared time filled. Lengths are
 * pixels.
 */
@Component
class DayDrawing {
  static final int WIDTH = 1008;
  private static final int HOURS = 24;
  private static final int HOUR_STEP = 2;

  private static final int MOST_DAYS = 60;

  /** Contacts of one day that are drawn where everybody is; the choice of a place shows more. */
  private static final int MOST_LANES = 10;

  private final ProgramSettings program;
  private final Formats formats;
  private final CaseWords words;

  DayDrawing(ProgramSettings program, Formats formats, CaseWords words) {
    this.program = program;
    this.formats = formats;
    this.words = words;
  }

  /** A bar with its words for pointers and readers; {@code label} is empty where it has no room. */
  record Bar(int x, int y, int width, int height, String kind, String title, String label) {}

  /** A line of text at a height. */
  record Label(int y, String text, String kind) {}

  /** The block of a day, which stands for itself so that paper can break between two. */
  record Day(int height, List<Label> labels, List<Bar> bars) {}

  /** An hour of the axis. */
  record Hour(int x, String text) {}

  /** Everything to draw. */
  record Chart(int width, List<Hour> hours, List<Day> days) {}

  Chart draw(TraceWindow window, CaseTimeline shown, String indexName, boolean allLanes) {
    ZoneId zone = program.zone();
    var sheet =
        new DaySheet(words, formats, shown, indexName, allLanes ? Integer.MAX_VALUE : MOST_LANES);
    LocalDate last = window.to().minusSeconds(1).atZone(zone).toLocalDate();
    LocalDate day = window.from().atZone(zone).toLocalDate();
    for (int count = 0; !day.isAfter(last) && count < MOST_DAYS; count++) {
      sheet.day(day, day.atStartOfDay(zone).toEpochSecond(), nextMidnight(day, zone));
      day = day.plusDays(1);
    }
    List<Hour> hours = new ArrayList<>();
    for (int hour = 0; hour < HOURS; hour += HOUR_STEP) {
      hours.add(new Hour(hour * WIDTH / HOURS, "%02d".formatted(hour)));
    }
    return new Chart(WIDTH, hours, sheet.days());
  }

  private static long nextMidnight(LocalDate day, ZoneId zone) {
    return day.plusDays(1).atStartOfDay(zone).toEpochSecond();
  }
}
