package vn.lachan.bench;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import vn.lachan.app.places.NewPlace;
import vn.lachan.app.places.Places;
import vn.lachan.app.places.Registration;
import vn.lachan.app.units.Units;
import vn.lachan.app.visits.DepartureKind;
import vn.lachan.app.visits.LoadedVisit;
import vn.lachan.app.visits.NewVisit;
import vn.lachan.app.visits.Visits;
import vn.lachan.simulation.CommuneSpec;
import vn.lachan.simulation.ProvinceSpec;
import vn.lachan.simulation.SimulatedPlace;
import vn.lachan.simulation.SyntheticProvince;
import vn.lachan.simulation.VisitVisitor;

/**
 * A simulated province in the store: 21 days, so that its visits number about those asked for.
 * Places are real ones, because departures are inferred from their hours; persons are bare numbers
 * beyond all others, because tracing reads no more of them.
 */
record BenchProvince(SyntheticProvince province, long firstPerson, Instant end) {
  private static final int DAYS = 21;
  private static final double VISITS_PER_PERSON_DAY = 1.05;
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  static final int PROVINCE = 2_100_038;
  private static final long FIRST_PERSON = 1_000_000_000L;
  private static final long SEED = 20_211_229;

  static BenchProvince load(BenchProgram program, long visits, Report report) {
    Instant end = Clock.systemUTC().instant();
    int people = (int) (visits / (DAYS * VISITS_PER_PERSON_DAY));
    SyntheticProvince province = simulate(program, people, DAYS, end);
    long[] places = places(program, province, end);
    long begun = System.nanoTime();
    long stored = 0;
    for (int day = 0; day < DAYS; day++) {
      stored += program.bean(Visits.class).load(visitsOf(province, places, day), end);
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    report.line(
        String.format(
            Locale.ROOT,
            "loaded %,d visits of %,d people at %,d places in %.1f s (%,.0f a second)",
            stored,
            people,
            province.places(),
            seconds,
            stored / seconds));
    return new BenchProvince(province, FIRST_PERSON, end);
  }

  static SyntheticProvince simulate(BenchProgram program, int people, int days, Instant end) {
    return SyntheticProvince.of(
        ProvinceSpec.of(SEED, people, days, end, ZONE, "038", communes(program)));
  }

  private static List<CommuneSpec> communes(BenchProgram program) {
    return program.bean(Units.class).children(PROVINCE).stream()
        .map(
            unit ->
                new CommuneSpec(
                    unit.id(),
                    unit.fullName(),
                    unit.location().latitude(),
                    unit.location().longitude(),
                    1))
        .toList();
  }

  private static long[] places(BenchProgram program, SyntheticProvince province, Instant now) {
    return program
        .bean(Places.class)
        .load(
            IntStream.range(0, province.places())
                .mapToObj(province::place)
                .map(BenchProvince::place)
                .iterator(),
            now);
  }

  static NewPlace place(SimulatedPlace place) {
    return new NewPlace(
        new Registration(
            place.name() + " " + place.index(),
            place.typeCode(),
            place.address(),
            place.communeUnitId(),
            null,
            null,
            null,
            null,
            place.validFrom(),
            place.validTo(),
            null,
            null),
        null,
        null);
  }

  private static Iterator<LoadedVisit> visitsOf(
      SyntheticProvince province, long[] places, int day) {
    List<LoadedVisit> visits = new ArrayList<>();
    province.visits(
        day,
        (person, place, enteredAt, leftAt, capture) ->
            visits.add(
                new LoadedVisit(
                    FIRST_PERSON + person,
                    places[place],
                    enteredAt,
                    leftAt == VisitVisitor.UNKNOWN
                        ? null
                        : new NewVisit.Departure(leftAt, DepartureKind.SCANNED))));
    return visits.iterator();
  }
}
