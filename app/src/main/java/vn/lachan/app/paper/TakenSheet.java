package vn.lachan.app.paper;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sheet that became a declaration.
 *
 * @param batch in which it was keyed
 * @param number of the declaration; null once that was dropped
 * @param unit the commune in charge of it; null with its number
 * @param timeKnown whether the sheet says at which hour it was written
 * @param takenBy the shown name of who keyed or settled it last
 * @param reached whether the reader also reaches the declaration itself
 */
public record TakenSheet(
    String serial,
    String shown,
    UUID batch,
    String batchName,
    String form,
    UUID declaration,
    @Nullable Long number,
    @Nullable Integer unit,
    Instant writtenAt,
    boolean timeKnown,
    Instant takenAt,
    String takenBy,
    boolean reached) {}
