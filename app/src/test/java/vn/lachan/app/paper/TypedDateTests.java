package vn.lachan.app.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What keyers type, line by line. */
class TypedDateTests {
  private static final LocalDate NEAR = LocalDate.of(2026, 1, 10);

  @Test
  void datesAreReadFromDigitsAlone() {
    for (String line :
        """
        0901       2026-01-09
        3112       2025-12-31
        2902       -
        150326     2026-03-15
        150385     1985-03-15
        15032026   2026-03-15
        29022024   2024-02-29
        29022026   -
        1985       1985
        00001985   1985
        00031985   1985-03
        00131985   -
        9/1        2026-01-09
        9.1.2026   2026-01-09
        09-01-26   2026-01-09
        2026-01-09 2026-01-09
        2026-13-09 -
        32011999   -
        123        -
        abc        -
        1/2/3/4    -
        """
            .lines()
            .toList()) {
      List<String> words = List.of(line.split("\\s+", -1));
      assertThat(TypedDate.read(words.getFirst(), NEAR).orElse("-"))
          .as(line)
          .isEqualTo(words.getLast());
    }
  }

  @Test
  void timesAreReadFromDigitsAlone() {
    for (String line :
        """
        730   07:30
        0730  07:30
        7     07:00
        7h    07:00
        7h30  07:30
        14:05 14:05
        2359  23:59
        2400  -
        760   -
        x     -
        """
            .lines()
            .toList()) {
      List<String> words = List.of(line.split("\\s+", -1));
      assertThat(TypedDate.time(words.getFirst()).map(Object::toString).orElse("-"))
          .as(line)
          .isEqualTo(words.getLast());
    }
  }
}
