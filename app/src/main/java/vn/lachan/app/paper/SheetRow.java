package vn.lachan.app.paper;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sheet in a list: nothing of what is written on it.
 *
 * @param serial eleven digits
 * @param shown the same as people read it
 * @param position in its pad, from 1
 * @param urgent whether the first keying looks red and the sheet is not taken yet
 * @param reason of a void sheet
 * @param declaration of a sheet that was taken
 * @param photo whether a photograph of it is held
 */
public record SheetRow(
    String serial,
    String shown,
    int position,
    SheetState state,
    boolean urgent,
    @Nullable VoidReason reason,
    @Nullable Instant takenAt,
    @Nullable UUID declaration,
    @Nullable String firstKeyer,
    @Nullable String secondKeyer,
    boolean photo) {}
