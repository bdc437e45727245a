package vn.lachan.app.gates;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lachan.app.access.Accounts;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Reach;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.kernel.Limits;
import vn.lachan.app.kernel.MinuteLimits;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.people.MaskedPerson;
import vn.lachan.app.people.People;
import vn.lachan.app.people.Purpose;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.Places;
import vn.lachan.app.program.ProgramSettings;

/** What officers do with trips. */
@Component
@Transactional
class TripDesk implements TripOffice {
  private static final int OF_PLATE_MOST = 100;

  /** In a list to choose from. */
  private static final int CHECKPOINTS_MOST = 300;

  private final TripTable table;
  private final TripStore store;
  private final CheckpointBook book;
  private final Places places;
  private final People people;
  private final Accounts accounts;
  private final Audit audit;
  private final ProgramSettings program;
  private final GatesSettings settings;
  private final MinuteLimits searches;

  TripDesk(
      TripTable table,
      TripStore store,
      CheckpointBook book,
      Places places,
      People people,
      Accounts accounts,
      Audit audit,
      ProgramSettings program,
      GatesSettings settings,
      Clock clock) {
    this.table = table;
    this.store = store;
    this.book = book;
    this.places = places;
    this.people = people;
    this.accounts = accounts;
    this.audit = audit;
    this.program = program;
    this.settings = settings;
    this.searches = new MinuteLimits(clock);
  }

  @Override
  @Transactional(readOnly = true)
  public Page<TripRow> list(Actor actor, TripFilter filter, @Nullable String after, int rows) {
    Reach reach = actor.require(Permission.VISITS_READ);
    int size = Limits.pageRows(rows);
    Page<TripTable.Row> page =
        Page.of(table.list(reach, query(filter, after), size + 1), size, TripQuery::key);
    return new Page<>(rows(page.rows()), page.next());
  }

  @Override
  public List<TripRow> ofPlate(Actor actor, String plate, Instant now) {
    Reach reach = actor.require(Permission.VISITS_READ);
    if (!searches.take("account" + actor.account(), settings.plateSearchesPerMinute(), 1)) {
      throw new Refusal(Refusal.Kind.TOO_MANY, "gates.refused.too-fast");
    }
    var query = new TripQuery(null, null, null, null, store.hashes(plate), null);
    List<TripTable.Row> found = table.list(reach, query, OF_PLATE_MOST);
    audit.record(
        new Act(actor.account(), "gates.find-plate", null, null, null, found.size(), List.of()));
    return rows(found);
  }

  @Override
  @Transactional(readOnly = true)
  public TripFile get(Actor actor, UUID trip) {
    return file(stored(actor.require(Permission.VISITS_READ), trip));
  }

  @Override
  public OpenedTrip open(Actor actor, UUID trip, String purpose) {
    Reach reach = actor.require(Permission.PEOPLE_OPEN);
    String reason = Purpose.checked(purpose);
    TripTable.Row row = stored(reach, trip);
    List<TripTable.Person> travellers = table.people(row.number());
    audit.record(
        new Act(
            actor.account(),
            "gates.open-trip",
            reason,
            null,
            trip.toString(),
            1,
            travellers.stream().map(TripTable.Person::person).toList()));
    TripStore.Said said = store.said(List.of(row)).get(row.number());
    List<@Nullable TripPapers> papers = new ArrayList<>();
    travellers.forEach(each -> papers.add(store.papers(row, each).orElse(null)));
    return new OpenedTrip(
        file(row),
        said == null ? null : said.plate(),
        said == null ? null : said.origin(),
        said == null ? null : said.destination(),
        said == null ? null : said.note(),
        papers);
  }

  @Override
  @Transactional(readOnly = true)
  public List<TripFigure> figures(Actor actor, TripFilter filter) {
    Reach reach = actor.require(Permission.VISITS_READ);
    LocalDate from = filter.from();
    LocalDate to = filter.to();
    if (from == null
        || to == null
        || to.isBefore(from)
        || ChronoUnit.DAYS.between(from, to) >= settings.figureDays()) {
      throw Refusal.invalid("gates.refused.figure-days", settings.figureDays());
    }
    return table.counts(reach, query(filter, null), program.zone().getId()).stream()
        .map(
            count ->
                new TripFigure(
                    LocalDate.parse(count.day()),
                    count.decision(),
                    count.reason(),
                    count.vehicles(),
                    count.people()))
        .toList();
  }

  @Override
  public List<TripRow> export(Actor actor, TripFilter filter, String purpose) {
    Reach reach = actor.require(Permission.DECLARATIONS_EXPORT);
    String reason = Purpose.checked(purpose);
    List<TripTable.Row> found = table.list(reach, query(filter, null), settings.exportRows() + 1);
    if (found.size() > settings.exportRows()) {
      throw Refusal.invalid("gates.refused.export-too-large", settings.exportRows());
    }
    audit.record(
        new Act(
            actor.account(),
            "gates.export-trips",
            reason,
            null,
            filter.from() + " " + filter.to(),
            found.size(),
            List.of()));
    return rows(found);
  }

  @Override
  @Transactional(readOnly = true)
  public List<PlaceCard> checkpoints(Actor actor) {
    Reach reach = actor.require(Permission.VISITS_READ);
    return places.cards(table.places(reach, CHECKPOINTS_MOST)).values().stream()
        .sorted(Comparator.comparing(PlaceCard::name).thenComparing(PlaceCard::number))
        .toList();
  }

  @Override
  public List<String> reasons(Actor actor) {
    actor.require(Permission.VISITS_READ);
    return book.reasons();
  }

  /** A place that does not exist has no trips. */
  private TripQuery query(TripFilter filter, @Nullable String after) {
    UUID place = filter.place();
    LocalDate from = filter.from();
    LocalDate to = filter.to();
    return new TripQuery(
        place == null ? null : places.byPublicId(place).map(PlaceCard::number).orElse(-1L),
        from == null ? null : from.atStartOfDay(program.zone()).toInstant(),
        to == null ? null : to.plusDays(1).atStartOfDay(program.zone()).toInstant(),
        filter.decision(),
        null,
        after);
  }

  private TripTable.Row stored(Reach reach, UUID trip) {
    return table
        .find(reach, trip)
        .orElseThrow(() -> Refusal.notFound("gates.refused.unknown-trip"));
  }

  private TripFile file(TripTable.Row row) {
    List<TripTable.Person> travellers = table.people(row.number());
    Map<Long, MaskedPerson> masked =
        people.masked(travellers.stream().map(TripTable.Person::person).toList());
    return new TripFile(
        rows(List.of(row)).getFirst(),
        accounts.names(List.of(row.account())).getOrDefault(row.account(), ""),
        travellers.stream()
            .map(
                each ->
                    new Traveller(
                        masked.get(each.person()), each.role(), each.row(), each.stopped()))
            .toList());
  }

  private List<TripRow> rows(List<TripTable.Row> stored) {
    Map<Long, PlaceCard> cards =
        places.cards(stored.stream().map(TripTable.Row::place).distinct().toList());
    Map<Long, TripStore.Said> said = store.said(stored);
    return stored.stream()
        .map(
            row ->
                new TripRow(
                    row.publicId(),
                    row.at(),
                    row.receivedAt(),
                    Objects.requireNonNull(cards.get(row.place())),
                    row.vehicle(),
                    row.direction(),
                    row.decision(),
                    row.reason(),
                    row.people(),
                    row.stopped(),
                    plate(said.get(row.number())),
                    row.plateChecked()))
        .toList();
  }

  private static @Nullable String plate(TripStore.@Nullable Said said) {
    return Optional.ofNullable(said).map(TripStore.Said::plate).map(Plate::masked).orElse(null);
  }
}
