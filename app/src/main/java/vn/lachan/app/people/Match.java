package vn.lachan.app.people;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a claim comes to, before anything is written.
 *
 * @param found the record it speaks of; null for a new person
 * @param suspects records that may be the same person, for somebody to settle
 * @param sharesDevice whether the claim came from the device of another person
 */
record Match(
    @Nullable Candidate found, Map<Long, PossibleDuplicate.Reason> suspects, boolean sharesDevice) {
  Match {
    suspects = Map.copyOf(suspects);
  }
}
