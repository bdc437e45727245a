package vn.lachan.app.tracing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.engine.tracing.Crowd;

/** A crowd of a trace with its place and the decision that holds for it. */
public record TraceCrowd(UUID trace, PlaceCard place, Crowd crowd, @Nullable Decision decision) {
  /** What was decided, by whom. */
  public record Decision(
      Instant keepFrom,
      Instant keepTo,
      int minimumMinutes,
      boolean includeAll,
      String reason,
      Instant at,
      String by) {}

  public Instant from() {
    return Instant.ofEpochSecond(crowd.window().from());
  }

  public Instant to() {
    return Instant.ofEpochSecond(crowd.window().to());
  }

  public boolean heldBack() {
    return crowd.outcome() == Crowd.Outcome.HELD_BACK;
  }
}
