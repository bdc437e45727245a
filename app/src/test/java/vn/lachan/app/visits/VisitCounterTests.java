package vn.lachan.app.visits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.lachan.app.TestDatabase;
import vn.lachan.app.places.DayActivity;
import vn.lachan.app.places.PlaceDay;

/** What visits answer to places about a place and a day. */
class VisitCounterTests {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 5);
  private static final long MIDNIGHT = VisitDays.midnight(DAY).getEpochSecond();

  private final TestDatabase database = TestDatabase.create();
  private final StoreUnderTest under = new StoreUnderTest(database);
  private final VisitCounter counter =
      new VisitCounter(
          new ArrivalTable(under.jdbc), new CountTable(under.jdbc), new DayTable(under.jdbc));

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aDayIsCountedFromMidnightToMidnightAndWithdrawalsAreFollowed() {
    enter(1, 7, MIDNIGHT);
    enter(1, 7, MIDNIGHT + 3_600);
    enter(2, 7, MIDNIGHT + 24 * 3_600 - 1);
    enter(3, 7, MIDNIGHT - 1);
    enter(3, 8, MIDNIGHT + 60);
    var asked = List.of(new PlaceDay(7, DAY), new PlaceDay(8, DAY), new PlaceDay(9, DAY));
    assertThat(counter.count(asked))
        .containsExactlyInAnyOrder(
            new DayActivity(7, DAY, 3, 2, Instant.ofEpochSecond(MIDNIGHT + 24 * 3_600 - 1)),
            new DayActivity(8, DAY, 1, 1, Instant.ofEpochSecond(MIDNIGHT + 60)),
            new DayActivity(9, DAY, 0, 0, null));
    assertThat(counter.countDay(DAY, 7, 10)).extracting(DayActivity::place).containsExactly(8L);

    long cursor = counter.touched(0, 100).cursor();
    under.store.append(List.of(new NewWithdrawal(2, 7, MIDNIGHT + 24 * 3_600 - 1, 1, "mistake")));
    assertThat(counter.touched(cursor, 100).days()).containsExactly(new PlaceDay(7, DAY));
    assertThat(counter.count(List.of(new PlaceDay(7, DAY))).getFirst().visits()).isEqualTo(2);

    under.store.forgetBefore(DAY.plusDays(1));
    assertThat(counter.count(asked)).as("a day that is gone is no nought").isEmpty();
  }

  private void enter(long person, long place, long at) {
    under.store.append(
        List.of(
            new NewVisit(
                person,
                place,
                at,
                at + 3_600,
                null,
                false,
                Capture.now(CaptureWay.SIMULATED, 0, at))));
  }
}
