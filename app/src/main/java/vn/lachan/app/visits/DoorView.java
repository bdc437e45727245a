package vn.lachan.app.visits;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.kernel.Refusal;

/**
 * What a visitor sees who scanned a place's poster. It never shows whose phone it is.
 *
 * @param known whether one tap is enough, because the device came before
 * @param enteredAt since when this device's visit here is open; null where none is
 * @param leftAt when this device's last visit here ended, where that was within the last minutes
 * @param refusal why nobody can check in here now; null where one can
 */
public record DoorView(
    String name,
    String address,
    boolean known,
    @Nullable Instant enteredAt,
    @Nullable Instant leftAt,
    @Nullable Refusal refusal) {}
