package vn.lachan.app.tracing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.app.tracing.ContactTable.Told;
import vn.lachan.app.tracing.Difference.Fresh;
import vn.lachan.app.visits.VisitsSettings;
import vn.lachan.engine.tracing.Visit;

/**
 * Computes a trace from scratch and applies the difference to its rows, in the caller's
 * transaction. That makes the rows equal to a fresh run by construction, whatever arrived late,
 * twice or in another order.
 */
@Component
class TraceKeeper {
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final long LONGEST_STAY_SECONDS = 24 * 3_600L;

  private final TraceTable traces;
  private final ContactTable contacts;
  private final EvidenceTable evidence;
  private final CrowdTable crowds;
  private final TraceSources sources;
  private final Planner planner;
  private final ProgramSettings program;
  private final TracingSettings settings;
  private final VisitsSettings visits;
  private final ApplicationEventPublisher events;

  TraceKeeper(
      TraceTable traces,
      ContactTable contacts,
      EvidenceTable evidence,
      CrowdTable crowds,
      TraceSources sources,
      Planner planner,
      ProgramSettings program,
      TracingSettings settings,
      VisitsSettings visits,
      ApplicationEventPublisher events) {
    this.traces = traces;
    this.contacts = contacts;
    this.evidence = evidence;
    this.crowds = crowds;
    this.sources = sources;
    this.planner = planner;
    this.program = program;
    this.settings = settings;
    this.visits = visits;
    this.events = events;
  }

  /** Who computes: the follower, in the order of arrivals, or somebody beside it. */
  enum By {
    FOLLOWER,
    BESIDE
  }

  /** A trace to compute; {@code causes} is null for the first time. */
  private record Work(long number, @Nullable Causes causes) {}

  /** A trace locked for a computation, with the question that it asks. */
  private record Begun(
      StoredTrace trace, @Nullable Causes causes, Plan plan, long index, TraceRun run) {}

  /** The first computation: everything is added, and nothing of it is told in the history. */
  void first(long number, Instant now) {
    compute(List.of(new Work(number, null)), By.BESIDE, copyBefore(now), now);
  }

  void again(long number, Causes causes, By by, Instant now) {
    again(Map.of(number, causes), by, now);
  }

  /**
   * Many traces in few questions to storage. They are locked in the order of their numbers, so that
   * two who compute several never wait for each other in a ring.
   */
  void again(Map<Long, Causes> touched, By by, Instant now) {
    List<Work> works =
        touched.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(entry -> new Work(entry.getKey(), entry.getValue()))
            .toList();
    for (int from = 0; from < works.size(); from += settings.batchTraces()) {
      int to = Math.min(works.size(), from + settings.batchTraces());
      compute(works.subList(from, to), by, copyBefore(now), now);
    }
  }

  /** A last computation that copies all visits it used, for the day the trace is opened again. */
  void last(long number, Instant now) {
    Causes causes = Causes.all(Cause.REFRESHED);
    compute(List.of(new Work(number, causes)), By.BESIDE, Long.MAX_VALUE, now);
  }

  /** Persons live in another commune now, whose officers are to know of them. */
  void moved(Set<Long> persons, Instant now) {
    Map<Long, Integer> units = sources.residenceUnits(persons);
    Map<Long, List<TraceUpdated.Listed>> bySubject = new LinkedHashMap<>();
    for (ContactTable.Moved moved : contacts.moved(persons, units)) {
      bySubject.computeIfAbsent(moved.subject(), _ -> new ArrayList<>()).add(moved.listed());
    }
    bySubject.forEach(
        (subject, listed) ->
            events.publishEvent(new TraceUpdated(subject, listed, List.of(), now)));
  }

  private long copyBefore(Instant now) {
    return start(growsFrom(now).plusDays(settings.copyAheadDays())).getEpochSecond();
  }

  private void compute(List<Work> works, By by, long copyBefore, Instant now) {
    long started = System.nanoTime();
    List<StoredTrace> locked = works.stream().map(work -> traces.lock(work.number())).toList();
    long cursor = sources.head();
    List<Begun> begun = new ArrayList<>();
    for (int i = 0; i < works.size(); i++) {
      begun.add(begin(locked.get(i), works.get(i).causes(), copyBefore, now));
    }
    List<TraceRun.Found> found = TraceBatch.find(begun.stream().map(Begun::run).toList(), sources);
    for (int i = 0; i < begun.size(); i++) {
      store(begun.get(i), found.get(i), now);
    }
    long millis = (System.nanoTime() - started) / NANOS_PER_MILLI / works.size();
    for (int i = 0; i < begun.size(); i++) {
      computed(begun.get(i), found.get(i), (int) millis, cursor, by, now);
    }
  }

  private Begun begin(StoredTrace trace, @Nullable Causes causes, long copyBefore, Instant now) {
    Plan plan = planner.again(trace, now);
    long index = canonical(trace.person());
    var question =
        new TraceRun.Question(
            index,
            plan.period().window(),
            plan.rules(),
            crowds.rule(trace.number(), plan.crowdVisitors()),
            program.zone(),
            settings.keptExposures(),
            settings.keptFarExposures(),
            copyBefore);
    var run = new TraceRun(question, frozen(trace.number(), plan, start(growsFrom(now))));
    return new Begun(trace, causes, plan, index, run);
  }

  private void store(Begun begun, TraceRun.Found found, Instant now) {
    long number = begun.trace.number();
    Difference difference = Difference.between(contacts.ofTrace(number), found.contacts());
    write(begun.trace, difference, begun.causes, now);
    keepStays(number, found.stays());
    crowds.keep(number, found.crowds());
    freeze(number, start(growsFrom(now)), found.copied());
  }

  private void computed(
      Begun begun, TraceRun.Found found, int millis, long cursor, By by, Instant now) {
    traces.computed(
        new TraceTable.Computed(
            begun.trace.number(),
            begun.index,
            begun.plan.period(),
            now,
            millis,
            growsFrom(now),
            now.plus(nextIn(begun.plan, found)),
            cursor,
            by == By.BESIDE));
  }

  /** They mostly stay the same, and writing them each time would only wear the table out. */
  private void keepStays(long trace, List<ExposingStay> stays) {
    if (!Set.copyOf(evidence.stays(trace)).equals(Set.copyOf(stays))) {
      evidence.replaceStays(trace, stays);
    }
  }

  private Duration nextIn(Plan plan, TraceRun.Found found) {
    boolean moves = plan.openEnded() && found.reachesBeyond();
    return moves ? settings.openEndedEvery() : settings.refreshEvery();
  }

  private void write(
      StoredTrace trace, Difference difference, @Nullable Causes causes, Instant now) {
    if (difference.isEmpty()) {
      return;
    }
    long number = trace.number();
    List<Long> persons =
        Stream.concat(difference.added().stream(), difference.changed().stream())
            .map(fresh -> fresh.contact().person())
            .toList();
    Map<Long, Integer> units = sources.residenceUnits(persons);
    List<Fresh> rewritten = difference.changed();
    if (!difference.added().isEmpty()) {
      contacts.insert(number, difference.added(), units, causes != null, now);
      evidence.insertExposures(number, difference.added());
    }
    if (!rewritten.isEmpty()) {
      contacts.update(number, rewritten);
      evidence.deleteExposures(
          number, rewritten.stream().map(fresh -> fresh.contact().person()).toList());
      evidence.insertExposures(number, rewritten);
    }
    if (causes != null) {
      withdrawAndTell(number, difference, causes, now);
    }
    publish(trace.subject(), difference, units, now);
  }

  private void withdrawAndTell(long trace, Difference difference, Causes causes, Instant now) {
    if (!difference.withdrawn().isEmpty()) {
      contacts.withdraw(trace, difference.withdrawn(), causes, now);
    }
    List<Told> lines = new ArrayList<>();
    Stream.concat(difference.added().stream(), difference.changed().stream())
        .filter(Fresh::told)
        .forEach(fresh -> lines.add(Told.of(fresh, causes)));
    difference.withdrawn().forEach(row -> lines.add(Told.of(row, causes)));
    if (!lines.isEmpty()) {
      contacts.tell(trace, lines, now);
    }
  }

  private void publish(long subject, Difference difference, Map<Long, Integer> units, Instant now) {
    List<Fresh> again =
        difference.changed().stream()
            .filter(fresh -> fresh.classChanged() || fresh.generationChanged())
            .toList();
    List<TraceUpdated.Listed> listed =
        Stream.concat(difference.added().stream(), again.stream())
            .map(Fresh::contact)
            .map(
                contact ->
                    new TraceUpdated.Listed(
                        contact.person(),
                        contact.generation(),
                        !Difference.isCasual(contact),
                        units.getOrDefault(contact.person(), 0)))
            .toList();
    List<Long> withdrawn = difference.withdrawn().stream().map(StoredContact::person).toList();
    if (!listed.isEmpty() || !withdrawn.isEmpty()) {
      events.publishEvent(new TraceUpdated(subject, listed, withdrawn, now));
    }
  }

  /** Evidence of destroyed days; a visit of the day before may reach into the window. */
  private FrozenEvidence frozen(long trace, Plan plan, Instant destroyedBefore) {
    long reaches = plan.period().window().from() - LONGEST_STAY_SECONDS;
    return reaches >= destroyedBefore.getEpochSecond()
        ? FrozenEvidence.NONE
        : evidence.before(trace, destroyedBefore);
  }

  /** Copies what will be destroyed soon, so that it can be computed with afterwards. */
  private void freeze(long trace, Instant destroyedBefore, Set<Visit> copied) {
    if (!copied.isEmpty()) {
      evidence.freeze(trace, destroyedBefore, List.copyOf(copied));
    }
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(program.zone()).toInstant();
  }

  private LocalDate growsFrom(Instant now) {
    return now.atZone(program.zone()).toLocalDate().minusDays(visits.retentionDays());
  }

  private long canonical(long record) {
    return sources.canonical(List.of(record)).getOrDefault(record, record);
  }
}
