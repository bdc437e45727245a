package vn.lachan.app.tracing;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.app.visits.ArrivalFollower;
import vn.lachan.app.visits.VisitsSettings;

/**
 * Tells visits how far traces are: no day is destroyed before the follower has read what came for
 * it and every open trace has copied what it uses of it.
 */
@Component
class TracesAtRetention implements ArrivalFollower {
  private final FollowerTable follower;
  private final KeptTable kept;
  private final ProgramSettings program;
  private final VisitsSettings visits;
  private final TracingSettings settings;

  TracesAtRetention(
      FollowerTable follower,
      KeptTable kept,
      ProgramSettings program,
      VisitsSettings visits,
      TracingSettings settings) {
    this.follower = follower;
    this.kept = kept;
    this.program = program;
    this.visits = visits;
    this.settings = settings;
  }

  @Override
  public String name() {
    return "tracing";
  }

  @Override
  public long cursor() {
    return follower.followFrom(follower.cursor());
  }

  /** A computation copies the visits that it used of the days which end soonest. */
  @Override
  public LocalDate needsFrom() {
    return kept.leastComputed()
        .map(
            at ->
                at.atZone(program.zone())
                    .toLocalDate()
                    .minusDays(visits.retentionDays())
                    .plusDays(settings.copyAheadDays()))
        .orElse(LocalDate.MAX);
  }

  @Override
  public List<Kept> keptOf(LocalDate before) {
    return kept.keptBefore(before.atStartOfDay(program.zone()).toInstant());
  }
}
