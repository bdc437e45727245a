package vn.lachan.app.tracing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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

  private final TraceTable traces;
  private final ContactTable contacts;
  private final EvidenceTable evidence;
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
      TraceSources sources,
      Planner planner,
      ProgramSettings program,
      TracingSettings settings,
      VisitsSettings visits,
      ApplicationEventPublisher events) {
    this.traces = traces;
    this.contacts = contacts;
    this.evidence = evidence;
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

  /** The first computation: everything is added, and nothing of it is told in the history. */
  void first(long number, Instant now) {
    compute(number, null, By.BESIDE, now);
  }

  void again(long number, Causes causes, By by, Instant now) {
    compute(number, causes, by, now);
  }

  /** A last computation that copies all visits it used, for the day the trace is opened again. */
  void last(long number, Instant now) {
    compute(number, Causes.all(Cause.REFRESHED), By.BESIDE, Long.MAX_VALUE, now);
  }

  private void compute(long number, @Nullable Causes causes, By by, Instant now) {
    LocalDate copyBefore = growsFrom(now).plusDays(settings.copyAheadDays());
    compute(number, causes, by, start(copyBefore).getEpochSecond(), now);
  }

  private void compute(long number, @Nullable Causes causes, By by, long copyBefore, Instant now) {
    long started = System.nanoTime();
    StoredTrace trace = traces.lock(number);
    long cursor = sources.head();
    Plan plan = planner.again(trace, now);
    LocalDate growsFrom = growsFrom(now);
    long index = canonical(trace.person());
    TraceRun.Found found =
        TraceRun.find(
            new TraceRun.Question(
                index,
                plan.period().window(),
                plan.rules(),
                program.zone(),
                settings.keptExposures(),
                settings.keptFarExposures(),
                copyBefore),
            sources,
            frozen(number, plan, start(growsFrom)));
    Difference difference = Difference.between(contacts.ofTrace(number), found.contacts());
    write(trace, difference, causes, now);
    keepStays(number, found.stays());
    freeze(number, start(growsFrom), found.copied());
    long millis = (System.nanoTime() - started) / NANOS_PER_MILLI;
    traces.computed(
        new TraceTable.Computed(
            number,
            index,
            plan.period(),
            now,
            (int) millis,
            growsFrom,
            now.plus(nextIn(plan, found)),
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

  /** Evidence of destroyed days. */
  private FrozenEvidence frozen(long trace, Plan plan, Instant destroyedBefore) {
    return plan.period().window().from() >= destroyedBefore.getEpochSecond()
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
