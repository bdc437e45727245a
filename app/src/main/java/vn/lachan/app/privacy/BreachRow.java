package vn.lachan.app.privacy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A breach in the register.
 *
 * @param categories classes of the data catalogue
 * @param persons how many are affected, as far as known; null while unknown
 * @param listed how many of them are bound to the breach by name
 * @param told how many of these were sent the notice
 * @param notifyDue by when the authority must know
 * @param late whether the authority was told too late, or has not been told and it is too late
 */
public record BreachRow(
    UUID publicId,
    long number,
    Instant discoveredAt,
    List<String> categories,
    @Nullable Integer persons,
    int listed,
    int told,
    boolean harmLikely,
    Instant notifyDue,
    @Nullable Instant notifiedAt,
    @Nullable Instant toldAt,
    @Nullable Instant closedAt,
    boolean late,
    String document,
    String certainty) {
  public BreachRow {
    categories = List.copyOf(categories);
  }
}
