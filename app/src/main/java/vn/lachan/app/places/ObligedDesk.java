package vn.lachan.app.places;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Reach;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.kernel.Limits;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.app.units.Units;

/** The front door of the list of places that have to register. */
@Component
class ObligedDesk implements ObligedPlaces {
  private static final int DOCUMENT_LENGTH_MOST = 300;

  private final ObligedTable table;
  private final PlaceTable places;
  private final PlaceRules rules;
  private final CoverageUnits rows;
  private final Units units;
  private final Audit audit;
  private final TransactionTemplate transactions;
  private final ProgramSettings program;

  ObligedDesk(
      ObligedTable table,
      PlaceTable places,
      PlaceRules rules,
      CoverageUnits rows,
      Units units,
      Audit audit,
      TransactionTemplate transactions,
      ProgramSettings program) {
    this.table = table;
    this.places = places;
    this.rules = rules;
    this.rows = rows;
    this.units = units;
    this.audit = audit;
    this.transactions = transactions;
    this.program = program;
  }

  @Override
  @Transactional
  public UUID enter(Actor actor, NewObliged entry, Instant now) {
    Reach reach = actor.require(Permission.COVERAGE_WRITE);
    Checked checked = check(reach, entry, now);
    UUID id = table.insert(checked.facts(), checked.document(), actor.account(), now);
    audit.record(Act.on(actor.account(), "places.oblige", id.toString()));
    return id;
  }

  @Override
  public List<Wrong> enterAll(Actor actor, List<NewObliged> entries, Instant now) {
    Reach reach = actor.require(Permission.COVERAGE_WRITE);
    if (entries.size() > MOST_AT_ONCE) {
      throw Refusal.invalid("places.refused.obliged-many", MOST_AT_ONCE);
    }
    List<Wrong> wrong = new ArrayList<>();
    List<Checked> checked = new ArrayList<>();
    for (int line = 1; line <= entries.size(); line++) {
      try {
        checked.add(check(reach, entries.get(line - 1), now));
      } catch (Refusal refusal) {
        wrong.add(new Wrong(line, refusal));
      }
    }
    return wrong.isEmpty() ? writeAll(actor, checked, now) : wrong;
  }

  /** The database finds a line twice; then none of the transaction stays. */
  private List<Wrong> writeAll(Actor actor, List<Checked> checked, Instant now) {
    int[] line = {0};
    try {
      transactions.executeWithoutResult(
          status -> {
            for (Checked one : checked) {
              line[0]++;
              table.insert(one.facts(), one.document(), actor.account(), now);
            }
            audit.record(
                new Act(
                    actor.account(), "places.oblige", null, null, null, checked.size(), List.of()));
          });
      return List.of();
    } catch (Refusal refusal) {
      return List.of(new Wrong(line[0], refusal));
    }
  }

  @Override
  public Page<ObligedRow> list(
      Actor actor, ObligedFilter filter, @Nullable String after, int rowsAsked) {
    PlaceScope scope = PlaceScope.over("o", actor, Permission.COVERAGE_READ);
    Integer root = filter.unit();
    List<Integer> communes =
        root == null
            ? null
            : table.communes(scope).stream()
                .filter(commune -> rows.below(filter.hierarchy(), root, commune) != null)
                .toList();
    return table.page(scope, filter, communes, after, Limits.pageRows(rowsAsked));
  }

  @Override
  public ObligedView get(Actor actor, UUID entry) {
    PlaceScope scope = PlaceScope.over("o", actor, Permission.COVERAGE_READ);
    ObligedRow row = table.find(scope, entry).orElseThrow(ObligedDesk::notFound);
    List<PlaceRow> candidates =
        row.state() == ObligedState.LISTED ? table.candidates(row.number()) : List.of();
    return new ObligedView(row, table.steps(row.number()), candidates);
  }

  @Override
  @Transactional
  public void match(Actor actor, UUID entry, UUID place, Instant now) {
    ObligedRow row = hold(actor, entry, ObligedState.LISTED);
    PlaceTable.Held held =
        places
            .hold(place, PlaceScope.of(actor, Permission.COVERAGE_WRITE))
            .orElseThrow(PlaceScope::notFound);
    if (held.status() == Status.DRAFT || held.status() == Status.CLOSED) {
      throw Refusal.conflict("places.refused.obliged-place");
    }
    change(actor, row, "matched", ObligedState.MATCHED, held.number(), held.number(), now, null);
  }

  @Override
  @Transactional
  public void unmatch(Actor actor, UUID entry, String reason, Instant now) {
    ObligedRow row = hold(actor, entry, ObligedState.MATCHED);
    Long before = table.placeOf(row.number()).orElse(null);
    change(actor, row, "unmatched", ObligedState.LISTED, null, before, now, reason);
  }

  @Override
  @Transactional
  public void drop(Actor actor, UUID entry, String reason, Instant now) {
    ObligedRow row = hold(actor, entry, ObligedState.LISTED, ObligedState.MATCHED);
    change(actor, row, "dropped", ObligedState.DROPPED, null, null, now, reason);
  }

  @Override
  @Transactional
  public void restore(Actor actor, UUID entry, String reason, Instant now) {
    ObligedRow row = hold(actor, entry, ObligedState.DROPPED);
    change(actor, row, "restored", ObligedState.LISTED, null, null, now, reason);
  }

  private ObligedRow hold(Actor actor, UUID entry, ObligedState... from) {
    PlaceScope scope = PlaceScope.over("o", actor, Permission.COVERAGE_WRITE);
    ObligedRow row = table.hold(scope, entry).orElseThrow(ObligedDesk::notFound);
    if (!List.of(from).contains(row.state())) {
      throw Refusal.conflict("places.refused.obliged-changed");
    }
    return row;
  }

  private void change(
      Actor actor,
      ObligedRow row,
      String what,
      ObligedState state,
      @Nullable Long place,
      @Nullable Long stepPlace,
      Instant now,
      @Nullable String reason) {
    String why = reason == null ? null : PlaceRules.reason(reason);
    table.change(row, what, state, place, stepPlace, now, actor.account(), why);
    audit.record(Act.on(actor.account(), "places.obliged-" + what, row.publicId().toString()));
  }

  /** An entry that passed the rules. */
  private record Checked(PlaceFacts facts, String document) {}

  private Checked check(Reach reach, NewObliged entry, Instant now) {
    var registration =
        new Registration(
            entry.name(),
            entry.type(),
            entry.address(),
            entry.unit(),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    PlaceFacts facts = rules.check(registration, LocalDate.ofInstant(now, program.zone()));
    String document = PlaceText.clean(entry.document(), "document", DOCUMENT_LENGTH_MOST);
    if (!reaches(reach, facts)) {
      throw Refusal.forbidden("places.refused.outside-reach");
    }
    return new Checked(facts, document);
  }

  private boolean reaches(Reach reach, PlaceFacts facts) {
    return reach.isEverywhere()
        || reach.units().stream().anyMatch(unit -> units.contains(unit, facts.unit()))
        || reach.sectors().stream()
            .filter(sector -> sector.sector().equals(facts.type().sector()))
            .anyMatch(sector -> units.contains(sector.unit(), facts.unit()));
  }

  private static Refusal notFound() {
    return Refusal.notFound("places.refused.obliged-not-found");
  }
}
