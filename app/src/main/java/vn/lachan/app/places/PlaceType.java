package vn.lachan.app.places;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.lachan.engine.tracing.Setting;

/**
 * A kind of place, as the reference data say from {@code validFrom} to {@code validTo} (the last
 * day; null while it lasts). When a sector is merged, the kind gets another line, and the old one
 * stays for what happened before.
 *
 * @param sector the sector that answers for this kind
 * @param mustRegister whether such a place has to have a code
 * @param document the document that names the kind or assigns its sector
 * @param note what of it is the product's own advice, or not compared with the original text
 */
public record PlaceType(
    String code,
    Group group,
    String vietnamese,
    String english,
    String sector,
    Setting setting,
    OpeningHours hours,
    int dwellMinutes,
    boolean mustRegister,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    String document,
    String note) {

  /** The two groups of the Long An directive of 1 July 2021. */
  public enum Group {
    WORK_BUSINESS,
    CROWD;

    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Group of(String key) {
      return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  public String name(Locale language) {
    return language.getLanguage().equals("en") ? english : vietnamese;
  }

  boolean validOn(LocalDate day) {
    return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
  }
}
