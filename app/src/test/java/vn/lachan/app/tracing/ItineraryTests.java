package vn.lachan.app.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.lachan.app.Browser;
import vn.lachan.app.ProgramTest;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Grant;
import vn.lachan.app.access.Role;
import vn.lachan.app.access.Scope;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.audit.EntryFilter;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.people.MergeReason;
import vn.lachan.app.people.NewPerson;
import vn.lachan.app.people.People;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.Places;
import vn.lachan.app.places.Registration;
import vn.lachan.app.program.JobState;
import vn.lachan.app.program.JobStep;
import vn.lachan.app.units.Hierarchy;
import vn.lachan.app.units.Unit;
import vn.lachan.app.units.Units;
import vn.lachan.app.visits.Capture;
import vn.lachan.app.visits.CaptureWay;
import vn.lachan.app.visits.DepartureKind;
import vn.lachan.app.visits.NewVisit;
import vn.lachan.app.visits.OwnPhone;
import vn.lachan.app.visits.VisitStore;
import vn.lachan.app.visits.Visitor;
import vn.lachan.app.visits.Visits;
import vn.lachan.engine.scan.PersonName;
import vn.lachan.engine.scan.PhoneNumber;

/** Publishing, withdrawing, who was there, and what everybody and a single phone may read. */
@ProgramTest
class ItineraryTests {
  private static final AtomicInteger COUNT = new AtomicInteger(40_000_000);

  @LocalServerPort private int port;
  @Autowired private Itineraries itineraries;
  @Autowired private ItineraryTelling telling;
  @Autowired private Places places;
  @Autowired private Units units;
  @Autowired private People people;
  @Autowired private VisitStore store;
  @Autowired private Visits visits;
  @Autowired private Audit audit;

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
  private final Instant from = now.minus(Duration.ofHours(6));
  private final Instant to = now.minus(Duration.ofHours(5));
  private List<Unit> communes = List.of();

  @SuppressWarnings("NullAway.Init")
  private PlaceCard place;

  private Actor tracer = Actor.program();
  private Actor elsewhere = Actor.program();

  @BeforeEach
  void create() {
    communes =
        units.children(units.byCode("96", Hierarchy.WITHOUT_DISTRICTS_FROM).orElseThrow().id());
    place = place();
    tracer = officer(Role.TRACER, communes.get(4).id());
    elsewhere = officer(Role.TRACER, communes.get(5).id());
  }

  @Test
  void onlyTheUnitsOfficersPublishAndWithdraw() {
    refused("tracing.refused.itinerary-place", () -> itineraries.publish(elsewhere, asked(), now));
    refused(
        "access.forbidden",
        () -> itineraries.publish(officer(Role.DISTRICT, communes.get(4).id()), asked(), now));
    UUID id = itineraries.publish(tracer, asked(), now);
    refused("tracing.refused.itinerary-twice", () -> itineraries.publish(tracer, asked(), now));
    refused("tracing.refused.no-itinerary", () -> itineraries.get(elsewhere, id, now));
    refused("tracing.refused.no-itinerary", () -> itineraries.withdraw(elsewhere, id, "Nhầm", now));
    refused("tracing.refused.reason", () -> itineraries.withdraw(tracer, id, " ", now));

    itineraries.withdraw(tracer, id, "Nhầm giờ", now);

    assertThat(itineraries.get(tracer, id, now).state()).isEqualTo(Itinerary.State.WITHDRAWN);
    refused(
        "tracing.refused.itinerary-withdrawn", () -> itineraries.withdraw(tracer, id, "Nhầm", now));
    assertThat(itineraries.publish(tracer, asked(), now)).isNotEqualTo(id);
    assertThat(audit.entries(EntryFilter.latest(), 50).rows())
        .filteredOn(entry -> id.toString().equals(entry.query()))
        .extracting("kind")
        .containsExactlyInAnyOrder("tracing.publish-itinerary", "tracing.withdraw-itinerary");
  }

  @Test
  void everybodyListedIsToldOnce() {
    long first = person("Lê Thị Một");
    long second = person("Lê Thị Hai");
    visit(first, from, from.plusSeconds(600));
    visit(second, from, from.plusSeconds(600));
    UUID id = itineraries.publish(tracer, asked(), now);
    refused(
        "tracing.refused.told-count",
        () -> itineraries.tell(tracer, id, ItineraryAdvice.WATCH, 3, now));
    refused(
        "tracing.refused.no-itinerary",
        () -> itineraries.tell(elsewhere, id, ItineraryAdvice.WATCH, 2, now));
    itineraries.tell(tracer, id, ItineraryAdvice.WATCH, 2, now);
    tellAll(id);
    visit(person("Lê Thị Ba"), from, from.plusSeconds(600));
    tellAll(id);
    tellAll(id);
    assertThat(itineraries.told(tracer, id)).isEqualTo(new ItineraryTold(3, 0, 0));
    itineraries.withdraw(tracer, id, "Nhầm giờ", now);
    refused(
        "tracing.refused.itinerary-withdrawn",
        () -> itineraries.tell(tracer, id, ItineraryAdvice.CALL, 3, now));
  }

  /** As the long work does, portion by portion. */
  private void tellAll(UUID id) {
    String argument = ItineraryTelling.argument(id, ItineraryAdvice.WATCH);
    JobStep step = new JobStep("", 0, 0, false);
    while (!step.finished()) {
      step =
          telling.step(new JobState(id, argument, step.position(), step.done(), step.total(), 0));
    }
  }

  @Test
  void wrongWindowsAreRefused() {
    refused("tracing.refused.itinerary-window", () -> publish(to, from));
    refused("tracing.refused.itinerary-future", () -> publish(from, now.plusSeconds(60)));
    refused("tracing.refused.itinerary-days", () -> publish(now.minus(Duration.ofDays(8)), to));
    refused(
        "tracing.refused.itinerary-old",
        () -> publish(now.minus(Duration.ofDays(22)), now.minus(Duration.ofDays(21))));
  }

  @Test
  void wordsThatPointAtSomebodyAreRefused() {
    for (String words : List.of("Liên quan BN 1234.", "Gọi 0912 345 678.", "CCCD 038123456789")) {
      refused(
          "tracing.refused.itinerary-names",
          () ->
              itineraries.publish(
                  tracer, new NewItinerary(place.publicId(), from, to, words, null), now));
    }
  }

  @Test
  void whoWasThereIsTheUnionOfEachPersonsStays() {
    long twice = person("Lê Thị Đôi");
    long record = person("Lê Thị Đôi");
    long before = person("Lê Văn Sớm");
    visit(twice, from.minusSeconds(600), from.plusSeconds(1_200));
    visit(twice, from.plusSeconds(600), from.plusSeconds(1_800));
    visit(record, from.plusSeconds(1_800), from.plusSeconds(2_400));
    visit(before, from.minusSeconds(600), from);
    UUID id = itineraries.publish(tracer, asked(), now);
    assertThat(itineraries.visitors(tracer, id, null, 50).persons()).isEqualTo(2);

    people.merge(Actor.program(), twice, record, MergeReason.STATED_BY_PERSON, now);

    ItineraryVisitors visitors = itineraries.visitors(tracer, id, null, 50);
    assertThat(visitors.persons()).isEqualTo(1);
    ItineraryVisitor one = visitors.page().rows().getFirst();
    assertThat(one.minutes()).isEqualTo(40);
    assertThat(one.stays()).isEqualTo(1);
    assertThat(one.from()).isEqualTo(from);
    assertThat(one.person().name()).doesNotContain("Đôi");
    refused("tracing.refused.no-itinerary", () -> itineraries.visitors(elsewhere, id, null, 50));
  }

  @Test
  void aPhoneIsToldItsOwnVisitsOnly() {
    String browser = "may-" + COUNT.incrementAndGet();
    String token = enter(browser, from.minusSeconds(60));
    var phone = new OwnPhone(token, browser);
    visits.leave(place.code(), phone, from.plusSeconds(600));
    assertThat(itineraries.ownCheck(phone, now).matches()).isEmpty();
    assertThat(itineraries.ownCheck(new OwnPhone(null, browser), now).known()).isFalse();

    UUID after = publish(from.plusSeconds(600), to);
    assertThat(matched(phone)).isEmpty();
    UUID id = publish(from.plusSeconds(599), to);
    assertThat(matched(phone)).containsExactly(id);
    assertThat(matched(new OwnPhone(token, "may-khac"))).isEmpty();

    itineraries.withdraw(tracer, id, "Nhầm", now);
    assertThat(matched(phone)).isEmpty();
    assertThat(after).isNotNull();
  }

  @Test
  void thePublicReadsWhatStandsAndNothingElse() {
    UUID id = itineraries.publish(tracer, asked(), now);
    var anybody = new Browser(port);
    String list = "/tracing/itineraries/public";
    assertThat(anybody.get(list).body())
        .contains(place.name(), "Gọi trạm y tế", "Tôi có ở đó không?")
        .doesNotContain(tracer.name());
    assertThat(anybody.get(list + "/" + id).body()).contains(place.name());
    assertThat(anybody.get("/api/v1/tracing/itineraries").body()).contains(id.toString());
    assertThat(anybody.get(list + "/mine").body()).contains("không có gì để đối chiếu");
    assertThat(anybody.get(list + "?unit=" + communes.get(5).id()).body())
        .doesNotContain(place.name());

    itineraries.withdraw(tracer, id, "Nhầm giờ", now);

    assertThat(anybody.get(list).body()).doesNotContain(place.name());
    assertThat(anybody.get("/api/v1/tracing/itineraries").body()).doesNotContain(id.toString());
    assertThat(anybody.get(list + "/" + id).statusCode()).isEqualTo(410);
    assertThat(anybody.get(list + "/" + id).body())
        .contains("đã rút")
        .doesNotContain(place.name(), "Nhầm giờ");
    assertThat(anybody.get(list + "/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    Instant later = now.plus(Duration.ofDays(22));
    UUID again = itineraries.publish(tracer, asked(), now);
    assertThat(itineraries.published(null, later)).isEmpty();
    refused("tracing.refused.no-itinerary", () -> itineraries.shown(again, later));
  }

  private List<UUID> matched(OwnPhone phone) {
    return itineraries.ownCheck(phone, now).matches().stream()
        .map(match -> match.itinerary().id())
        .toList();
  }

  private String enter(String browser, Instant at) {
    String number = "849" + COUNT.incrementAndGet();
    var claimed = Visitor.Claimed.of(new PhoneNumber(number), new PersonName("Lê Thị Máy"));
    return Optional.ofNullable(
            visits.enter(place.code(), claimed, new OwnPhone(null, browser), at).newToken())
        .orElseThrow();
  }

  private UUID publish(Instant begin, Instant end) {
    return itineraries.publish(
        tracer, new NewItinerary(place.publicId(), begin, end, "Gọi trạm y tế.", null), now);
  }

  private NewItinerary asked() {
    return new NewItinerary(place.publicId(), from, to, "Gọi trạm y tế.", null);
  }

  private static void refused(String code, ThrowingCallable act) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(act)
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  private static Actor officer(Role role, int unit) {
    return new Actor(
        7, "Cán bộ Mốc", Actor.Kind.STAFF, List.of(new Grant(role, new Scope.OfUnit(unit))));
  }

  private PlaceCard place() {
    var registration =
        new Registration(
            "Chợ Mốc " + COUNT.incrementAndGet(),
            "eating-place",
            "Số 1",
            communes.get(4).id(),
            null,
            null,
            "always",
            50,
            null,
            null,
            null,
            null);
    UUID id = places.register(Actor.program(), registration, now);
    return places.byPublicId(id).orElseThrow();
  }

  private long person(String name) {
    var made =
        new NewPerson(
            new PersonName(name),
            null,
            null,
            new PhoneNumber("849" + COUNT.incrementAndGet()),
            true,
            null,
            "Thôn 1",
            communes.get(4).id(),
            null,
            now.minus(Duration.ofDays(30)));
    return people.load(List.of(made).iterator())[0];
  }

  private void visit(long person, Instant entered, Instant left) {
    store.append(
        List.of(
            new NewVisit(
                person,
                place.number(),
                entered.getEpochSecond(),
                entered.getEpochSecond() + 7_200,
                new NewVisit.Departure(left.getEpochSecond(), DepartureKind.SCANNED),
                false,
                Capture.now(CaptureWay.SIMULATED, 0, now.getEpochSecond()))));
  }
}
