package vn.lachan.app.places;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.units.Location;
import vn.lachan.app.units.Unit;
import vn.lachan.app.units.UnitLevel;
import vn.lachan.app.units.Units;
import vn.lachan.engine.scan.PersonName;
import vn.lachan.engine.scan.PhoneNumber;
import vn.lachan.engine.scan.Reading;
import vn.lachan.engine.scan.ServerScanPorts;
import vn.lachan.engine.tracing.Setting;

/** What a registration must fulfil. Each refusal has its own code under {@code places.refused}. */
@Component
class PlaceRules {
  static final int NAME_LENGTH_MOST = 150;
  static final int ADDRESS_LENGTH_MOST = 250;
  static final int REASON_LENGTH_MOST = 500;
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
  static final int CAPACITY_MOST = 1_000_000;
  private static final double KILOMETRES_A_DEGREE = 111.2;

  private final PlaceTypes types;
  private final Units units;
  private final PlacesSettings settings;

  PlaceRules(PlaceTypes types, Units units, PlacesSettings settings) {
    this.types = types;
    this.units = units;
    this.settings = settings;
  }

  PlaceFacts check(Registration registration, LocalDate today) {
    String name = PlaceText.clean(registration.name(), "name", NAME_LENGTH_MOST);
    String address = PlaceText.clean(registration.address(), "address", ADDRESS_LENGTH_MOST);
    PlaceType type =
        types
            .on(registration.type(), today)
            .orElseThrow(() -> Refusal.invalid("places.refused.type-unknown"));
    Unit commune = commune(registration.unit());
    checkTimes(registration.validFrom(), registration.validTo());
    Point picked = registration.location();
    return new PlaceFacts(
        name,
        address,
        searchable(name),
        PlaceText.fold(address),
        type,
        commune.id(),
        picked == null ? middle(commune) : near(picked, commune),
        picked != null,
        setting(registration.setting(), type),
        hours(registration.hours()),
        capacity(registration.capacity()),
        registration.validFrom(),
        registration.validTo(),
        ownerName(registration.ownerName()),
        ownerPhone(registration.ownerPhone()));
  }

  static String reason(String typed) {
    return PlaceText.clean(typed, "reason", REASON_LENGTH_MOST);
  }

  private static String searchable(String name) {
    String folded = PlaceText.fold(name);
    if (folded.isEmpty()) {
      throw Refusal.invalid("places.refused.name-without-letter");
    }
    return folded;
  }

  private Unit commune(int number) {
    Unit unit =
        units.find(number).orElseThrow(() -> Refusal.invalid("places.refused.unit-unknown"));
    if (unit.level() != UnitLevel.COMMUNE) {
      throw Refusal.invalid("places.refused.unit-not-commune");
    }
    return unit;
  }

  private void checkTimes(@Nullable Instant from, @Nullable Instant to) {
    if (from == null && to == null) {
      return;
    }
    if (from == null || to == null) {
      throw Refusal.invalid("places.refused.times-incomplete");
    }
    if (from.isBefore(EARLIEST) || to.isAfter(LATEST)) {
      throw Refusal.invalid("places.refused.times-unreadable");
    }
    if (!from.isBefore(to)) {
      throw Refusal.invalid("places.refused.times-reversed");
    }
    if (Duration.between(from, to).toDays() > settings.eventDays()) {
      throw Refusal.invalid("places.refused.times-too-long", settings.eventDays());
    }
  }

  private static Point middle(Unit commune) {
    return new Point(commune.location().latitude(), commune.location().longitude());
  }

  /**
   * A mark far outside the commune is a slip of the finger; the middle of a unit above is coarse.
   */
  private Point near(Point picked, Unit commune) {
    Location middle = commune.location();
    double north = (picked.latitude() - middle.latitude()) * KILOMETRES_A_DEGREE;
    double east =
        (picked.longitude() - middle.longitude())
            * KILOMETRES_A_DEGREE
            * Math.cos(Math.toRadians(middle.latitude()));
    double kilometres = Math.hypot(north, east);
    boolean comparable = middle.precision() == Location.Precision.OWN;
    int most = comparable ? settings.locationKilometres() : 5 * settings.locationKilometres();
    if (!(kilometres <= most)) { // also refuses what is no number
      throw Refusal.invalid("places.refused.location-far", most);
    }
    return picked;
  }

  private static Setting setting(@Nullable Setting chosen, PlaceType type) {
    return chosen == null || chosen == Setting.UNKNOWN ? type.setting() : chosen;
  }

  private static @Nullable OpeningHours hours(@Nullable String typed) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    try {
      return OpeningHours.parse(typed);
    } catch (IllegalArgumentException asPeopleWrite) {
      return hoursInWords(typed);
    }
  }

  private static OpeningHours hoursInWords(String typed) {
    try {
      return HoursWords.parse(typed);
    } catch (IllegalArgumentException notHours) {
      throw Refusal.invalid("places.refused.hours");
    }
  }

  private static @Nullable Integer capacity(@Nullable Integer people) {
    if (people != null && (people < 1 || people > CAPACITY_MOST)) {
      throw Refusal.invalid("places.refused.capacity", CAPACITY_MOST);
    }
    return people;
  }

  static @Nullable PersonName ownerName(@Nullable String typed) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    return switch (PersonName.parse(typed, new ServerScanPorts())) {
      case Reading.Accepted<PersonName>(PersonName name) -> name;
      case Reading.Rejected<PersonName> rejected ->
          throw Refusal.invalid("places.refused.owner-name");
    };
  }

  /** An owner needs both a name and a mobile phone. */
  static PersonName newOwner(String name, String phone) {
    mobile(phone);
    PersonName owner = ownerName(name);
    if (owner == null) {
      throw Refusal.invalid("places.refused.owner-name");
    }
    return owner;
  }

  static PhoneNumber mobile(String typed) {
    PhoneNumber phone = ownerPhone(typed);
    if (phone == null) {
      throw Refusal.invalid("places.refused.owner-phone");
    }
    if (!phone.isMobile()) {
      throw Refusal.invalid("places.refused.owner-phone-not-mobile");
    }
    return phone;
  }

  private static @Nullable PhoneNumber ownerPhone(@Nullable String typed) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    return switch (PhoneNumber.parse(typed)) {
      case Reading.Accepted<PhoneNumber>(PhoneNumber phone) -> phone;
      case Reading.Rejected<PhoneNumber> rejected ->
          throw Refusal.invalid("places.refused.owner-phone");
    };
  }
}
