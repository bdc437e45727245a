package vn.lachan.app.visits;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.kernel.Refusal;

/**
 * What a visitor sees who scanned a place's poster. It never shows whose phone it is.
 *
 * @param known whether one tap is enough, because the device came before
 * @param enteredAt since when this device's visit here is open; null where none is
 * @param leftAt when this device's last visit here ended, where that was within the last minutes
 * @param refusal why nobody can check in here now; null where one can
 * @param parts where one checks in now, if the place was split and closed
 */
public record DoorView(
    String name,
    String address,
    boolean known,
    @Nullable Instant enteredAt,
    @Nullable Instant leftAt,
    @Nullable Refusal refusal,
    List<Part> parts) {
  public DoorView {
    parts = List.copyOf(parts);
  }

  /** One of the places that this one was split into; its own code. */
  public record Part(String code, String name, String address) {}
}
