package vn.lachan.app.places;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.kernel.Refusal;

/** Where an entry in the list of places that have to register stands. */
public enum ObligedState {
  /** No registration fits. */
  LISTED,
  /** Registered: it counts through its place. */
  MATCHED,
  /** Struck off, with a reason: it does not exist any more, or need not register. */
  DROPPED;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Null for no text. */
  public static @Nullable ObligedState of(@Nullable String key) {
    if (key == null || key.isBlank()) {
      return null;
    }
    return Arrays.stream(values())
        .filter(state -> state.key().equals(key))
        .findFirst()
        .orElseThrow(() -> Refusal.invalid("places.refused.status-unknown"));
  }
}
