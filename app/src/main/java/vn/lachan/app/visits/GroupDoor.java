package vn.lachan.app.visits;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.kernel.Refusal;

/**
 * What somebody sees who checks in several persons of theirs by one phone.
 *
 * @param inside since when those are inside whom this phone checked in, by person
 * @param refusal why nobody can check in here now; null where one can
 * @param parts where one checks in now, if the place was split and closed
 */
public record GroupDoor(
    String name,
    String address,
    Map<Long, Instant> inside,
    @Nullable Refusal refusal,
    List<DoorView.Part> parts) {
  public GroupDoor {
    inside = Map.copyOf(inside);
    parts = List.copyOf(parts);
  }
}
