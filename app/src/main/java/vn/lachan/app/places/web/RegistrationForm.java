package vn.lachan.app.places.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.Point;
import vn.lachan.app.places.Registration;
import vn.lachan.engine.tracing.Setting;

/** The fields of a registration as they were typed, so that a refused form loses none. */
record RegistrationForm(
    @Nullable String name,
    @Nullable String type,
    @Nullable String address,
    @Nullable String unit,
    @Nullable String latitude,
    @Nullable String longitude,
    @Nullable String setting,
    @Nullable String hours,
    @Nullable String capacity,
    @Nullable String validFrom,
    @Nullable String validTo,
    @Nullable String ownerName,
    @Nullable String ownerPhone,
    @Nullable String revision) {
  private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

  static RegistrationForm empty(@Nullable Integer unit) {
    String commune = unit == null ? null : unit.toString();
    return new RegistrationForm(
        null, null, null, commune, null, null, null, null, null, null, null, null, null, null);
  }

  /** The next place: in the same commune, of the same kind. */
  static RegistrationForm next(@Nullable Integer unit, @Nullable String type) {
    String commune = unit == null ? null : unit.toString();
    return new RegistrationForm(
        null, type, null, commune, null, null, null, null, null, null, null, null, null, null);
  }

  static RegistrationForm of(PlaceCard card, int revision, boolean ownHours, ZoneId zone) {
    Point point = card.locationExact() ? card.location() : null;
    return new RegistrationForm(
        card.name(),
        card.type(),
        card.address(),
        Integer.toString(card.unit()),
        point == null ? null : Double.toString(point.latitude()),
        point == null ? null : Double.toString(point.longitude()),
        card.setting().name().toLowerCase(Locale.ROOT),
        ownHours ? card.hours().words() : null,
        card.capacity() == null ? null : card.capacity().toString(),
        shown(card.validFrom(), zone),
        shown(card.validTo(), zone),
        null,
        null,
        Integer.toString(revision));
  }

  Registration registration(ZoneId zone) {
    return new Registration(
        orEmpty(name),
        orEmpty(type),
        orEmpty(address),
        number(unit, "places.refused.unit-unknown", -1),
        point(),
        settingOrNull(),
        hours,
        blank(capacity) ? null : number(capacity, "places.refused.capacity-unreadable", 0),
        instant(validFrom, zone),
        instant(validTo, zone),
        ownerName,
        ownerPhone);
  }

  int seenRevision() {
    return number(revision, "places.refused.revision", -1);
  }

  /** For showing the form again: what is no number was refused, and names no commune. */
  public @Nullable Integer commune() {
    return communeOrNull(unit);
  }

  static @Nullable Integer communeOrNull(@Nullable String typed) {
    try {
      return blank(typed) ? null : Integer.valueOf(orEmpty(typed).strip());
    } catch (NumberFormatException noNumber) {
      return null;
    }
  }

  /** A comma is how degrees are written in Vietnamese. */
  static double degrees(String text) {
    return Double.parseDouble(text.strip().replace(',', '.'));
  }

  private @Nullable Point point() {
    if (blank(latitude) && blank(longitude)) {
      return null;
    }
    try {
      return new Point(degrees(orEmpty(latitude)), degrees(orEmpty(longitude)));
    } catch (NumberFormatException noNumber) {
      throw Refusal.invalid("places.refused.location-unreadable");
    }
  }

  private @Nullable Setting settingOrNull() {
    return switch (orEmpty(setting)) {
      case "indoor" -> Setting.INDOOR;
      case "outdoor" -> Setting.OUTDOOR;
      case "vehicle" -> Setting.VEHICLE;
      default -> null;
    };
  }

  private static int number(@Nullable String typed, String refusal, int whenAbsent) {
    if (blank(typed)) {
      return whenAbsent;
    }
    try {
      return Integer.parseInt(orEmpty(typed).strip());
    } catch (NumberFormatException noNumber) {
      throw Refusal.invalid(refusal);
    }
  }

  private static @Nullable Instant instant(@Nullable String typed, ZoneId zone) {
    if (blank(typed)) {
      return null;
    }
    try {
      return LocalDateTime.parse(orEmpty(typed), TYPED).atZone(zone).toInstant();
    } catch (DateTimeParseException noTime) {
      throw Refusal.invalid("places.refused.times-unreadable");
    }
  }

  private static @Nullable String shown(@Nullable Instant instant, ZoneId zone) {
    return instant == null ? null : TYPED.format(instant.atZone(zone));
  }

  private static boolean blank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
