package vn.lachan.app.places;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a place.
 *
 * @param by the account; null for the owner in self-service before there is an account
 */
public record StateChange(What what, Instant at, @Nullable Long by, @Nullable String reason) {
  /** What happened; {@link #status} is where the place stands afterwards, null for no change. */
  public enum What {
    REGISTERED(Status.DRAFT),
    SUBMITTED(Status.SUBMITTED),
    APPROVED(Status.OPEN),
    RETURNED(Status.RETURNED),
    CORRECTED(null),
    CODE_REPLACED(null),
    CLOSED(Status.CLOSED),
    REOPENED(Status.OPEN),
    MOVED(null),
    MOVE_UNDONE(null),
    /** Became several; the reason names how many. */
    SPLIT(null),
    /** Was part of another place before. */
    SPLIT_OFF(null),
    OWNER_CHANGED(null),
    /** Somebody said how many visitors it expects; the reason is the number. */
    EXPECTED_SET(null);

    private final @Nullable Status status;

    What(@Nullable Status status) {
      this.status = status;
    }

    public @Nullable Status status() {
      return status;
    }

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    static What of(String key) {
      return valueOf(key.toUpperCase(Locale.ROOT));
    }
  }
}
