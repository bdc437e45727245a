package vn.lachan.app.tracing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lachan.app.access.Accounts;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.kernel.Limits;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.people.MaskedPerson;
import vn.lachan.app.people.People;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.Places;
import vn.lachan.app.program.Jobs;
import vn.lachan.app.program.NewJob;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.app.visits.OwnPhone;
import vn.lachan.engine.tracing.PlaceWindow;

/** What officers do with itineraries; what everybody may read is {@link ItineraryBoard}. */
@Component
@Transactional
class ItineraryDesk implements Itineraries {
  private final ItineraryTable table;
  private final ItineraryRules rules;
  private final ItineraryBoard board;
  private final AttendanceReading attendance;
  private final ItineraryTelling telling;
  private final Jobs jobs;
  private final Places places;
  private final People people;
  private final Accounts accounts;
  private final Audit audit;
  private final ProgramSettings program;

  ItineraryDesk(
      ItineraryTable table,
      ItineraryRules rules,
      ItineraryBoard board,
      AttendanceReading attendance,
      ItineraryTelling telling,
      Jobs jobs,
      Places places,
      People people,
      Accounts accounts,
      Audit audit,
      ProgramSettings program) {
    this.table = table;
    this.rules = rules;
    this.board = board;
    this.attendance = attendance;
    this.telling = telling;
    this.jobs = jobs;
    this.places = places;
    this.people = people;
    this.accounts = accounts;
    this.audit = audit;
    this.program = program;
  }

  @Override
  public UUID publish(Actor actor, NewItinerary asked, Instant now) {
    ItineraryRules.Checked checked = rules.check(actor, asked, now);
    NewItinerary itinerary = checked.itinerary();
    UUID id =
        table
            .insert(checked.place(), itinerary, actor.account(), now)
            .orElseThrow(() -> Refusal.conflict("tracing.refused.itinerary-twice"));
    audit.record(Act.on(actor.account(), "tracing.publish-itinerary", id.toString()));
    return id;
  }

  @Override
  @Transactional(readOnly = true)
  public OptionalInt preview(Actor actor, NewItinerary asked, Instant now) {
    ItineraryRules.Checked checked = rules.check(actor, asked, now);
    NewItinerary itinerary = checked.itinerary();
    return attendance.count(
        new PlaceWindow(
            checked.place().number(),
            itinerary.from().getEpochSecond(),
            itinerary.to().getEpochSecond()));
  }

  @Override
  public void withdraw(Actor actor, UUID id, String reason, Instant now) {
    StoredItinerary itinerary = stored(actor, Permission.CASES_WRITE, id);
    CrowdDesk.requireReason(reason);
    if (!table.withdraw(itinerary.number(), reason.strip(), actor.account(), now)) {
      throw Refusal.conflict("tracing.refused.itinerary-withdrawn");
    }
    audit.record(
        Act.on(actor.account(), "tracing.withdraw-itinerary", id.toString())
            .because(reason.strip()));
  }

  @Override
  @Transactional(readOnly = true)
  public Page<Itinerary> list(
      Actor actor, ItineraryFilter filter, @Nullable String after, int rows, Instant now) {
    LocalDate day = filter.day();
    var wanted =
        new ItineraryTable.Wanted(
            filter.state(),
            day == null ? null : day.atStartOfDay(program.zone()).toInstant(),
            day == null ? null : day.plusDays(1).atStartOfDay(program.zone()).toInstant(),
            rules.shownSince(now));
    Page<StoredItinerary> page =
        Page.of(
            table.list(
                actor.require(Permission.CASES_READ),
                wanted,
                before(after),
                Limits.pageRows(rows) + 1),
            rows,
            row -> Long.toString(row.number()));
    return new Page<>(views(page.rows(), now), page.next());
  }

  @Override
  @Transactional(readOnly = true)
  public Itinerary get(Actor actor, UUID id, Instant now) {
    return views(List.of(stored(actor, Permission.CASES_READ, id)), now).stream()
        .findFirst()
        .orElseThrow(ItineraryDesk::notFound);
  }

  @Override
  @Transactional(readOnly = true)
  public ItineraryVisitors visitors(Actor actor, UUID id, @Nullable String after, int rows) {
    List<Attendance> all = attendance.of(stored(actor, Permission.VISITS_READ, id).window());
    AttendanceKey key = after == null || after.isEmpty() ? null : AttendanceKey.parse(after);
    List<Attendance> rest = key == null ? all : key.rest(all);
    int shown = Math.min(Limits.pageRows(rows), rest.size());
    List<Attendance> page = rest.subList(0, shown);
    String next = shown == rest.size() ? null : AttendanceKey.after(page, key).text();
    return new ItineraryVisitors(all.size(), new Page<>(masked(page), next));
  }

  @Override
  public List<ItineraryVisitor> export(Actor actor, UUID id) {
    StoredItinerary itinerary = stored(actor, Permission.CASES_EXPORT, id);
    List<ItineraryVisitor> rows = masked(attendance.of(itinerary.window()));
    audit.record(
        new Act(
            actor.account(),
            "tracing.export-itinerary",
            null,
            null,
            id.toString(),
            rows.size(),
            List.of()));
    return rows;
  }

  @Override
  public void tell(Actor actor, UUID id, ItineraryAdvice advice, int persons, Instant now) {
    actor.require(Permission.VISITS_READ);
    StoredItinerary itinerary = stored(actor, Permission.CASES_WRITE, id);
    if (itinerary.withdrawnAt() != null) {
      throw Refusal.conflict("tracing.refused.itinerary-withdrawn");
    }
    int found = attendance.of(itinerary.window()).size();
    if (found != persons) {
      throw Refusal.conflict("tracing.refused.told-count", found);
    }
    jobs.start(
        new NewJob(
            ItineraryTelling.KIND, ItineraryTelling.argument(id, advice), found, actor.account()));
    audit.record(
        new Act(
            actor.account(),
            "tracing.tell-itinerary",
            advice.name(),
            null,
            id.toString(),
            found,
            List.of()));
  }

  @Override
  @Transactional(readOnly = true)
  public ItineraryTold told(Actor actor, UUID id) {
    return telling.told(stored(actor, Permission.CASES_READ, id).publicId());
  }

  @Override
  public List<PublicItinerary> published(@Nullable Integer unit, Instant now) {
    return board.published(unit, now);
  }

  @Override
  public List<PublicWindow> windows(Instant now) {
    return board.windows(now);
  }

  @Override
  public PublicItinerary shown(UUID itinerary, Instant now) {
    return board.shown(itinerary, now);
  }

  @Override
  public OwnCheck ownCheck(OwnPhone phone, Instant now) {
    return board.ownCheck(phone, now);
  }

  private StoredItinerary stored(Actor actor, Permission permission, UUID id) {
    return table.inReach(actor.require(permission), id).orElseThrow(ItineraryDesk::notFound);
  }

  private List<ItineraryVisitor> masked(List<Attendance> found) {
    Map<Long, MaskedPerson> persons =
        people.masked(found.stream().map(Attendance::person).toList());
    return found.stream()
        .filter(one -> persons.containsKey(one.person()))
        .map(
            one ->
                new ItineraryVisitor(
                    Objects.requireNonNull(persons.get(one.person())),
                    Instant.ofEpochSecond(one.from()),
                    Instant.ofEpochSecond(one.to()),
                    Duration.ofSeconds(one.seconds()).toMinutes(),
                    one.stays(),
                    one.evidence()))
        .toList();
  }

  private List<Itinerary> views(List<StoredItinerary> rows, Instant now) {
    Map<Long, PlaceCard> cards =
        places.cards(rows.stream().map(StoredItinerary::place).distinct().toList());
    Map<Long, String> names =
        accounts.names(
            rows.stream()
                .flatMap(row -> Stream.of(row.publishedBy(), row.withdrawnBy()))
                .distinct()
                .toList());
    return rows.stream()
        .filter(row -> cards.containsKey(row.place()))
        .map(row -> view(row, Objects.requireNonNull(cards.get(row.place())), names, now))
        .toList();
  }

  private Itinerary view(
      StoredItinerary row, PlaceCard card, Map<Long, String> names, Instant now) {
    Itinerary.Withdrawn withdrawn =
        row.withdrawnAt() == null
            ? null
            : new Itinerary.Withdrawn(
                row.withdrawnAt(),
                names.getOrDefault(row.withdrawnBy(), ""),
                Objects.requireNonNull(row.withdrawnFor()));
    return new Itinerary(
        row.publicId(),
        card,
        row.unit(),
        row.from(),
        row.to(),
        row.instructionsVi(),
        row.instructionsEn(),
        row.publishedAt(),
        names.getOrDefault(row.publishedBy(), ""),
        withdrawn,
        row.state(rules.shownSince(now)));
  }

  private static @Nullable Long before(@Nullable String after) {
    if (after == null || after.isEmpty()) {
      return null;
    }
    try {
      return Long.valueOf(after);
    } catch (NumberFormatException e) {
      throw Refusal.invalid("tracing.refused.page");
    }
  }

  private static Refusal notFound() {
    return Refusal.notFound("tracing.refused.no-itinerary");
  }
}
