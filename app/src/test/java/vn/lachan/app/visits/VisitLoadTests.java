package vn.lachan.app.visits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lachan.app.ProgramTest;
import vn.lachan.app.TestDatabase;
import vn.lachan.app.access.Accounts;
import vn.lachan.app.access.Tokens;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.Places;
import vn.lachan.app.units.Units;
import vn.lachan.engine.tracing.PersonWindow;
import vn.lachan.engine.tracing.Visit;

/** Loading ends in the rows that sending one by one ends in. */
@ProgramTest
class VisitLoadTests {
  private static final long FIRST_PERSON = 1_000_000_000L;
  private static final int PERSONS = 40;

  @Autowired private Accounts accounts;
  @Autowired private Tokens tokens;
  @Autowired private Places places;
  @Autowired private Units units;
  @Autowired private Visits visits;
  @Autowired private VisitStore store;

  @Test
  void loadingEqualsSending() {
    var world = new VisitWorld(accounts, tokens, places, units);
    Map<Long, PlaceCard> cards =
        IntStream.range(0, 6)
            .mapToObj(count -> world.place())
            .collect(Collectors.toMap(PlaceCard::number, Function.identity()));
    List<LoadedVisit> loaded = visits(List.copyOf(cards.keySet()));
    long cursor = store.head();

    assertThat(visits.load(loaded.iterator(), Instant.now()))
        .isEqualTo(
            loaded.stream()
                .map(visit -> visit.person() + " " + visit.place() + " " + visit.enteredAt())
                .distinct()
                .count());

    assertThat(everything(store)).hasSameElementsAs(sent(loaded, cards));
    assertThat(store.follow(cursor, 100).changes())
        .extracting(Followed.Change::visit)
        .hasSameElementsAs(everything(store));
  }

  private static List<Visit> sent(List<LoadedVisit> loaded, Map<Long, PlaceCard> cards) {
    try (TestDatabase database = TestDatabase.create()) {
      VisitStore other = new StoreUnderTest(database).store;
      List<NewVisit> messages = new ArrayList<>();
      for (LoadedVisit visit : loaded) {
        StayTimes.Limit limit =
            StayTimes.limit(Objects.requireNonNull(cards.get(visit.place())), visit.enteredAt());
        messages.add(
            new NewVisit(
                visit.person(),
                visit.place(),
                visit.enteredAt(),
                limit.departsBy(),
                visit.departure(),
                limit.closed(),
                VisitSamples.capture(visit.enteredAt())));
      }
      other.append(messages);
      return everything(other);
    }
  }

  private static List<LoadedVisit> visits(List<Long> places) {
    var random = new Random(5);
    long now = Instant.now().getEpochSecond();
    List<LoadedVisit> visits = new ArrayList<>();
    for (int count = 0; count < 1_500; count++) {
      long entered = now - random.nextInt(6 * 86_400);
      visits.add(
          new LoadedVisit(
              FIRST_PERSON + random.nextInt(PERSONS),
              places.get(random.nextInt(places.size())),
              entered,
              departure(random, entered)));
    }
    visits.add(visits.getFirst());
    return visits;
  }

  private static NewVisit.@Nullable Departure departure(Random random, long entered) {
    return random.nextInt(3) > 0
        ? null
        : new NewVisit.Departure(entered + 60 + random.nextInt(20_000), DepartureKind.SCANNED);
  }

  private static List<Visit> everything(VisitStore store) {
    long now = Instant.now().getEpochSecond();
    return store.ofPersons(
        IntStream.range(0, PERSONS)
            .mapToObj(
                count ->
                    new PersonWindow(FIRST_PERSON + count, now - 10 * 86_400, now + 2 * 86_400))
            .toList());
  }
}
