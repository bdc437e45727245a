package vn.lachan.app.audit;

import org.jspecify.annotations.Nullable;

/**
 * An entry's place in a block beside the entry as it stands now.
 *
 * @param hash what was sealed
 * @param now the hash of what stands there; null when the entry is gone
 * @param recorded when the entry says that it was recorded, in microseconds; 0 when it is gone
 */
record SealedRow(
    long block, int position, long entry, String hash, @Nullable String now, long recorded) {}
