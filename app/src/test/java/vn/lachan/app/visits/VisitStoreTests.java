package vn.lachan.app.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lachan.app.visits.VisitSamples.at;
import static vn.lachan.app.visits.VisitSamples.departure;
import static vn.lachan.app.visits.VisitSamples.visit;
import static vn.lachan.app.visits.VisitSamples.withdrawal;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lachan.app.TestDatabase;
import vn.lachan.app.visits.NewVisit.Departure;
import vn.lachan.engine.tracing.PersonWindow;
import vn.lachan.engine.tracing.PlaceWindow;
import vn.lachan.engine.tracing.Visit;

class VisitStoreTests {
  private static TestDatabase database;
  private static StoreUnderTest tested;
  private static VisitStore store;

  @BeforeAll
  static void create() {
    database = TestDatabase.create();
    tested = new StoreUnderTest(database);
    store = tested.store;
  }

  @AfterAll
  static void drop() {
    database.close();
  }

  @BeforeEach
  void clear() {
    tested.clear();
  }

  @Test
  void aVisitIsStoredOnceHoweverOftenItIsSent() {
    NewVisit visit = visit(1, 10, at("08:00:00"), 60);

    assertThat(append(visit, visit)).containsExactly(Outcome.STORED, Outcome.ALREADY);
    assertThat(append(visit)).containsExactly(Outcome.ALREADY);
    assertThat(ofPerson(1)).containsExactly(new Visit(1, 10, at("08:00:00"), at("09:00:00"), true));
    assertThat(store.follow(0, 10).changes()).hasSize(1);
  }

  @Test
  void aLaterVisitElsewhereShortensAndItsWithdrawalLengthensAgain() {
    append(visit(1, 10, at("08:00:00"), 60));
    append(visit(1, 11, at("08:30:00"), 60));
    assertThat(ofPerson(1).getFirst().leftAt()).isEqualTo(at("08:30:00"));

    assertThat(append(withdrawal(1, 11, at("08:30:00")))).containsExactly(Outcome.WITHDRAWN);
    assertThat(ofPerson(1)).containsExactly(new Visit(1, 10, at("08:00:00"), at("09:00:00"), true));
  }

  @Test
  void aWithdrawnVisitIsNotStoredAgain() {
    NewVisit visit = visit(1, 10, at("08:00:00"), 60);
    append(visit);
    append(withdrawal(1, 10, at("08:00:00")));

    assertThat(append(visit)).containsExactly(Outcome.WITHDRAWN_EARLIER);
    assertThat(append(withdrawal(1, 10, at("08:00:00")))).containsExactly(Outcome.ALREADY);
    assertThat(ofPerson(1)).isEmpty();
  }

  @Test
  void aWithdrawalBeforeItsVisitIsKept() {
    assertThat(append(withdrawal(1, 10, at("08:00:00")))).containsExactly(Outcome.UNKNOWN);
    assertThat(append(visit(1, 10, at("08:00:00"), 60))).containsExactly(Outcome.WITHDRAWN_EARLIER);
  }

  @Test
  void aCheckOutClosesWhatIsOpenAndWaitsForWhatHasNotCome() {
    append(visit(1, 10, at("08:00:00"), 60), visit(1, 10, at("08:00:20"), 60));
    assertThat(append(departure(1, 10, at("08:40:00")))).containsExactly(Outcome.DEPARTED);
    assertThat(ofPerson(1)).extracting(Visit::leftAt).containsOnly(at("08:40:00"));

    assertThat(append(departure(2, 10, at("09:30:00")))).containsExactly(Outcome.WAITING);
    assertThat(append(departure(2, 10, at("09:30:00")))).containsExactly(Outcome.ALREADY);
    append(visit(2, 10, at("09:00:00"), 60));
    assertThat(ofPerson(2))
        .containsExactly(new Visit(2, 10, at("09:00:00"), at("09:30:00"), false));
  }

  @Test
  void aVisitSentAgainWithADepartureIsACheckOut() {
    append(visit(1, 10, at("08:00:00"), 60));
    var sentAgain =
        visit(1, 10, at("08:00:00"), 60, new Departure(at("10:00:00"), DepartureKind.KEYED));

    assertThat(append(sentAgain)).containsExactly(Outcome.DEPARTED);
    assertThat(append(sentAgain)).containsExactly(Outcome.ALREADY);
    assertThat(ofPerson(1))
        .containsExactly(new Visit(1, 10, at("08:00:00"), at("10:00:00"), false));
  }

  @Test
  void theReceivedOrderTellsWhatChanged() {
    append(visit(1, 10, at("08:00:00"), 60));
    long cursor = store.head();
    append(visit(1, 11, at("08:30:00"), 60));
    append(withdrawal(1, 11, at("08:30:00")));

    Followed followed = store.follow(cursor, 10);

    assertThat(followed.changes())
        .extracting(Followed.Change::kind)
        .containsExactlyInAnyOrder(
            Followed.Kind.STORED,
            Followed.Kind.DEPARTURE_CHANGED,
            Followed.Kind.WITHDRAWN,
            Followed.Kind.DEPARTURE_CHANGED);
    assertThat(followed.changes())
        .filteredOn(change -> change.kind() == Followed.Kind.DEPARTURE_CHANGED)
        .extracting(Followed.Change::previousLeftAt)
        .containsExactly(at("09:00:00"), at("08:30:00"));
    assertThat(followed.cursor()).isEqualTo(store.head());
    assertThat(store.follow(followed.cursor(), 10).changes()).isEmpty();
  }

  @Test
  void aBadMessageRefusesNoOther() {
    List<Outcome> outcomes =
        append(
            visit(1, 10, at("08:00:00"), 60),
            visit(1, -1, at("08:00:00"), 60),
            visit(1, 10, at("1990-01-01T08:00:00"), 60),
            visit(2, 10, at("08:00:00"), 60));

    assertThat(outcomes)
        .containsExactly(Outcome.STORED, Outcome.FAILED, Outcome.FAILED, Outcome.STORED);
  }

  @Test
  void aForgottenDayIsGoneWithItsReceivedOrder() {
    append(visit(1, 10, at("2026-11-18T08:00:00"), 60), visit(1, 10, at("08:00:00"), 60));
    append(
        departure(1, 10, at("2026-11-18T08:30:00")), withdrawal(1, 12, at("2026-11-18T08:00:00")));

    store.forgetBefore(LocalDate.of(2026, 11, 19));

    assertThat(ofPerson(1)).hasSize(1);
    assertThat(tested.contents()).hasSize(1);
    append(visit(1, 10, at("2026-11-18T08:00:00"), 60));
    assertThat(ofPerson(1)).as("a late visit makes its day again").hasSize(2);
  }

  @Test
  void aPlaceReadFindsWhoWasThere() {
    append(
        visit(1, 10, at("08:00:00"), 60),
        visit(2, 10, at("09:00:00"), 60),
        visit(3, 11, at("08:00:00"), 60));

    assertThat(store.atPlaces(List.of(new PlaceWindow(10, at("08:30:00"), at("09:00:00")))))
        .extracting(Visit::person)
        .containsExactly(1L);
  }

  private static List<Outcome> append(VisitMessage... messages) {
    return store.append(List.of(messages)).outcomes();
  }

  private static List<Visit> ofPerson(long person) {
    return store.ofPersons(
        List.of(new PersonWindow(person, at("2026-11-01T00:00:00"), at("2026-12-01T00:00:00"))));
  }
}
