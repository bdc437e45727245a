package vn.lachan.app.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One written entry, as an auditor reads it.
 *
 * @param block the block in which it is sealed; null while it waits
 */
public record Entry(
    long number,
    Instant at,
    long actor,
    String kind,
    @Nullable String purpose,
    @Nullable Long caseId,
    @Nullable String query,
    int count,
    int persons,
    @Nullable String correlation,
    @Nullable Long block) {}
