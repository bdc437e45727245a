package vn.lachan.app.casework;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.lachan.engine.tracing.InfectiousPeriod.CaseDates;

/**
 * What is known of the illness; local days.
 *
 * @param onset needs {@code symptomatic}
 * @param sample when the positive sample was taken
 * @param firstContact first contact with a known source
 * @param sourceCase number of the source's case where it is known here
 * @param isolatedAt end of the infectious time; null while not isolated
 * @param confirmedOn the day whose rules apply
 */
public record CaseFacts(
    boolean symptomatic,
    @Nullable LocalDate onset,
    @Nullable LocalDate sample,
    @Nullable LocalDate firstContact,
    @Nullable Long sourceCase,
    @Nullable Instant isolatedAt,
    LocalDate confirmedOn) {

  CaseDates dates() {
    return new CaseDates(onset, sample, firstContact, isolatedAt);
  }
}
