package vn.lachan.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.springframework.beans.factory.BeanFactory;
import vn.lachan.app.access.Accounts;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Grant;
import vn.lachan.app.access.Role;
import vn.lachan.app.access.Scope;
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

/** Accounts, places, people and visits of a test's own, made through the front doors. */
public record TestWorld(
    Clock clock, Accounts accounts, Units units, Places places, People people, VisitStore visits) {
  public static final String PASSWORD = "mat-khau-dai";
  public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final AtomicInteger COUNT = new AtomicInteger(700_000);

  /** With the program that runs in a test. */
  public static TestWorld in(BeanFactory program) {
    return new TestWorld(
        program.getBean(Clock.class),
        program.getBean(Accounts.class),
        program.getBean(Units.class),
        program.getBean(Places.class),
        program.getBean(People.class),
        program.getBean(VisitStore.class));
  }

  public Instant now() {
    return clock.instant();
  }

  public Unit province() {
    return units.byCode("96", Hierarchy.WITHOUT_DISTRICTS_FROM).orElseThrow();
  }

  public Unit commune() {
    return units.children(province().id()).get(7);
  }

  public Scope inCommune() {
    return new Scope.OfUnit(commune().id());
  }

  /** An account with this role, by its username. */
  public String account(Role role, Scope scope) {
    String username = "nguoi.thu." + COUNT.incrementAndGet();
    long account = accounts.create(username, "Lê Thị Chuyện", PASSWORD, false, now());
    accounts.grant(account, new Grant(role, scope), 0, now());
    return username;
  }

  /** An account as it acts behind the pages. */
  public Actor actor(Role role, Scope scope) {
    long account = accounts.byUsername(account(role, scope)).orElseThrow();
    return new Actor(account, "Lê Thị Chuyện", Actor.Kind.STAFF, List.of(new Grant(role, scope)));
  }

  /** A place that is always open. */
  public PlaceCard place() {
    var registration =
        new Registration(
            "Quán Chuyện " + COUNT.incrementAndGet(),
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

  /** A phone as one types it. */
  public static String phone() {
    return "09%08d".formatted(20_000_000 + COUNT.incrementAndGet());
  }

  public long person(String name, String phone) {
    return people.load(List.of(newPerson(name, phone)).iterator())[0];
  }

  private NewPerson newPerson(String name, String phone) {
    return new NewPerson(
        new PersonName(name),
        null,
        null,
        new PhoneNumber("84" + phone.substring(1)),
        true,
        null,
        "Thôn Chuyện 7",
        commune().id(),
        null,
        now().minus(Duration.ofDays(30)));
  }

  /** Somebody was there yesterday from 12 o'clock and so many minutes, for so many minutes. */
  public void visit(long person, PlaceCard place, int minute, int minutes) {
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

  /** So many people were there yesterday for half an hour. */
  public void crowd(int size, PlaceCard place) {
    var made = IntStream.range(0, size).mapToObj(_ -> newPerson("Lê Thị Đông", phone())).iterator();
    for (long person : people.load(made)) {
      visit(person, place, 10, 30);
    }
  }

  public LocalDate yesterday() {
    return now().atZone(ZONE).toLocalDate().minusDays(1);
  }
}
