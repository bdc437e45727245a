package vn.lachan.app.privacy;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A breach as it is known.
 *
 * @param categories classes of the data catalogue
 * @param texts what happened, its consequences, what was done, whom to ask; by their field names
 */
public record NewBreach(
    Instant discoveredAt,
    Set<String> categories,
    @Nullable Integer persons,
    boolean harmLikely,
    Map<String, String> texts) {
  public NewBreach {
    categories = Set.copyOf(categories);
    texts = Map.copyOf(texts);
  }

  @Override
  public String toString() {
    return "NewBreach[" + discoveredAt + "]";
  }
}
