package vn.lachan.app.program.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a backup is due; times of day are local, one a day at 01:30. */
class BackupPlanTests {
  private static final BackupPlan DAILY =
      new BackupPlan(Duration.ofDays(1), LocalTime.of(1, 30), ZoneId.of("Asia/Ho_Chi_Minh"));

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          2026-11-20T12:00, -,                -,                true
          2026-11-20T12:00, 2026-11-20T01:30, 2026-11-20T01:30, false
          2026-11-21T01:29, 2026-11-20T01:30, 2026-11-20T01:30, false
          2026-11-21T01:30, 2026-11-20T01:30, 2026-11-20T01:30, true
          2026-11-21T09:00, 2026-11-20T13:00, 2026-11-20T13:00, true
          2026-11-21T02:00, 2026-11-20T01:30, 2026-11-21T01:30, false
          2026-11-21T02:31, 2026-11-20T01:30, 2026-11-21T01:30, true
          2026-11-21T02:31, -,                2026-11-21T02:00, false
          """)
  void isDueOnceAnIntervalAndAnHourAfterAFailure(
      String now, @Nullable String whole, @Nullable String tried, boolean due) {
    assertThat(DAILY.isDue(at(now), time(whole), time(tried))).isEqualTo(due);
  }

  private static Optional<Instant> time(@Nullable String local) {
    return Optional.ofNullable(local).map(BackupPlanTests::at);
  }

  private static Instant at(String local) {
    return Instant.parse(local + ":00+07:00");
  }
}
