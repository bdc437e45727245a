package vn.lachan.app.privacy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import vn.lachan.app.access.Accounts;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Grant;
import vn.lachan.app.access.Role;
import vn.lachan.app.access.Scope;
import vn.lachan.app.casework.CaseFacts;
import vn.lachan.app.casework.Cases;
import vn.lachan.app.casework.NewCase;
import vn.lachan.app.casework.OpenedCase;
import vn.lachan.app.people.NewPerson;
import vn.lachan.app.people.People;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.Places;
import vn.lachan.app.places.Registration;
import vn.lachan.app.units.Hierarchy;
import vn.lachan.app.units.Unit;
import vn.lachan.app.units.Units;
import vn.lachan.app.visits.Capture;
import vn.lachan.app.visits.CaptureWay;
import vn.lachan.app.visits.DepartureKind;
import vn.lachan.app.visits.NewVisit;
import vn.lachan.app.visits.VisitStore;
import vn.lachan.engine.scan.PersonName;
import vn.lachan.engine.scan.PhoneNumber;

/** People, a place and cases of a test's own, made through the front doors. */
record PrivacyWorld(
    Clock clock,
    Accounts accounts,
    Units units,
    Places places,
    People people,
    VisitStore visits,
    Cases cases) {
  static final String PASSWORD = "mat-khau-dai";
  static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final AtomicInteger COUNT = new AtomicInteger(300_000);

  Instant now() {
    return clock.instant();
  }

  Unit province() {
    return units.byCode("96", Hierarchy.WITHOUT_DISTRICTS_FROM).orElseThrow();
  }

  Unit commune() {
    return units.children(province().id()).get(11);
  }

  /** An account as it acts behind the pages. */
  Actor actor(Role role, Scope scope) {
    String username = username(role, scope);
    long account = accounts.byUsername(username).orElseThrow();
    return new Actor(account, "Người thử", Actor.Kind.STAFF, List.of(new Grant(role, scope)));
  }

  /** The name under which a new account signs in. */
  String username(Role role, Scope scope) {
    String username = "luat." + COUNT.incrementAndGet();
    long account = accounts.create(username, "Người thử " + role, PASSWORD, false, now());
    accounts.grant(account, new Grant(role, scope), 0, now());
    return username;
  }

  static String phone() {
    return "09%08d".formatted(30_000_000 + COUNT.incrementAndGet());
  }

  long person(String name, String phone) {
    return people
        .load(
            List.of(
                    new NewPerson(
                        new PersonName(name),
                        null,
                        null,
                        new PhoneNumber("84" + phone.substring(1)),
                        true,
                        null,
                        "Thôn Luật 7",
                        commune().id(),
                        null,
                        now().minus(Duration.ofDays(30))))
                .iterator())[0];
  }

  PlaceCard place() {
    var registration =
        new Registration(
            "Quán Luật " + COUNT.incrementAndGet(),
            "eating-place",
            "Số " + COUNT.incrementAndGet(),
            commune().id(),
            null,
            null,
            "always",
            50,
            null,
            null,
            null,
            null);
    UUID id = places.register(Actor.program(), registration, now());
    return places.byPublicId(id).orElseThrow();
  }

  void visit(long person, PlaceCard place, int minute, int minutes) {
    long entered = yesterday().atTime(12, 0).atZone(ZONE).toEpochSecond() + 60L * minute;
    visits.append(
        List.of(
            new NewVisit(
                person,
                place.number(),
                entered,
                entered + 7_200,
                new NewVisit.Departure(entered + 60L * minutes, DepartureKind.SCANNED),
                false,
                Capture.now(CaptureWay.SIMULATED, 0, now().getEpochSecond()))));
  }

  OpenedCase caseOf(long person) {
    var facts = new CaseFacts(true, yesterday(), null, null, null, null, yesterday());
    return cases.open(
        Actor.program(),
        new NewCase(people.publicId(person), null, null, "COVID-19", facts, null),
        now());
  }

  LocalDate yesterday() {
    return now().atZone(ZONE).toLocalDate().minusDays(1);
  }
}
