package vn.lachan.app.units;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A branch of the provincial administration that answers for kinds of places, such as the health or
 * the trade department. {@code successor} is the code of the sector that took over. {@code
 * verified} is false where the day or the document was not yet compared with the original text;
 * pages must then say so.
 */
public record Sector(
    String code,
    String nameVietnamese,
    String nameEnglish,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    @Nullable String successor,
    @Nullable String document,
    boolean verified) {

  /** Whether the sector existed on a day; an unknown beginning counts as always. */
  public boolean validOn(LocalDate day) {
    return (validFrom == null || !day.isBefore(validFrom))
        && (validTo == null || !day.isAfter(validTo));
  }
}
