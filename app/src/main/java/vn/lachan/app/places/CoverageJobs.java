package vn.lachan.app.places;

import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets counts and figures follow what happens; every copy of the program runs it. */
@Component
class CoverageJobs {
  private final ActivityFollower follower;
  private final CoverageKeeper keeper;
  private final CoverageSettings settings;
  private final Clock clock;

  CoverageJobs(
      ActivityFollower follower, CoverageKeeper keeper, CoverageSettings settings, Clock clock) {
    this.follower = follower;
    this.keeper = keeper;
    this.settings = settings;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${places.coverage.every:15s}")
  void keepUp() {
    int steps = 0;
    while (steps < settings.steps() && follower.step(clock.instant())) {
      steps++;
    }
    steps = 0;
    while (steps < settings.steps() && keeper.step(clock.instant())) {
      steps++;
    }
  }

  @Scheduled(cron = "0 25 3 * * *", zone = "Asia/Ho_Chi_Minh")
  void forget() {
    keeper.forget(clock.instant());
  }
}
