package vn.lachan.app.places;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Reach;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.kernel.Limits;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.program.Jobs;
import vn.lachan.app.program.NewJob;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.app.units.UnitLevel;
import vn.lachan.app.units.Units;

/** The front door of coverage. */
@Component
class StoredCoverage implements Coverage {
  private final CoverageReadTable figures;
  private final CoverageCellTable cells;
  private final CoverageListTable lists;
  private final CoverageUnits rows;
  private final ActivityTable activity;
  private final ExpectedTable expectations;
  private final DeadRules rules;
  private final Units units;
  private final Jobs jobs;
  private final Audit audit;
  private final CoverageSettings settings;
  private final ProgramSettings program;

  StoredCoverage(
      CoverageReadTable figures,
      CoverageCellTable cells,
      CoverageListTable lists,
      CoverageUnits rows,
      ActivityTable activity,
      ExpectedTable expectations,
      DeadRules rules,
      Units units,
      Jobs jobs,
      Audit audit,
      CoverageSettings settings,
      ProgramSettings program) {
    this.figures = figures;
    this.cells = cells;
    this.lists = lists;
    this.rows = rows;
    this.activity = activity;
    this.expectations = expectations;
    this.rules = rules;
    this.units = units;
    this.jobs = jobs;
    this.audit = audit;
    this.settings = settings;
    this.program = program;
  }

  @Override
  public CoverageReport report(Actor actor, CoverageQuestion asked, Instant now) {
    Reach reach = actor.require(Permission.COVERAGE_READ);
    LocalDate today = LocalDate.ofInstant(now, program.zone());
    if (asked.day().isAfter(today) || asked.day().isBefore(today.minusDays(settings.keptDays()))) {
      throw Refusal.invalid("places.refused.coverage-day", settings.keptDays());
    }
    CoverageQuestion question =
        ofKinds(asked.unit() == null ? asked.withUnit(own(reach, asked)) : asked);
    List<CoverageReport.Row> found =
        question.by() == CoverageQuestion.By.UNIT
            ? byUnit(reach, question)
            : byKind(reach, question);
    CoverageFigures total =
        found.stream()
            .map(CoverageReport.Row::figures)
            .reduce(CoverageFigures.NONE, CoverageFigures::plus);
    return new CoverageReport(
        question, found, total, activity.readAt(), cells.behind(), rules.on(question.day()));
  }

  @Override
  public Page<CoveragePlace> places(
      Actor actor,
      CoverageQuestion question,
      CoverageFigure figure,
      @Nullable String after,
      int rows) {
    PlaceScope scope = PlaceScope.of(actor, Permission.COVERAGE_READ);
    return lists.page(
        scope,
        question,
        figure,
        communes(actor.require(Permission.COVERAGE_READ), question),
        rules.on(question.day()).days(),
        after,
        Limits.pageRows(rows));
  }

  /** The act is on record before the first row leaves, however the reader's line fares. */
  @Override
  public void export(
      Actor actor, CoverageQuestion question, CoverageFigure figure, Consumer<CoveragePlace> row) {
    audit.record(Act.on(actor.account(), "places.export-coverage", figure.key() + " " + question));
    String after = null;
    int written = 0;
    do {
      Page<CoveragePlace> page = places(actor, question, figure, after, Limits.PAGE_ROWS_MOST);
      page.rows().forEach(row);
      written += page.rows().size();
      after = page.next();
    } while (after != null && written < settings.exportRows());
  }

  @Override
  @Transactional
  public void expect(Actor actor, UUID place, @Nullable Integer visitors, Instant now) {
    if (visitors != null && (visitors < 1 || visitors > PlaceRules.CAPACITY_MOST)) {
      throw Refusal.invalid("places.refused.expected", PlaceRules.CAPACITY_MOST);
    }
    PlaceScope scope = PlaceScope.of(actor, Permission.PLACES_REGISTER);
    expectations.set(place, scope, visitors, actor.account(), now);
    audit.record(Act.on(actor.account(), "places.expect", place.toString()));
  }

  @Override
  public @Nullable Integer expected(Actor actor, UUID place) {
    return expectations.get(place, PlaceScope.of(actor, Permission.PLACES_READ)).orElse(null);
  }

  @Override
  @Transactional
  public UUID recount(Actor actor) {
    actor.requireEverywhere(Permission.OPERATE);
    audit.record(Act.of(actor.account(), "places.recount"));
    return jobs.start(new NewJob(Recount.KIND, "", 0, actor.account()));
  }

  /** Below a commune there are no units, only kinds. */
  private CoverageQuestion ofKinds(CoverageQuestion asked) {
    Integer unit = asked.unit();
    boolean commune = unit != null && isCommune(unit);
    return commune && asked.by() == CoverageQuestion.By.UNIT
        ? asked.by(CoverageQuestion.By.TYPE)
        : asked;
  }

  private boolean isCommune(int number) {
    return units.find(number).filter(unit -> unit.level() == UnitLevel.COMMUNE).isPresent();
  }

  /** Communes below the unit asked for; null where all are. */
  private @Nullable List<Integer> communes(Reach reach, CoverageQuestion question) {
    Integer root = question.unit();
    if (root == null) {
      return null;
    }
    return figures.communes(reach, question).stream()
        .filter(commune -> rows.below(question.hierarchy(), root, commune) != null)
        .toList();
  }

  private List<CoverageReport.Row> byKind(Reach reach, CoverageQuestion question) {
    boolean leads = question.by() == CoverageQuestion.By.SECTOR;
    return figures.sums(reach, question, communes(reach, question)).stream()
        .map(sum -> new CoverageReport.Row(sum.key(), false, leads, sum.figures()))
        .toList();
  }

  private List<CoverageReport.Row> byUnit(Reach reach, CoverageQuestion question) {
    Map<CoverageUnits.Place, CoverageFigures> sums = new LinkedHashMap<>();
    for (CoverageReadTable.Sum sum : figures.sums(reach, question, null)) {
      int commune = Integer.parseInt(sum.key());
      CoverageUnits.Place row = rows.below(question.hierarchy(), question.unit(), commune);
      if (row != null) {
        sums.merge(row, sum.figures(), CoverageFigures::plus);
      }
    }
    List<CoverageReport.Row> found = new ArrayList<>();
    sums.forEach((row, sum) -> found.add(row(row, sum)));
    return found;
  }

  private CoverageReport.Row row(CoverageUnits.Place row, CoverageFigures sum) {
    boolean leads = !row.apart() && !isCommune(row.unit());
    return new CoverageReport.Row(Integer.toString(row.unit()), row.apart(), leads, sum);
  }

  /** Where the actor's view begins: their unit, if they have just one. */
  private @Nullable Integer own(Reach reach, CoverageQuestion question) {
    List<Integer> held = new ArrayList<>(reach.units());
    reach.sectors().forEach(sector -> held.add(sector.unit()));
    List<Integer> distinct = held.stream().distinct().toList();
    return reach.isEverywhere() || distinct.size() != 1
        ? null
        : rows.inHierarchy(question.hierarchy(), distinct.getFirst());
  }
}
