package vn.lachan.app.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.people.MaskedPerson;

/**
 * A case in a list.
 *
 * @param toReach supported contacts whose follow-up is not finished
 * @param reachedShare finished follow-ups of all, 0 to 1; null where nobody is to be reached
 */
public record CaseRow(
    UUID publicId,
    long number,
    String disease,
    MaskedPerson person,
    int unit,
    @Nullable LocalDate onset,
    @Nullable LocalDate sample,
    LocalDate confirmedOn,
    Instant openedAt,
    @Nullable Instant closedAt,
    int close,
    int casual,
    int toReach,
    @Nullable Double reachedShare) {}
