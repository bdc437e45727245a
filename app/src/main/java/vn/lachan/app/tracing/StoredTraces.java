package vn.lachan.app.tracing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Reach;
import vn.lachan.app.kernel.Limits;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.engine.tracing.Exposure;

/** Traces as they are stored. */
@Component
@Transactional(readOnly = true)
class StoredTraces implements Traces {
  private static final int NAMING_MOST = 1_000;

  private static final int HISTORY_ROWS = 20;

  private final TraceTable traces;
  private final TraceKeeper keeper;
  private final Planner planner;
  private final RuleSets ruleSets;
  private final ContactListTable contacts;
  private final TraceViewTable views;
  private final GraphTable graphs;

  StoredTraces(
      TraceTable traces,
      TraceKeeper keeper,
      Planner planner,
      RuleSets ruleSets,
      ContactListTable contacts,
      TraceViewTable views,
      GraphTable graphs) {
    this.traces = traces;
    this.keeper = keeper;
    this.planner = planner;
    this.ruleSets = ruleSets;
    this.contacts = contacts;
    this.views = views;
    this.graphs = graphs;
  }

  @Override
  public Set<String> diseases(int unit, LocalDate day) {
    return ruleSets.diseases(unit, day);
  }

  @Override
  public List<RuleSet> ruleSets() {
    return ruleSets.list();
  }

  @Override
  @Transactional
  public TraceHead open(TraceRequest request, Instant now) {
    Plan plan = planner.plan(request, now);
    TraceTable.Put put = traces.put(request, plan, now);
    if (put.isNew()) {
      keeper.first(put.number(), now);
    } else {
      keeper.again(put.number(), Causes.all(Cause.CASE_CHANGED), TraceKeeper.By.BESIDE, now);
    }
    return head(stored(request.subject()));
  }

  @Override
  public TraceWindow preview(TraceRequest request, Instant now) {
    Plan plan = planner.plan(request, now);
    var period = plan.period();
    return new TraceWindow(
        Instant.ofEpochSecond(period.window().from()),
        Instant.ofEpochSecond(period.window().to()),
        plan.openEnded(),
        period.start(),
        period.basis(),
        period.days(),
        RuleSets.view(plan.rules()));
  }

  @Override
  @Transactional
  public TraceHead refresh(long subject, Instant now) {
    StoredTrace trace = stored(subject);
    if (trace.closedAt() == null) {
      keeper.again(trace.number(), Causes.all(Cause.REFRESHED), TraceKeeper.By.BESIDE, now);
    }
    return head(stored(subject));
  }

  @Override
  @Transactional
  public void refreshAll(Collection<Long> subjects, Instant now) {
    Map<Long, Causes> open = new LinkedHashMap<>();
    traces.openOf(subjects).forEach(trace -> open.put(trace, Causes.all(Cause.REFRESHED)));
    keeper.again(open, TraceKeeper.By.BESIDE, now);
  }

  @Override
  @Transactional
  public void close(long subject, Instant now) {
    StoredTrace trace = stored(subject);
    if (trace.closedAt() == null) {
      keeper.last(trace.number(), now);
      traces.close(subject, now);
    }
  }

  @Override
  @Transactional
  public void reopen(long subject, Instant now) {
    traces.reopen(subject);
    refresh(subject, now);
  }

  @Override
  public Optional<TraceHead> head(long subject) {
    return traces.bySubject(subject).map(this::head);
  }

  @Override
  public Map<Long, TraceFigures> figures(Collection<Long> subjects) {
    Map<Long, TraceFigures> figures = new LinkedHashMap<>();
    views
        .figures(subjects)
        .forEach((subject, generations) -> figures.put(subject, new TraceFigures(generations)));
    return figures;
  }

  @Override
  public List<ContactRow> contactsOf(Collection<SubjectContact> wanted) {
    return wanted.isEmpty() ? List.of() : contacts.ofSubjects(wanted);
  }

  @Override
  public List<SubjectContact> contactsIn(Collection<Long> persons) {
    return persons.isEmpty() ? List.of() : contacts.naming(persons, NAMING_MOST);
  }

  @Override
  public TraceHead get(Actor actor, long subject) {
    return head(visible(actor, subject));
  }

  @Override
  public TraceHead get(Actor actor, UUID trace) {
    Reach reach = actor.require(Permission.CASES_READ);
    return head(traces.inReach(reach, trace).orElseThrow(StoredTraces::notFound));
  }

  @Override
  public Page<ContactRow> contacts(
      Actor actor, long subject, ContactFilter filter, @Nullable String after, int rows) {
    StoredTrace trace = visible(actor, subject);
    return contacts.page(trace.number(), filter, after, Limits.pageRows(rows));
  }

  @Override
  public ContactCount count(Actor actor, long subject, ContactFilter filter) {
    return contacts.count(visible(actor, subject).number(), filter);
  }

  @Override
  public ContactEvidence evidence(Actor actor, long subject, long person) {
    StoredTrace trace = visible(actor, subject);
    ContactRow row =
        contacts
            .find(trace.number(), person)
            .orElseThrow(() -> Refusal.notFound("tracing.refused.no-contact"));
    List<Exposure> exposures = contacts.exposures(trace.number(), person, trace.rules().document());
    return new ContactEvidence(
        row,
        exposures,
        path(trace, person),
        views.changes(trace.number(), person, null, HISTORY_ROWS).rows());
  }

  @Override
  public Timeline timeline(Actor actor, long subject, int rows) {
    StoredTrace trace = visible(actor, subject);
    return timeline(
        trace, views.indexStays(trace.number()), ContactFilter.ofGeneration(1), rows, null);
  }

  @Override
  public Timeline timelineAt(Actor actor, long subject, long place, int rows) {
    StoredTrace trace = visible(actor, subject);
    List<Timeline.Stay> stays =
        views.indexStays(trace.number()).stream().filter(stay -> stay.place() == place).toList();
    return timeline(trace, stays, ContactFilter.supportedAt(place), rows, place);
  }

  @Override
  public List<Timeline.Stay> stays(Actor actor, long subject) {
    return views.indexStays(visible(actor, subject).number());
  }

  @Override
  public TraceGraph graph(Actor actor, long subject, boolean closeOnly, int nodes, int clusters) {
    StoredTrace trace = visible(actor, subject);
    SortedMap<Integer, Integer> sizes = graphs.sizes(trace.number(), closeOnly);
    int drawn = drawn(sizes, nodes);
    int contacts = sizes.values().stream().mapToInt(Integer::intValue).sum();
    boolean all = sizes.isEmpty() || drawn >= sizes.lastKey();
    return new TraceGraph(
        trace.indexPerson(),
        contacts,
        drawn == 0 ? List.of() : graphs.nodes(trace.number(), closeOnly, drawn),
        all ? List.of() : graphs.clusters(trace.number(), closeOnly, drawn, clusters));
  }

  @Override
  public List<ExposingPlace> places(Actor actor, long subject, int rows) {
    StoredTrace trace = visible(actor, subject);
    return views.places(trace.number(), trace.indexPerson(), Limits.pageRows(rows));
  }

  @Override
  public Page<ContactChange> changes(Actor actor, long subject, @Nullable Long before, int rows) {
    return views.changes(visible(actor, subject).number(), null, before, Limits.pageRows(rows));
  }

  /** The last generation up to which all contacts together are few enough to be drawn. */
  private static int drawn(SortedMap<Integer, Integer> sizes, int most) {
    int sum = 0;
    int drawn = 0;
    for (Map.Entry<Integer, Integer> size : sizes.entrySet()) {
      sum += size.getValue();
      if (sum > most) {
        return drawn;
      }
      drawn = size.getKey();
    }
    return drawn;
  }

  private Timeline timeline(
      StoredTrace trace,
      List<Timeline.Stay> stays,
      ContactFilter filter,
      int rows,
      @Nullable Long place) {
    Page<ContactRow> first = contacts.page(trace.number(), filter, null, rows);
    List<Long> persons = first.rows().stream().map(ContactRow::person).toList();
    Map<Long, List<Exposure>> exposures =
        views.exposuresOf(trace.number(), persons, trace.rules().document());
    List<Timeline.Row> shown =
        first.rows().stream()
            .map(row -> new Timeline.Row(row, at(place, exposures.get(row.person()))))
            .toList();
    return new Timeline(stays, shown, first.next() != null);
  }

  private static List<Exposure> at(@Nullable Long place, @Nullable List<Exposure> exposures) {
    List<Exposure> all = exposures == null ? List.of() : exposures;
    return place == null
        ? all
        : all.stream().filter(exposure -> exposure.place() == place).toList();
  }

  private List<Long> path(StoredTrace trace, long person) {
    List<Long> path = new ArrayList<>(List.of(person));
    Optional<Long> via = contacts.via(trace.number(), person);
    while (via.isPresent() && !path.contains(via.get())) {
      path.add(via.get());
      via = contacts.via(trace.number(), via.get());
    }
    return path;
  }

  private TraceHead head(StoredTrace trace) {
    TraceViewTable.Extent extent = views.extent(trace.number());
    return new TraceHead(
        trace.publicId(),
        trace.subject(),
        trace.indexPerson(),
        trace.traceWindow(),
        trace.rules().generations(),
        trace.computedAt(),
        trace.computedMillis(),
        trace.growsFrom(),
        trace.closedAt(),
        extent.lastChange(),
        views.figures(List.of(trace.subject())).getOrDefault(trace.subject(), List.of()),
        extent.places());
  }

  private StoredTrace stored(long subject) {
    return traces.bySubject(subject).orElseThrow(StoredTraces::notFound);
  }

  private StoredTrace visible(Actor actor, long subject) {
    Reach reach = actor.require(Permission.CASES_READ);
    return traces.inReach(reach, subject).orElseThrow(StoredTraces::notFound);
  }

  private static Refusal notFound() {
    return Refusal.notFound("tracing.refused.not-found");
  }
}
