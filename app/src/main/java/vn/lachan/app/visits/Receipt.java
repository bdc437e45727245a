package vn.lachan.app.visits;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.kernel.Refusal;

/**
 * The answer to one sent line, given only after what it says is durable.
 *
 * @param outcome null exactly where the line was refused
 * @param person the public id of the person; null where the line was refused
 * @param refusal why, in a code that is also a message key
 */
public record Receipt(
    @Nullable Outcome outcome,
    @Nullable UUID person,
    @Nullable Instant at,
    @Nullable Refusal refusal) {
  static Receipt of(Outcome outcome, UUID person, Instant at) {
    return new Receipt(outcome, person, at, null);
  }

  static Receipt refused(Refusal refusal) {
    return new Receipt(null, null, null, refusal);
  }
}
