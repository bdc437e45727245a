package vn.lachan.app.casework;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code casework.case_file}. */
record StoredCase(
    long number,
    UUID publicId,
    String disease,
    long person,
    int unit,
    CaseFacts facts,
    long openedBy,
    Instant openedAt,
    @Nullable Instant closedAt) {}
