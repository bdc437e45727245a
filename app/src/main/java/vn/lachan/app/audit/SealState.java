package vn.lachan.app.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the record is sealed.
 *
 * @param head the last block; null before the first
 * @param waiting committed entries that are in no block yet
 * @param waitingSince when the oldest of them was recorded
 */
public record SealState(@Nullable Head head, long waiting, @Nullable Instant waitingSince) {}
