package vn.lachan.app.casework;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Grant;
import vn.lachan.app.access.Role;
import vn.lachan.app.access.Scope;
import vn.lachan.app.people.NewPerson;
import vn.lachan.app.people.People;
import vn.lachan.app.places.NewPlace;
import vn.lachan.app.places.Places;
import vn.lachan.app.places.Registration;
import vn.lachan.app.units.Hierarchy;
import vn.lachan.app.units.Units;
import vn.lachan.app.visits.Capture;
import vn.lachan.app.visits.CaptureWay;
import vn.lachan.app.visits.DepartureKind;
import vn.lachan.app.visits.NewVisit;
import vn.lachan.app.visits.NewWithdrawal;
import vn.lachan.app.visits.VisitStore;
import vn.lachan.engine.scan.PersonName;
import vn.lachan.engine.scan.PhoneNumber;

/**
 * A small outbreak made anew for a test: an eating place, and people in two communes who were there
 * yesterday noon.
 */
final class Outbreak {
  static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final AtomicInteger SERIAL = new AtomicInteger(100_000);

  final Instant now;
  final LocalDate today;
  final int home;
  final int away;
  final long place;
  final long index;
  final long close;
  final long closeAway;
  final long casual;
  private final People people;
  private final VisitStore visits;

  Outbreak(Clock clock, Units units, Places places, People people, VisitStore visits) {
    this.people = people;
    this.visits = visits;
    now = clock.instant();
    today = now.atZone(ZONE).toLocalDate();
    var communes =
        units.children(units.byCode("96", Hierarchy.WITHOUT_DISTRICTS_FROM).orElseThrow().id());
    int serial = SERIAL.getAndAdd(20);
    home = communes.get(serial / 20 % 20).id();
    away = communes.get(20 + serial / 20 % 20).id();
    place =
        places
            .load(
                List.of(
                        new NewPlace(
                            new Registration(
                                "Quán Gió " + serial,
                                "eating-place",
                                "Số " + serial,
                                home,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null),
                            null,
                            null))
                    .iterator(),
                now)[0];
    long[] persons =
        people.load(
            List.of(
                    person("Nguyễn Văn Bệnh", home, serial),
                    person("Trần Thị Gần", home, serial + 1),
                    person("Lê Văn Xa", away, serial + 2),
                    person("=Phạm Thoáng", home, serial + 3))
                .iterator());
    index = persons[0];
    close = persons[1];
    closeAway = persons[2];
    casual = persons[3];
    visit(index, 12, 0, 60);
    visit(close, 12, 10, 40);
    visit(closeAway, 12, 30, 60);
    visit(casual, 12, 55, 60);
  }

  /** Somebody was at the place yesterday from then for so many minutes. */
  void visit(long person, int hour, int minute, int minutes) {
    long entered = today.minusDays(1).atTime(hour, minute).atZone(ZONE).toEpochSecond();
    visits.append(
        List.of(
            new NewVisit(
                person,
                place,
                entered,
                entered + 7_200,
                new NewVisit.Departure(entered + 60L * minutes, DepartureKind.SCANNED),
                false,
                Capture.now(CaptureWay.SIMULATED, 0, now.getEpochSecond()))));
  }

  /** Somebody came and nobody scanned the departure: two hours are taken for it. */
  void sits(long person, int hour, int minute) {
    long entered = today.minusDays(1).atTime(hour, minute).atZone(ZONE).toEpochSecond();
    visits.append(
        List.of(
            new NewVisit(
                person,
                place,
                entered,
                entered + 7_200,
                null,
                false,
                Capture.now(CaptureWay.SIMULATED, 0, now.getEpochSecond()))));
  }

  /** Somebody else, who was nowhere yet. */
  long stranger(String name, int unit) {
    return people.load(List.of(person(name, unit, SERIAL.getAndAdd(20))).iterator())[0];
  }

  void withdraw(long person, int hour, int minute) {
    long entered = today.minusDays(1).atTime(hour, minute).atZone(ZONE).toEpochSecond();
    visits.append(List.of(new NewWithdrawal(person, place, entered, 1, "sai người")));
  }

  NewCase newCase() {
    return new NewCase(
        people.publicId(index), null, null, "COVID-19", facts(), "gặp mẹ ở Quán Gió");
  }

  CaseFacts facts() {
    return new CaseFacts(
        true, today.minusDays(1), null, null, null, now.minus(Duration.ofHours(1)), today);
  }

  UUID publicId(long person) {
    return people.publicId(person);
  }

  static Actor actor(long account, Role role, @Nullable Integer unit) {
    Scope scope = unit == null ? new Scope.Everywhere() : new Scope.OfUnit(unit);
    return new Actor(
        account, "Cán bộ " + account, Actor.Kind.STAFF, List.of(new Grant(role, scope)));
  }

  private static NewPerson person(String name, int unit, int serial) {
    return new NewPerson(
        new PersonName(name),
        null,
        null,
        new PhoneNumber("8491" + (2_000_000 + serial)),
        true,
        null,
        "Thôn 1",
        unit,
        null,
        Instant.parse("2026-01-01T00:00:00Z"));
  }

  static List<String> names(List<CaseContact> rows) {
    List<String> names = new ArrayList<>();
    rows.forEach(row -> names.add(row.who().name()));
    return names;
  }
}
