package vn.lachan.app.places;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.kernel.Refusal;

/** Where an inspection stands. */
public enum InspectionState {
  /** Nothing was wrong. */
  COMPLIANT,
  /** A reminder runs until its deadline; then somebody goes there again. */
  WAITING,
  /** Another authority goes on with it. */
  REFERRED,
  /** A second visit took it over. */
  FOLLOWED,
  /** Settled. */
  CLOSED,
  /** Recorded by mistake. */
  WITHDRAWN;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static InspectionState of(String key) {
    return Arrays.stream(values())
        .filter(state -> state.key().equals(key))
        .findFirst()
        .orElseThrow(() -> Refusal.invalid("places.refused.status-unknown"));
  }

  /** Null for no text. */
  public static @Nullable InspectionState orNull(@Nullable String key) {
    return key == null || key.isBlank() ? null : of(key);
  }
}
