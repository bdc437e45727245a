package vn.lachan.app.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vn.lachan.engine.tracing.PlaceWindow;
import vn.lachan.engine.tracing.Visit;

/** Who was there equals counting every second of every stay. */
class AttendanceTests {
  private static final PlaceWindow WINDOW = new PlaceWindow(1, 1_000, 1_100);

  @Test
  void equalsCountingEverySecond() {
    var random = new SplittableRandom(20_210_910);
    for (int round = 0; round < 200; round++) {
      List<Visit> visits = new ArrayList<>();
      for (int i = 0; i < random.nextInt(40); i++) {
        long entered = random.nextLong(950, 1_110);
        visits.add(new Visit(random.nextLong(8), 1, entered, entered + random.nextLong(30), false));
      }
      Map<Long, TreeSet<Long>> seconds = new HashMap<>();
      for (Visit visit : visits) {
        for (long second = visit.enteredAt(); second < visit.leftAt(); second++) {
          if (second >= WINDOW.from() && second < WINDOW.to()) {
            seconds.computeIfAbsent(visit.person() / 2, _ -> new TreeSet<>()).add(second);
          }
        }
      }

      List<Attendance> found = Attendance.of(WINDOW, visits, person -> person / 2);

      assertThat(found).hasSameSizeAs(seconds.keySet());
      for (Attendance one : found) {
        TreeSet<Long> own = seconds.get(one.person());
        assertThat(own).isNotNull().hasSize((int) one.seconds());
        assertThat(one.from()).isEqualTo(own.first());
        assertThat(one.to()).isEqualTo(own.last() + 1);
      }
      assertThat(found).isSortedAccordingTo((a, b) -> Long.compare(a.from(), b.from()));
      assertThat(paged(found)).isEqualTo(found);
    }
  }

  @Test
  void whoLeavesWhenItBeginsOrEntersWhenItEndsWasNotThere() {
    List<Visit> touching =
        List.of(new Visit(1, 1, 990, 1_000, false), new Visit(2, 1, 1_100, 1_200, false));
    assertThat(Attendance.of(WINDOW, touching, person -> person)).isEmpty();
    List<Visit> aSecond = List.of(new Visit(1, 1, 990, 1_001, false));
    assertThat(Attendance.of(WINDOW, aSecond, person -> person))
        .containsExactly(new Attendance(1, 1_000, 1_001, 1, 1, ItineraryVisitor.Evidence.RECORDED));
  }

  private static List<Attendance> paged(List<Attendance> all) {
    List<Attendance> read = new ArrayList<>();
    AttendanceKey key = null;
    while (true) {
      List<Attendance> rest = key == null ? all : AttendanceKey.parse(key.text()).rest(all);
      if (rest.isEmpty()) {
        return read;
      }
      List<Attendance> page = rest.subList(0, Math.min(2, rest.size()));
      read.addAll(page);
      key = AttendanceKey.after(page, key);
    }
  }
}
