package vn.lachan.app.visits;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place's gate as its keeper sees it: who came last, masked, and how many are inside.
 *
 * @param type the kind of the place; at a checkpoint nobody stays inside
 */
public record Gate(
    UUID place,
    String name,
    String address,
    String code,
    String type,
    int inside,
    @Nullable Integer capacity,
    List<ListedVisit> latest) {
  public Gate {
    latest = List.copyOf(latest);
  }
}
