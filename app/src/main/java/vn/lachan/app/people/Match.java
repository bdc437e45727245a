package vn.lachan.app.people;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a claim comes to, before anything is written.
 *
 * @param found the record it speaks of; null for a new person
 * @param suspects records that may be the same person, for somebody to settle: the strongest reason
 *     first, then the oldest record
 * @param sharesDevice whether the claim came from the device of another person
 */
record Match(
    @Nullable Candidate found, Map<Long, PossibleDuplicate.Reason> suspects, boolean sharesDevice) {
  Match {
    suspects = inOrder(suspects);
  }

  private static Map<Long, PossibleDuplicate.Reason> inOrder(
      Map<Long, PossibleDuplicate.Reason> suspects) {
    Map<Long, PossibleDuplicate.Reason> ordered = new LinkedHashMap<>();
    suspects.entrySet().stream()
        .sorted(
            Map.Entry.<Long, PossibleDuplicate.Reason>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(suspect -> ordered.put(suspect.getKey(), suspect.getValue()));
    return Collections.unmodifiableMap(ordered);
  }
}
