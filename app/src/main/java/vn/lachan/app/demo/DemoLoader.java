package vn.lachan.app.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lachan.app.people.People;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.Places;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.app.visits.DepartureKind;
import vn.lachan.app.visits.LoadedVisit;
import vn.lachan.app.visits.NewVisit;
import vn.lachan.app.visits.Visits;
import vn.lachan.simulation.SyntheticProvince;
import vn.lachan.simulation.VisitVisitor;

/**
 * Loads the drill province, step by step. The province ends at the moment of the first start; that
 * moment is the first step's note, so a later start sees the same people.
 */
@Component
class DemoLoader {
  private static final Logger LOG = LoggerFactory.getLogger(DemoLoader.class);

  private final ProgramSettings settings;
  private final StepTable steps;
  private final DemoProvince provinces;
  private final DemoAccounts accounts;
  private final DemoCases cases;
  private final DemoCoverage coverage;
  private final DemoDeclarations declarations;
  private final DemoCheckpoint checkpoint;
  private final DemoPaper paper;
  private final DemoTravels travels;
  private final DemoResidents residents;
  private final Places places;
  private final People people;
  private final Visits visits;
  private final TransactionTemplate transactions;
  private final Clock clock;

  DemoLoader(
      ProgramSettings settings,
      StepTable steps,
      DemoProvince provinces,
      DemoAccounts accounts,
      DemoCases cases,
      DemoCoverage coverage,
      DemoDeclarations declarations,
      DemoCheckpoint checkpoint,
      DemoPaper paper,
      DemoTravels travels,
      DemoResidents residents,
      Places places,
      People people,
      Visits visits,
      TransactionTemplate transactions,
      Clock clock) {
    this.settings = settings;
    this.steps = steps;
    this.provinces = provinces;
    this.accounts = accounts;
    this.cases = cases;
    this.coverage = coverage;
    this.declarations = declarations;
    this.checkpoint = checkpoint;
    this.paper = paper;
    this.travels = travels;
    this.residents = residents;
    this.places = places;
    this.people = people;
    this.visits = visits;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Loads what is not loaded yet; does nothing where no demo is wanted. */
  void load() {
    if (!settings.demoWanted() || steps.done("trips").isPresent()) {
      return;
    }
    Instant begin = clock.instant();
    Instant end = Instant.parse(step("end", () -> begin.toString()));
    SyntheticProvince province = provinces.settle(end);
    long[] placeNumbers = numbers(step("places", () -> loadPlaces(province, end)));
    step("accounts", () -> makeAccounts(province, placeNumbers));
    long[] personNumbers = numbers(step("people", () -> loadPeople(province, end)));
    if (steps.done("visits").isEmpty()) {
      // Not in one transaction: it vacuums its days, and a visit loaded twice is one visit.
      steps.finish("visits", loadVisits(province, placeNumbers, personNumbers, end), begin);
    }
    step("cases", () -> cases.open(province, personNumbers, end));
    step("coverage", () -> coverage.make(end));
    step("travels", () -> travels.make(province, personNumbers, end));
    step("declarations", () -> declarations.make(province, placeNumbers, personNumbers, end));
    step("paper", () -> paper.make(province, placeNumbers[firstOf(province, "eating-place")], end));
    int commune = province.place(firstOf(province, "eating-place")).communeUnitId();
    step("residents", () -> residents.make(commune, end));
    if (steps.done("resident-visits").isEmpty()) {
      long number = placeNumbers[nearest(province, "market", commune)];
      PlaceCard market = Objects.requireNonNull(places.cards(List.of(number)).get(number));
      steps.finish("resident-visits", residents.visit(market, end), begin);
    }
    String tablet = step("checkpoint", () -> checkpoint.open(commune, end));
    if (steps.done("trips").isEmpty()) {
      // Not in one transaction: visits are committed in groups of their own.
      steps.finish("trips", checkpoint.load(province, tablet, clock.instant()), begin);
    }
    LOG.info("drill province loaded in {} ms", Duration.between(begin, clock.instant()).toMillis());
  }

  /** Does a step once; what it notes is kept with it in one transaction. */
  private String step(String name, Supplier<String> work) {
    return steps
        .done(name)
        .orElseGet(
            () -> {
              Instant begin = clock.instant();
              String note =
                  transactions.execute(
                      status -> {
                        String noted = work.get();
                        steps.finish(name, noted, clock.instant());
                        return noted;
                      });
              LOG.info(
                  "drill province: {} in {} ms",
                  name,
                  Duration.between(begin, clock.instant()).toMillis());
              return note == null ? "" : note;
            });
  }

  private String loadPlaces(SyntheticProvince province, Instant now) {
    return ranges(
        places.load(
            IntStream.range(0, province.places())
                .mapToObj(province::place)
                .map(Translation::place)
                .iterator(),
            now));
  }

  private String makeAccounts(SyntheticProvince province, long[] placeNumbers) {
    int shop = firstOf(province, "eating-place");
    int office = firstOf(province, "public-administration-centre");
    accounts.create(
        DemoAccounts.all(
            DemoProvince.PROVINCE,
            province.place(shop).communeUnitId(),
            placeNumbers[shop],
            placeNumbers[office]),
        clock.instant());
    return province.place(shop).name();
  }

  /** One in the commune where there is one. */
  private static int nearest(SyntheticProvince province, String type, int commune) {
    return IntStream.range(0, province.places())
        .filter(index -> province.place(index).typeCode().equals(type))
        .filter(index -> province.place(index).communeUnitId() == commune)
        .findFirst()
        .orElseGet(() -> firstOf(province, type));
  }

  private static int firstOf(SyntheticProvince province, String type) {
    return IntStream.range(0, province.places())
        .filter(index -> province.place(index).typeCode().equals(type))
        .findFirst()
        .orElseThrow();
  }

  private String loadPeople(SyntheticProvince province, Instant end) {
    Instant since = end.minus(Duration.ofDays(province.spec().days()));
    return ranges(
        people.load(
            IntStream.range(0, province.people())
                .mapToObj(index -> Translation.person(province.person(index), since))
                .iterator()));
  }

  private String loadVisits(
      SyntheticProvince province, long[] placeNumbers, long[] personNumbers, Instant end) {
    List<LoadedVisit> all = new ArrayList<>();
    province.visits(
        (person, place, enteredAt, leftAt, capture) ->
            all.add(
                new LoadedVisit(
                    personNumbers[person],
                    placeNumbers[place],
                    enteredAt,
                    leftAt == VisitVisitor.UNKNOWN
                        ? null
                        : new NewVisit.Departure(leftAt, DepartureKind.SCANNED))));
    return Long.toString(visits.load(all.iterator(), end));
  }

  /** Numbers given in one go are nearly always one range; kept as such. */
  private static String ranges(long[] numbers) {
    var text = new StringBuilder();
    for (int i = 0; i < numbers.length; ) {
      int j = i;
      while (j + 1 < numbers.length && numbers[j + 1] == numbers[j] + 1) {
        j++;
      }
      text.append(numbers[i]).append('-').append(numbers[j]).append(' ');
      i = j + 1;
    }
    return text.toString().strip();
  }

  private static long[] numbers(String ranges) {
    return Arrays.stream(ranges.split(" "))
        .flatMapToLong(
            range -> {
              String[] ends = range.split("-");
              return LongStream.rangeClosed(Long.parseLong(ends[0]), Long.parseLong(ends[1]));
            })
        .toArray();
  }
}
