package vn.lachan.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class VisitsTests {
  private static final SyntheticProvince PROVINCE = Provinces.DEMO;
  private static final long SECONDS_PER_DAY = 24 * 60 * 60;

  @Test
  void everyVisitKeepsTheRules() {
    int days = PROVINCE.spec().days();
    long[] previous = {0};
    for (int day = 0; day < days; day++) {
      long begins = PROVINCE.spec().dayBegins(day);
      PROVINCE.visits(
          day,
          (person, place, enteredAt, leftAt, capture) -> {
            boolean kept =
                enteredAt >= previous[0]
                    && enteredAt >= begins
                    && enteredAt < begins + SECONDS_PER_DAY
                    && (leftAt == VisitVisitor.UNKNOWN || leftAt > enteredAt)
                    && leftAt <= enteredAt + SECONDS_PER_DAY
                    && person >= 0
                    && person < PROVINCE.people()
                    && place >= 0
                    && place < PROVINCE.places()
                    && capture >= Capture.SELF_SCAN
                    && capture <= Capture.PAPER;
            assertThat(kept).as("person %d at %d on %d", person, place, enteredAt).isTrue();
            previous[0] = enteredAt;
          });
    }
  }

  @Test
  void trueStaysAreLongerThanNothingAndShorterThanADay() {
    PROVINCE
        .stays(8)
        .replay(
            (person, place, entered, left, scannedOut, capture) ->
                assertThat(left - entered).isPositive().isLessThan((int) SECONDS_PER_DAY));
  }

  @Test
  void theDayHasItsShape() {
    int[] ofHalfHour = new int[CheckInProfile.HALF_HOURS];
    int[] visits = new int[2];
    PROVINCE.visits(
        (person, place, enteredAt, leftAt, capture) -> {
          LocalTime time = Instant.ofEpochSecond(enteredAt).atZone(Provinces.ZONE).toLocalTime();
          ofHalfHour[time.toSecondOfDay() / CheckInProfile.SECONDS_PER_HALF_HOUR]++;
          visits[0]++;
          visits[1] += leftAt == VisitVisitor.UNKNOWN ? 0 : 1;
        });
    double all = visits[0];
    int busiest = IntStream.of(ofHalfHour).max().orElseThrow();
    assertThat(busiest / all).isBetween(0.043, 0.050);
    assertThat(ofHalfHour[26]).isEqualTo(busiest);
    for (int halfHour = 0; halfHour < ofHalfHour.length; halfHour++) {
      double wanted = CheckInProfile.tenThousandths(halfHour) / 10_000.0;
      assertThat(ofHalfHour[halfHour] / all).isCloseTo(wanted, Offset.offset(0.003));
    }
    assertThat(all / PROVINCE.people() / PROVINCE.spec().days()).isBetween(1.0, 1.15);
    assertThat(visits[1] / all).isCloseTo(0.45, Offset.offset(0.01));
  }

  @Test
  void theProfileIsWhole() {
    assertThat(
            IntStream.range(0, CheckInProfile.HALF_HOURS).map(CheckInProfile::tenThousandths).sum())
        .isEqualTo(CheckInProfile.PARTS);
  }

  @Test
  void departuresAreScannedAsOftenAsWanted() {
    for (double share : new double[] {0, 1}) {
      ProvinceSpec spec = Provinces.spec(3, 2_000, 2).withDepartureScanShare(share);
      int[] unknown = new int[2];
      SyntheticProvince.of(spec)
          .visits(0, (person, place, entered, left, how) -> unknown[left == -1 ? 1 : 0]++);
      assertThat(unknown[share == 0 ? 0 : 1]).isZero();
    }
  }

  @Test
  void eventsAndTripsAreVisitedOnlyWhileTheyLast() {
    List<SimulatedPlace> places =
        IntStream.range(0, PROVINCE.places()).mapToObj(PROVINCE::place).toList();
    int[] checked = new int[2];
    PROVINCE.visits(
        (person, place, enteredAt, leftAt, capture) -> {
          SimulatedPlace at = places.get(place);
          if (at.validFrom() != null && at.validTo() != null) {
            checked[0]++;
            assertThat(enteredAt).isGreaterThanOrEqualTo(at.validFrom().getEpochSecond());
            assertThat(Math.max(enteredAt, leftAt))
                .isLessThanOrEqualTo(at.validTo().getEpochSecond());
          } else if (at.hours() != null) {
            checked[1]++;
            assertThat(isOpen(at.hours(), enteredAt)).as("%s at %d", at, enteredAt).isTrue();
          }
        });
    assertThat(checked[0]).isGreaterThan(400);
    assertThat(checked[1]).isGreaterThan(400);
  }

  @Test
  void manyComeToAWeddingOnAWeekend() {
    int weddings = 0;
    for (int place = 0; place < PROVINCE.places(); place++) {
      SimulatedPlace wedding = PROVINCE.place(place);
      if (wedding.typeCode().equals("wedding") && wedding.validFrom() != null) {
        LocalDate date = wedding.validFrom().atZone(Provinces.ZONE).toLocalDate();
        assertThat(Timetable.isWeekend(date)).isTrue();
        assertThat(guests(place, date)).hasSizeBetween(140, 300);
        weddings++;
      }
    }
    assertThat(weddings).isPositive();
  }

  private static Set<Integer> guests(int wedding, LocalDate date) {
    int day = (int) (date.toEpochDay() - PROVINCE.spec().date(0).toEpochDay());
    Set<Integer> guests = new HashSet<>();
    PROVINCE.visits(
        day,
        (person, place, enteredAt, leftAt, capture) -> {
          if (place == wedding) {
            guests.add(person);
          }
        });
    return guests;
  }

  /** The hours of a market are those of its day, as people come before the gates open. */
  private static boolean isOpen(List<OpeningHours> hours, long second) {
    var time = Instant.ofEpochSecond(second).atZone(Provinces.ZONE);
    return hours.stream().anyMatch(day -> day.day() == time.getDayOfWeek());
  }
}
