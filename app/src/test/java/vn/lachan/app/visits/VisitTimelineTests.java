package vn.lachan.app.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lachan.app.visits.VisitSamples.at;
import static vn.lachan.app.visits.VisitSamples.departure;
import static vn.lachan.app.visits.VisitSamples.visit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What follows from a person's messages: one line a case. {@code P08:00} is a check-in at P with a
 * dwell of an hour, {@code P-09:00} a scanned check-out, {@code P=09:00} a keyed one.
 */
class VisitTimelineTests {
  @Test
  void departures() {
    check(
        """
        sent                              | stays
        P08:00                            | P08:00-09:00i
        P08:00 Q08:30                     | P08:00-08:30i Q08:30-09:30i
        P08:00 P08:30                     | P08:00-09:00i P08:30-09:30i
        P08:00 P08:30 Q08:45              | P08:00-08:45i P08:30-08:45i Q08:45-09:45i
        P08:00 Q08:00                     | P08:00-09:00i Q08:00-09:00i
        P08:00 P-08:20                    | P08:00-08:20s
        P08:00 P-12:00                    | P08:00-12:00s
        P08:00 P=12:00                    | P08:00-12:00k
        P08:00 P-08:20 P=12:00            | P08:00-08:20s
        P08:00 P=08:20 P=08:40            | P08:00-08:40k
        P08:00 P-08:20 P-08:40            | P08:00-08:40s
        P08:00 Q08:30 P-09:30             | P08:00-09:30s Q08:30-09:30i
        P08:00 P08:01 P-08:20             | P08:00-08:20s P08:01-08:20s
        P08:00 P-08:20 P08:40 P-08:50     | P08:00-08:20s P08:40-08:50s
        P08:00 P14:00 P-14:30             | P08:00-09:00i P14:00-14:30s
        P08:00 Q08:10 P08:40 P-08:50      | P08:00-08:10i Q08:10-08:40i P08:40-08:50s
        P08:00 Q-08:20                    | P08:00-09:00i
        P08:00 P-08:00                    | P08:00-09:00i
        P08:00 P-07:59                    | P08:00-09:00i
        """);
  }

  @Test
  void aCheckOutIsMatchedByAnyEntryOfTheDayBefore() {
    Timeline timeline = timeline("P08:00 P-08:20 Q-08:20 P-07:00");

    assertThat(timeline.departures())
        .extracting(row -> row.place + " " + row.matched)
        .containsExactly("1 false", "1 true", "2 false");
  }

  @Test
  void nobodyTravelsFasterThan150KilometresAnHour() {
    Distances fifty = (from, to) -> 50_000;
    assertThat(flags("P08:00 Q08:19", fifty)).containsExactly(0, VisitFlags.TOO_FAST);
    assertThat(flags("P08:00 Q08:20", fifty)).containsExactly(0, 0);
    assertThat(flags("P08:00 Q08:19", Distances.NONE)).containsExactly(0, 0);
    assertThat(flags("P08:00 P08:01", fifty)).containsExactly(0, 0);
    assertThat(flags("P08:00 Q08:40 P08:50", fifty)).containsExactly(0, 0, VisitFlags.TOO_FAST);
  }

  private static List<Integer> flags(String sent, Distances distances) {
    Timeline timeline = timeline(sent);
    timeline.settle(distances);
    return timeline.visits().stream().map(visit -> visit.flags).toList();
  }

  private static void check(String table) {
    for (String line : table.lines().skip(1).toList()) {
      String[] cells = line.split("\\|");
      List<String> stays = new ArrayList<>();
      for (VisitRow visit : timeline(cells[0].strip()).visits()) {
        stays.add(
            (visit.place == 1 ? "P" : "Q")
                + time(visit.enteredAt)
                + "-"
                + time(visit.leftAt)
                + "iks".charAt(visit.departure));
      }
      assertThat(String.join(" ", stays)).as(line).isEqualTo(cells[1].strip());
    }
  }

  private static Timeline timeline(String sent) {
    var timeline = new Timeline(7);
    for (String word : sent.split(" ")) {
      long place = word.charAt(0) == 'P' ? 1 : 2;
      boolean leaves = word.charAt(1) == '-' || word.charAt(1) == '=';
      long time = at(word.substring(leaves ? 2 : 1) + ":00");
      timeline.touch(time);
      if (leaves) {
        int kind = word.charAt(1) == '=' ? 1 : 2;
        NewDeparture departure = departure(7, place, time);
        timeline.add(new DepartureRow(7, place, time, kind, false, departure.capture()));
      } else {
        timeline.add(VisitRow.of(visit(7, place, time, 60)));
      }
    }
    timeline.settle(Distances.NONE);
    return timeline;
  }

  private static String time(long epochSecond) {
    return Instant.ofEpochSecond(epochSecond).atZone(VisitDays.ZONE).toLocalTime().toString();
  }
}
