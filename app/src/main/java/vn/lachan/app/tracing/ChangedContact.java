package vn.lachan.app.tracing;

import java.time.Instant;
import java.util.UUID;
import vn.lachan.engine.tracing.ContactClass;

/**
 * What changes since a look come to for one person.
 *
 * @param name masked
 * @param cause of the latest change
 */
public record ChangedContact(
    UUID person,
    String name,
    Kind kind,
    Cause cause,
    Instant at,
    int generation,
    ContactClass contactClass,
    long minutes) {
  /** What it comes to. */
  public enum Kind {
    ADDED,
    WITHDRAWN,
    CHANGED
  }
}
