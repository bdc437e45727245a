package vn.lachan.app.casework;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Accounts;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Reach;
import vn.lachan.app.kernel.Limits;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.people.MaskedPerson;
import vn.lachan.app.people.People;
import vn.lachan.app.tracing.TraceFigures;
import vn.lachan.app.tracing.TraceHead;
import vn.lachan.app.tracing.Traces;

/** Lists of cases and one case as a whole. */
@Component
class CaseReading {
  private final CaseTable cases;
  private final NoteTable notes;
  private final TaskTable tasks;
  private final Traces traces;
  private final People people;
  private final Accounts accounts;

  CaseReading(
      CaseTable cases,
      NoteTable notes,
      TaskTable tasks,
      Traces traces,
      People people,
      Accounts accounts) {
    this.cases = cases;
    this.notes = notes;
    this.tasks = tasks;
    this.traces = traces;
    this.people = people;
    this.accounts = accounts;
  }

  Page<CaseRow> list(Actor actor, CaseFilter filter, @Nullable String after, int rows) {
    Reach reach = actor.require(Permission.CASES_READ);
    int size = Limits.pageRows(rows);
    Page<StoredCase> found =
        Page.of(
            cases.list(reach, filter, number(after), size + 1),
            size,
            stored -> Long.toString(stored.number()));
    List<Long> numbers = found.rows().stream().map(StoredCase::number).toList();
    Map<Long, TraceFigures> figures = traces.figures(numbers);
    Map<Long, ContactShares> shares = tasks.shares(numbers);
    Map<Long, MaskedPerson> persons =
        people.masked(found.rows().stream().map(StoredCase::person).distinct().toList());
    return found.map(
        stored ->
            row(
                stored,
                Objects.requireNonNull(persons.get(stored.person())),
                figures.getOrDefault(stored.number(), new TraceFigures(List.of())),
                shares.getOrDefault(stored.number(), new ContactShares(0, 0, 0))));
  }

  CaseView get(Actor actor, UUID caseId) {
    Reach reach = actor.require(Permission.CASES_READ);
    StoredCase stored = visible(actor, caseId);
    TraceHead head = traces.get(actor, stored.number());
    List<CaseTable.State> states = cases.states(stored.number());
    Map<Long, String> names = names(stored, states);
    return new CaseView(
        stored.publicId(),
        stored.number(),
        stored.disease(),
        Objects.requireNonNull(people.masked(List.of(stored.person())).get(stored.person())),
        stored.unit(),
        stored.facts(),
        sourceCase(reach, stored),
        names.getOrDefault(stored.openedBy(), ""),
        stored.openedAt(),
        stored.closedAt(),
        states.stream()
            .map(
                state ->
                    new CaseView.StateChange(
                        state.what(),
                        names.getOrDefault(state.by(), ""),
                        state.at(),
                        state.reason()))
            .toList(),
        notes.count(stored.number()),
        head,
        tasks
            .shares(List.of(stored.number()))
            .getOrDefault(stored.number(), new ContactShares(0, 0, 0)));
  }

  StoredCase visible(Actor actor, UUID caseId) {
    return cases
        .inReach(actor.require(Permission.CASES_READ), caseId)
        .orElseThrow(CaseDesk::notFound);
  }

  private static CaseRow row(
      StoredCase stored, MaskedPerson person, TraceFigures figures, ContactShares shares) {
    return new CaseRow(
        stored.publicId(),
        stored.number(),
        stored.disease(),
        person,
        stored.unit(),
        stored.facts().onset(),
        stored.facts().sample(),
        stored.facts().confirmedOn(),
        stored.openedAt(),
        stored.closedAt(),
        figures.close(),
        figures.casual(),
        shares.open(),
        shares.reachedShare());
  }

  private Map<Long, String> names(StoredCase stored, List<CaseTable.State> states) {
    List<Long> asked =
        Stream.concat(Stream.of(stored.openedBy()), states.stream().map(CaseTable.State::by))
            .distinct()
            .toList();
    return new HashMap<>(accounts.names(asked));
  }

  private @Nullable UUID sourceCase(Reach reach, StoredCase stored) {
    Long number = stored.facts().sourceCase();
    return number == null
        ? null
        : cases.inReach(reach, number).map(StoredCase::publicId).orElse(null);
  }

  private static @Nullable Long number(@Nullable String after) {
    try {
      return after == null ? null : Long.valueOf(after);
    } catch (NumberFormatException _) {
      throw Refusal.invalid("casework.refused.page");
    }
  }
}
