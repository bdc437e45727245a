package vn.lachan.simulation;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Computes what is not kept of a place: name, position, hours, owner. */
final class PlaceDescriber {
  private static final double EXACT_SHARE = 0.85;
  private static final double SPREAD_DEGREES = 0.016;
  private static final double MICRODEGREES = 1e6;
  private static final int SECONDS_PER_MINUTE = 60;
  private static final int MARKET_OPENS_MINUTE = 4 * 60 + 30;
  private static final int MARKET_CLOSES_MINUTE = 18 * 60;

  private final World world;
  private final long seed;
  private final Numbers numbers;
  private final PlaceNames names;

  PlaceDescriber(World world) {
    this.world = world;
    this.seed = world.spec().seed();
    this.numbers = new Numbers(world.spec());
    this.names = new PlaceNames(world);
  }

  static int capacity(World world, int place) {
    PlaceKind kind = world.places().kind(place);
    SeededStream stream = new SeededStream(world.spec().seed(), place, Purpose.CAPACITY);
    double skewed = stream.unit() * stream.unit();
    double share = kind == PlaceKind.WEDDING ? stream.unit() : skewed;
    return kind.leastCapacity + (int) (share * (kind.mostCapacity - kind.leastCapacity));
  }

  SimulatedPlace describe(int place) {
    PlaceKind kind = world.places().kind(place);
    CommuneSpec commune = world.geography().commune(world.places().commune(place));
    SeededStream position = new SeededStream(seed, place, Purpose.PLACE_POSITION);
    boolean exact = position.chance(EXACT_SHARE);
    boolean event = kind.isEvent();
    Sex ownerSex = place % 3 == 0 ? Sex.MALE : Sex.FEMALE;
    return new SimulatedPlace(
        place,
        names.of(place),
        kind.typeCode,
        Addresses.of(commune, SeededStream.hash(seed, -1L - place, Purpose.ADDRESS)),
        commune.unitId(),
        exact ? commune.latitude() + offset(position) : commune.latitude(),
        exact ? commune.longitude() + offset(position) : commune.longitude(),
        exact,
        kind.setting(),
        capacity(world, place),
        event ? at(place, world.timetable().beginsMinute(place)) : null,
        event ? at(place, world.timetable().endsMinute(place)) : null,
        hours(place, kind),
        VietnameseNames.full(ownerSex, seed, -1L - place),
        numbers.phone(world.people().people() + place));
  }

  private static double offset(SeededStream stream) {
    double offset = SPREAD_DEGREES * (stream.unit() + stream.unit() - 1);
    return Math.rint(offset * MICRODEGREES) / MICRODEGREES;
  }

  private Instant at(int event, int minute) {
    long dayBegins = world.spec().dayBegins(world.timetable().eventDay(event));
    return Instant.ofEpochSecond(dayBegins + (long) minute * SECONDS_PER_MINUTE);
  }

  private @Nullable List<OpeningHours> hours(int place, PlaceKind kind) {
    Timetable timetable = world.timetable();
    if (kind == PlaceKind.VEHICLE) {
      return Arrays.stream(DayOfWeek.values())
          .map(
              day ->
                  new OpeningHours(day, timetable.beginsMinute(place), timetable.endsMinute(place)))
          .toList();
    }
    if (kind == PlaceKind.MARKET && timetable.rhythm(place) == Timetable.Rhythm.WEEKLY) {
      return timetable.marketDays(place).stream()
          .map(day -> new OpeningHours(day, MARKET_OPENS_MINUTE, MARKET_CLOSES_MINUTE))
          .toList();
    }
    return null;
  }
}
