package vn.lachan.app.places;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place with its history, for those in whose reach it lies.
 *
 * @param revision to be sent back with a correction
 * @param createdBy the account that registered it; null for self-service
 * @param hasOwner whether an owner's contact is on record
 * @param history the latest first
 */
public record PlaceView(
    PlaceCard card,
    int revision,
    boolean mustRegister,
    Instant createdAt,
    @Nullable Long createdBy,
    boolean hasOwner,
    List<StateChange> history,
    List<CodeIssue> codes) {
  public PlaceView {
    history = List.copyOf(history);
    codes = List.copyOf(codes);
  }

  /** One code that the place had or has; {@code until} is null for the present one. */
  public record CodeIssue(
      String shown, Instant from, @Nullable Instant until, @Nullable String reason) {}
}
