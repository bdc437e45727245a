package vn.lachan.app.demo;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.people.NewPerson;
import vn.lachan.app.places.NewPlace;
import vn.lachan.app.places.Point;
import vn.lachan.app.places.Registration;
import vn.lachan.engine.scan.PartialDate;
import vn.lachan.engine.scan.PersonName;
import vn.lachan.engine.scan.PhoneNumber;
import vn.lachan.engine.scan.Sex;
import vn.lachan.engine.tracing.Setting;
import vn.lachan.simulation.OpeningHours;
import vn.lachan.simulation.SimulatedPerson;
import vn.lachan.simulation.SimulatedPlace;

/** From the words of the simulation to those of the modules. */
final class Translation {
  private Translation() {}

  static NewPlace place(SimulatedPlace place) {
    Point point = new Point(place.latitude(), place.longitude());
    return new NewPlace(
        new Registration(
            place.name(),
            place.typeCode(),
            place.address(),
            place.communeUnitId(),
            place.exactLocation() ? point : null,
            setting(place.setting()),
            hours(place.hours()),
            place.capacity() > 0 ? place.capacity() : null,
            place.validFrom(),
            place.validTo(),
            place.ownerName(),
            place.ownerPhone()),
        null,
        null);
  }

  static NewPerson person(SimulatedPerson person, Instant since) {
    String phone = person.phone();
    return new NewPerson(
        new PersonName(person.fullName()),
        new PartialDate(person.birthYear(), 0, 0),
        person.sex() == vn.lachan.simulation.Sex.MALE ? Sex.MALE : Sex.FEMALE,
        phone == null ? null : new PhoneNumber(phone),
        phone != null,
        person.citizenNumber(),
        person.address(),
        person.communeUnitId(),
        (long) person.household(),
        since);
  }

  private static Setting setting(String word) {
    return switch (word) {
      case "indoor" -> Setting.INDOOR;
      case "outdoor" -> Setting.OUTDOOR;
      case "vehicle" -> Setting.VEHICLE;
      default -> Setting.UNKNOWN;
    };
  }

  private static @Nullable String hours(@Nullable List<OpeningHours> hours) {
    if (hours == null || hours.isEmpty()) {
      return null;
    }
    return hours.stream()
        .map(
            day ->
                "%d %s-%s"
                    .formatted(
                        day.day().getValue(), clock(day.opensMinute()), clock(day.closesMinute())))
        .collect(Collectors.joining("; "));
  }

  private static String clock(int minute) {
    return "%02d:%02d".formatted(minute / 60 % 24, minute % 60);
  }
}
