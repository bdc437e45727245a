package vn.lachan.app.tracing;

import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets the follower step until there is nothing more to read. */
@Component
class FollowerJob {
  private static final int MOST_STEPS = 100;

  private final Follower follower;
  private final Clock clock;

  FollowerJob(Follower follower, Clock clock) {
    this.follower = follower;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${tracing.follow-every:1s}")
  void follow() {
    int steps = 0;
    while (steps < MOST_STEPS && follower.step(clock.instant())) {
      steps++;
    }
  }
}
