package vn.lachan.app.casework;

import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an act on many contacts did, or would do.
 *
 * @param id to take it back by; null where nothing was done or nothing was asked for yet
 * @param skipped how many were left as they are, and why
 * @param newTasks how many tasks were, or would be, made for it
 */
public record BulkAnswer(
    @Nullable UUID id, int asked, int done, int newTasks, Map<Skipped, Integer> skipped) {
  /** Why a contact was left as it is. */
  public enum Skipped {
    /** The id names nobody, or nobody in this trace. */
    NO_CONTACT,
    /** The trace no longer supports the contact, and there is no task. */
    WITHDRAWN,
    /** Neither the case nor the contact's commune is in reach for changing. */
    OUT_OF_REACH,
    /** It is so already. */
    UNCHANGED,
    /** Somebody changed it after the act that is taken back. */
    CHANGED_SINCE
  }

  public BulkAnswer {
    skipped = skipped.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(skipped));
  }

  public int left() {
    return skipped.values().stream().mapToInt(Integer::intValue).sum();
  }
}
