package vn.lachan.app.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lachan.app.visits.VisitSamples.at;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import vn.lachan.app.places.DwellRule;
import vn.lachan.app.places.OpeningHours;

/** When somebody left whom nobody checked out: one line a case. */
class VisitInferenceTests {
  @Test
  void thePlaceAloneSaysTheLatest() {
    check(
        """
        hours                  | dwell | entered             | departs by          | closed
        always                 |    60 | 2026-11-20T08:00:00 | 2026-11-20T09:00:00 | no
        daily 07:00-21:00      |    60 | 2026-11-20T08:00:00 | 2026-11-20T09:00:00 | no
        daily 07:00-21:00      |    60 | 2026-11-20T20:30:00 | 2026-11-20T21:00:00 | no
        daily 07:00-21:00      |    60 | 2026-11-20T20:59:59 | 2026-11-20T21:00:00 | no
        daily 07:00-21:00      |    60 | 2026-11-20T21:00:00 | 2026-11-20T22:00:00 | yes
        daily 07:00-21:00      |    60 | 2026-11-20T03:00:00 | 2026-11-20T04:00:00 | yes
        1-5 07:00-11:30 13:30-17:00 | 240 | 2026-11-20T11:00:00 | 2026-11-20T11:30:00 | no
        1-5 07:00-11:30 13:30-17:00 | 240 | 2026-11-20T12:00:00 | 2026-11-20T16:00:00 | yes
        daily 18:00-02:00      |   300 | 2026-11-20T23:00:00 | 2026-11-21T02:00:00 | no
        daily 18:00-02:00      |    60 | 2026-11-20T23:30:00 | 2026-11-21T00:30:00 | no
        always                 |  1440 | 2026-11-20T08:00:00 | 2026-11-21T08:00:00 | no
        always                 |  9999 | 2026-11-20T08:00:00 | 2026-11-21T08:00:00 | no
        always                 |     0 | 2026-11-20T08:00:00 | 2026-11-20T08:00:01 | no
        """);
  }

  @Test
  void theNextCheckInElsewhereEndsItEarlier() {
    assertThat(InferredDeparture.of(100, OptionalLong.empty())).isEqualTo(100);
    assertThat(InferredDeparture.of(100, OptionalLong.of(60))).isEqualTo(60);
    assertThat(InferredDeparture.of(100, OptionalLong.of(100))).isEqualTo(100);
    assertThat(InferredDeparture.of(100, OptionalLong.of(140))).isEqualTo(100);
  }

  private static void check(String table) {
    for (String line : table.lines().skip(1).toList()) {
      String[] cells = line.split("\\|");
      var rule =
          new DwellRule(
              OpeningHours.parse(cells[0].strip()), Integer.parseInt(cells[1].strip()), "");
      StayTimes.Limit limit = StayTimes.limit(rule, at(cells[2].strip()));
      assertThat(limit)
          .as(line)
          .isEqualTo(new StayTimes.Limit(at(cells[3].strip()), cells[4].strip().equals("yes")));
    }
  }
}
