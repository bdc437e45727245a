package vn.lachan.simulation;

import java.util.BitSet;

/**
 * The weddings, funerals, meetings and bus trips of one day with the people they draw. Whoever goes
 * to one does nothing else that day.
 */
final class DayEvents {
  private static final int SECONDS_PER_MINUTE = 60;
  private static final int YOUNGEST_GUEST = 4;
  private static final int LARGEST_SHARE_OF_PEOPLE = 8;

  private final World world;
  private final int day;
  private final Recording recording;
  private final BitSet busy;
  private final StayBuffer stays = new StayBuffer(1024);
  private final SeededStream stream = new SeededStream();

  DayEvents(World world, int day) {
    this.world = world;
    this.day = day;
    this.recording = new Recording(world);
    this.busy = new BitSet(world.people().people());
    for (int commune = 0; commune < world.geography().communes(); commune++) {
      gather(commune, PlaceKind.WEDDING);
      gather(commune, PlaceKind.FUNERAL);
      gather(commune, PlaceKind.MEETING);
      gather(commune, PlaceKind.VEHICLE);
    }
  }

  boolean isBusy(int person) {
    return busy.get(person);
  }

  void replay(StaySink sink) {
    stays.replay(sink);
  }

  private void gather(int commune, PlaceKind kind) {
    int first = world.places().first(commune, kind);
    int end = first + world.places().count(commune, kind);
    for (int place = first; place < end; place++) {
      if (!kind.isEvent() || world.timetable().eventDay(place) == day) {
        stream.begin(world.spec().seed(), place, Purpose.EVENT_DAY + day);
        invite(place, kind, commune);
      }
    }
  }

  /** Walks through the people around the commune with a stride that meets everybody once. */
  private void invite(int place, PlaceKind kind, int commune) {
    int everybody = world.people().people();
    int guests = Math.min(guests(place, kind), everybody / LARGEST_SHARE_OF_PEOPLE);
    int width = Math.min(everybody, Math.max(world.geography().people(commune), 5 * guests));
    int stride = strideThrough(width);
    int offset = width == 0 ? 0 : stream.below(width);
    for (int step = 0; step < width && guests > 0; step++) {
      int within = (int) ((offset + (long) step * stride) % width);
      int person = (world.geography().firstPerson(commune) + within) % everybody;
      if (!busy.get(person) && world.age(person) >= YOUNGEST_GUEST) {
        busy.set(person);
        attend(person, place, kind);
        guests--;
      }
    }
  }

  private int guests(int place, PlaceKind kind) {
    int capacity = PlaceDescriber.capacity(world, place);
    return switch (kind) {
      case WEDDING -> Math.max(kind.leastCapacity, (int) (capacity * (0.8 + 0.2 * stream.unit())));
      case VEHICLE -> (int) (capacity * (0.2 + 0.6 * stream.unit()));
      default -> (int) (capacity * (0.4 + 0.5 * stream.unit()));
    };
  }

  private int strideThrough(int width) {
    if (width < 3) {
      return 1;
    }
    int stride = stream.between(1, width - 1);
    while (greatestCommonDivisor(stride, width) != 1) {
      stride = stride % (width - 1) + 1;
    }
    return stride;
  }

  private static int greatestCommonDivisor(int one, int other) {
    return other == 0 ? one : greatestCommonDivisor(other, one % other);
  }

  private void attend(int person, int place, PlaceKind kind) {
    int begins = world.timetable().beginsMinute(place) * SECONDS_PER_MINUTE;
    int ends = world.timetable().endsMinute(place) * SECONDS_PER_MINUTE;
    int length = ends - begins;
    int entered = begins + (int) (length * arrivalShare(kind) * stream.unit());
    int stay = ends - entered;
    int left =
        switch (kind) {
          case FUNERAL -> entered + (int) (stay * (0.25 + 0.75 * stream.unit()));
          case MEETING -> ends - (int) (length * 0.08 * stream.unit());
          default -> entered + (int) (stay * (0.6 + 0.4 * stream.unit()));
        };
    recording.record(person, place, entered, left, stream, stays);
  }

  private static double arrivalShare(PlaceKind kind) {
    return switch (kind) {
      case WEDDING -> 0.35;
      case FUNERAL -> 0.7;
      case MEETING -> 0.1;
      default -> 0.3;
    };
  }
}
