package vn.lachan.app.places;

import java.util.Locale;

/**
 * Where a place stands. It follows from the rows of {@code places.state_change}; the column beside
 * them is kept in the same statement so that lists can filter by it. Only an open place takes
 * visits.
 */
public enum Status {
  /** Typed in, the owner's phone not yet confirmed. */
  DRAFT,
  /** Waiting for the commune. */
  SUBMITTED,
  /** Sent back to its owner with a reason. */
  RETURNED,
  OPEN,
  CLOSED;

  /** As stored, in addresses and in message keys. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Status of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }
}
