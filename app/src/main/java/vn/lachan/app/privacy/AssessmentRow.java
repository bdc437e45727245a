package vn.lachan.app.privacy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An impact assessment.
 *
 * @param startedOn when the processing began
 * @param dueAt what is due next: the filing, then each update; null where nothing is
 */
public record AssessmentRow(
    UUID publicId,
    long number,
    LocalDate startedOn,
    Instant fileDue,
    @Nullable Instant filedAt,
    @Nullable Instant updateDue,
    @Nullable Instant dueAt,
    boolean overdue,
    @Nullable Instant closedAt,
    String document,
    String certainty) {}
