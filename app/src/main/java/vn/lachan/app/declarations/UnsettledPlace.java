package vn.lachan.app.declarations;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.places.PlaceCard;

/**
 * Words by which people said to have been at a place that nobody has recognised yet, or that an
 * officer has.
 *
 * @param words a number that stands for these very words, however accents and marks are written
 * @param text the words as one of them wrote it; empty where the answers are gone
 * @param stays how often, {@code persons} by how many
 * @param from the first moment, {@code to} the last
 * @param suggested registered places of a like name
 * @param settled the place that an officer said it is; null where nobody did
 */
public record UnsettledPlace(
    long words,
    String text,
    int stays,
    int persons,
    Instant from,
    Instant to,
    List<Suggestion> suggested,
    @Nullable Settled settled) {
  public UnsettledPlace {
    suggested = List.copyOf(suggested);
  }

  /** A place that it may be. */
  public record Suggestion(PlaceCard place) {}

  /** What it was said to be. */
  public record Settled(PlaceCard place, String by, Instant at) {}

  @Override
  public String toString() {
    return "UnsettledPlace[" + words + "]";
  }
}
