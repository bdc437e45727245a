package vn.lachan.app.declarations;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A higher module that knows what became of the call that a red declaration asks for. */
public interface WarningFollowUps {
  /**
   * The call.
   *
   * @param task its number, for its page
   * @param state the message key of how it stands
   * @param at when it was followed up last; null where nobody did yet
   */
  record Call(long task, String state, @Nullable Instant at, boolean finished) {}

  /**
   * The call for this declaration, or for the same person's later one, which took its place.
   *
   * @param records all records of the person
   */
  Optional<Call> of(UUID declaration, Collection<Long> records);
}
