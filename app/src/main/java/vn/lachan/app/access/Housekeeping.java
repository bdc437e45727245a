package vn.lachan.app.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets what has served its time: counted tries and used codes. */
@Component
class Housekeeping {
  private static final Duration CODES_KEPT = Duration.ofDays(2);

  private final AttemptTable attempts;
  private final CodeTable codes;
  private final Clock clock;

  Housekeeping(AttemptTable attempts, CodeTable codes, Clock clock) {
    this.attempts = attempts;
    this.codes = codes;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT2M")
  void forget() {
    Instant now = clock.instant();
    attempts.forgetBefore(now.minus(AttemptTable.MEMORY));
    codes.forgetBefore(now.minus(CODES_KEPT));
  }
}
