package vn.lachan.app.declarations;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
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
import vn.lachan.app.people.People;
import vn.lachan.app.people.PersonQuery;
import vn.lachan.app.people.Purpose;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.Places;
import vn.lachan.app.program.ProgramSettings;

/** What officers do with declarations. */
@Component
@Transactional
class DeclarationDesk implements DeclarationOffice {
  /** Units and places of one table of figures. */
  private static final int FIGURE_ROWS = 50;

  private static final int SERIAL_LETTERS = 40;

  private final DeclarationListTable table;
  private final FigureTable figures;
  private final DeclarationReading reading;
  private final AnswerReading answers;
  private final PersonRecords records;
  private final ObjectProvider<WarningFollowUps> calls;
  private final People people;
  private final Places places;
  private final Audit audit;
  private final ProgramSettings program;
  private final DeclarationsSettings settings;

  DeclarationDesk(
      DeclarationListTable table,
      FigureTable figures,
      DeclarationReading reading,
      AnswerReading answers,
      PersonRecords records,
      ObjectProvider<WarningFollowUps> calls,
      People people,
      Places places,
      Audit audit,
      ProgramSettings program,
      DeclarationsSettings settings) {
    this.table = table;
    this.figures = figures;
    this.reading = reading;
    this.answers = answers;
    this.records = records;
    this.calls = calls;
    this.people = people;
    this.places = places;
    this.audit = audit;
    this.program = program;
    this.settings = settings;
  }

  /** Not read-only: looking a person up is an act. */
  @Override
  public Page<DeclarationRow> list(
      Actor actor,
      DeclarationFilter filter,
      @Nullable String search,
      @Nullable String after,
      int rows) {
    Reach reach = actor.require(Permission.DECLARATIONS_READ);
    int size = Limits.pageRows(rows);
    Page<DeclarationListTable.Row> page =
        Page.of(
            table.page(reach, wanted(actor, filter, search), program.zone(), after, size + 1),
            size,
            DeclarationQuery::key);
    return new Page<>(reading.rows(page.rows()), page.next());
  }

  @Override
  public int count(Actor actor, DeclarationFilter filter, @Nullable String search, int most) {
    Reach reach = actor.require(Permission.DECLARATIONS_READ);
    return table.count(reach, wanted(actor, filter, search), program.zone(), most);
  }

  @Override
  @Transactional(readOnly = true)
  public DeclarationRow get(Actor actor, UUID declaration) {
    return reading
        .rows(List.of(stored(actor.require(Permission.DECLARATIONS_READ), declaration)))
        .getFirst();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<WarningFollowUps.Call> call(Actor actor, UUID declaration) {
    DeclarationListTable.Row row = stored(actor.require(Permission.DECLARATIONS_READ), declaration);
    long standing =
        people.canonical(List.of(row.person())).getOrDefault(row.person(), row.person());
    List<Long> records =
        people.recordsOf(List.of(standing)).getOrDefault(standing, List.of(row.person()));
    return calls.orderedStream().flatMap(one -> one.of(declaration, records).stream()).findFirst();
  }

  @Override
  public OpenedDeclaration open(Actor actor, UUID declaration, String purpose) {
    Reach reach = actor.require(Permission.DECLARATIONS_OPEN);
    String reason = Purpose.checked(purpose);
    DeclarationListTable.Row row = stored(reach, declaration);
    String opened =
        reading
            .answers(row)
            .orElseThrow(() -> new Refusal(Refusal.Kind.GONE, "declarations.refused.destroyed"));
    audit.record(
        new Act(
            actor.account(),
            "declarations.open",
            reason,
            null,
            declaration.toString(),
            1,
            List.of(row.person())));
    return new OpenedDeclaration(reading.rows(List.of(row)).getFirst(), opened);
  }

  @Override
  @Transactional(readOnly = true)
  public DeclarationFigures figures(Actor actor, DeclarationFigures.Asked asked) {
    Reach reach = actor.require(Permission.DECLARATIONS_READ);
    long days = ChronoUnit.DAYS.between(asked.from(), asked.to()) + 1;
    if (days < 1 || days > settings.figureDays()) {
      throw Refusal.invalid("declarations.refused.figure-days", settings.figureDays());
    }
    var wanted = new FigureTable.Asked(asked.from(), asked.to(), asked.form(), asked.unit());
    FigureTable.Counts counts = figures.counts(reach, wanted, FIGURE_ROWS);
    return new DeclarationFigures(
        asked.from(),
        asked.to(),
        counts.days().stream()
            .map(count -> new DeclarationFigures.ByDay(LocalDate.parse(count.key()), levels(count)))
            .toList(),
        counts.units().stream()
            .map(
                count ->
                    new DeclarationFigures.ByUnit(Integer.parseInt(count.key()), levels(count)))
            .toList(),
        byPlace(counts.places()));
  }

  @Override
  public List<DeclarationRow> export(
      Actor actor, DeclarationFilter filter, @Nullable String search, String purpose) {
    Reach reach = actor.require(Permission.DECLARATIONS_EXPORT);
    String reason = Purpose.checked(purpose);
    DeclarationQuery.Wanted wanted = wanted(actor, filter, search);
    List<DeclarationListTable.Row> found =
        table.page(reach, wanted, program.zone(), null, settings.exportRows() + 1);
    if (found.size() > settings.exportRows()) {
      throw Refusal.invalid("declarations.refused.export-too-large", settings.exportRows());
    }
    List<Long> about =
        search == null && filter.person() == null
            ? List.of()
            : found.stream().map(DeclarationListTable.Row::person).distinct().toList();
    audit.record(
        new Act(
            actor.account(),
            "declarations.export",
            reason,
            null,
            filter.written(),
            found.size(),
            about));
    return reading.rows(found);
  }

  @Override
  public AnswerSheet exportAnswers(
      Actor actor,
      DeclarationFilter filter,
      @Nullable String search,
      String purpose,
      Locale language) {
    actor.require(Permission.DECLARATIONS_EXPORT);
    Reach reach = actor.require(Permission.DECLARATIONS_OPEN);
    String reason = Purpose.checked(purpose);
    if (filter.form() == null) {
      throw Refusal.invalid("declarations.refused.export-form");
    }
    int most = settings.answerExportRows();
    List<DeclarationListTable.Row> found =
        table.page(reach, wanted(actor, filter, search), program.zone(), null, most + 1);
    if (found.size() > most) {
      throw Refusal.invalid("declarations.refused.export-too-large", most);
    }
    audit.record(
        new Act(
            actor.account(),
            "declarations.export-answers",
            reason,
            null,
            filter.written(),
            found.size(),
            found.stream().map(DeclarationListTable.Row::person).distinct().toList()));
    return answers.sheet(found, actor.may(Permission.PEOPLE_OPEN), language);
  }

  @Override
  @Transactional(readOnly = true)
  public List<OpenedDeclaration> ofPersons(Collection<Long> records, int rows) {
    return records.isEmpty() ? List.of() : reading.opened(records, rows);
  }

  /** A place that does not exist, and a search that finds nobody, find no declaration. */
  private DeclarationQuery.Wanted wanted(
      Actor actor, DeclarationFilter filter, @Nullable String search) {
    Long place =
        filter.place() == null
            ? null
            : places.byPublicId(filter.place()).map(PlaceCard::number).orElse(-1L);
    String serial = filter.serial();
    if (serial != null && serial.length() > SERIAL_LETTERS) {
      throw Refusal.invalid("declarations.refused.serial");
    }
    List<Long> persons = search == null ? null : found(actor, search);
    if (filter.person() != null) {
      List<Long> own = records.of(List.of(filter.person()));
      persons = persons == null ? own : persons.stream().filter(own::contains).toList();
    }
    return new DeclarationQuery.Wanted(filter, place, persons);
  }

  /** All records of whoever is found; people masks, reaches and counts look-ups by itself. */
  private List<Long> found(Actor actor, String search) {
    List<UUID> ids =
        people.find(actor, PersonQuery.parse(search), null, Limits.PAGE_ROWS).rows().stream()
            .map(person -> person.publicId())
            .toList();
    return records.of(ids);
  }

  private DeclarationListTable.Row stored(Reach reach, UUID declaration) {
    return table
        .inReach(reach, declaration)
        .orElseThrow(() -> Refusal.notFound("declarations.refused.not-found"));
  }

  private List<DeclarationFigures.ByPlace> byPlace(List<FigureTable.Count> counts) {
    Map<Long, FigureTable.Count> byNumber = new HashMap<>();
    counts.forEach(count -> byNumber.put(Long.valueOf(count.key()), count));
    Map<Long, PlaceCard> cards = byNumber.isEmpty() ? Map.of() : places.cards(byNumber.keySet());
    List<DeclarationFigures.ByPlace> rows = new ArrayList<>();
    for (FigureTable.Count count : counts) {
      long number = Long.parseLong(count.key());
      if (cards.containsKey(number)) {
        rows.add(
            new DeclarationFigures.ByPlace(
                Objects.requireNonNull(cards.get(number)), levels(count)));
      }
    }
    return rows;
  }

  private static DeclarationFigures.Levels levels(FigureTable.Count count) {
    return new DeclarationFigures.Levels(
        count.green(), count.yellow(), count.orange(), count.red());
  }
}
