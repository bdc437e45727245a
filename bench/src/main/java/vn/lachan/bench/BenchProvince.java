package vn.lachan.bench;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import vn.lachan.app.visits.DepartureKind;
import vn.lachan.app.visits.LoadedVisit;
import vn.lachan.app.visits.NewVisit;
import vn.lachan.app.visits.Visits;
import vn.lachan.simulation.InventedCommunes;
import vn.lachan.simulation.ProvinceSpec;
import vn.lachan.simulation.SyntheticProvince;
import vn.lachan.simulation.VisitVisitor;

/**
 * A simulated province in the store: 21 days, so that its visits number about those asked for.
 * Persons and places are bare numbers here, one more than the simulation's index; tracing reads no
 * more of them.
 */
record BenchProvince(SyntheticProvince province, Instant end) {
  private static final int DAYS = 21;
  private static final double VISITS_PER_PERSON_DAY = 1.05;
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final int COMMUNES = 100;
  private static final long SEED = 20_211_229;

  static BenchProvince load(BenchProgram program, long visits, Report report) {
    Instant end = Clock.systemUTC().instant();
    int people = (int) (visits / (DAYS * VISITS_PER_PERSON_DAY));
    var province =
        SyntheticProvince.of(
            ProvinceSpec.of(SEED, people, DAYS, end, ZONE, "038", InventedCommunes.grid(COMMUNES)));
    long begun = System.nanoTime();
    long stored = 0;
    for (int day = 0; day < DAYS; day++) {
      stored += program.bean(Visits.class).load(visitsOf(province, day), end);
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
    return new BenchProvince(province, end);
  }

  private static Iterator<LoadedVisit> visitsOf(SyntheticProvince province, int day) {
    List<LoadedVisit> visits = new ArrayList<>();
    province.visits(
        day,
        (person, place, enteredAt, leftAt, capture) ->
            visits.add(
                new LoadedVisit(
                    person + 1L,
                    place + 1L,
                    enteredAt,
                    leftAt == VisitVisitor.UNKNOWN
                        ? null
                        : new NewVisit.Departure(leftAt, DepartureKind.SCANNED))));
    return visits.iterator();
  }
}
