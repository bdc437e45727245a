package vn.lachan.app.casework;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Accounts;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Reach;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.people.People;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.app.tracing.TraceHead;
import vn.lachan.app.tracing.TraceRequest;
import vn.lachan.app.tracing.TraceWindow;
import vn.lachan.app.tracing.Traces;
import vn.lachan.app.units.Units;

/** Opening, changing and closing cases. */
@Component
class CaseDesk {
  private static final int NOTES_SHOWN = 100;
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final CaseTable cases;
  private final NoteTable notes;
  private final Traces traces;
  private final People people;
  private final Units units;
  private final Accounts accounts;
  private final Audit audit;
  private final ProgramSettings program;
  private final CaseworkSettings settings;
  private final ApplicationEventPublisher events;

  CaseDesk(
      CaseTable cases,
      NoteTable notes,
      Traces traces,
      People people,
      Units units,
      Accounts accounts,
      Audit audit,
      ProgramSettings program,
      CaseworkSettings settings,
      ApplicationEventPublisher events) {
    this.cases = cases;
    this.notes = notes;
    this.traces = traces;
    this.people = people;
    this.units = units;
    this.accounts = accounts;
    this.audit = audit;
    this.program = program;
    this.settings = settings;
    this.events = events;
  }

  OpenedCase open(Actor actor, NewCase newCase, Instant now) {
    long started = System.nanoTime();
    Reach reach = actor.require(Permission.CASES_WRITE);
    check(newCase.facts(), now);
    checkNote(newCase.note());
    long person = person(newCase, now);
    int unit = unit(newCase, person);
    requireReach(reach, unit);
    if (cases.openCaseOf(records(person), newCase.disease())) {
      throw Refusal.conflict("casework.refused.already-open");
    }
    CaseTable.Made made =
        cases.insert(newCase.disease(), person, unit, newCase.facts(), actor.account(), now);
    cases.state(made.number(), "opened", null, actor.account(), now);
    if (newCase.note() != null && !newCase.note().isBlank()) {
      notes.insert(made.number(), newCase.note().strip(), actor.account(), now);
    }
    TraceHead head =
        traces.open(request(made.number(), person, newCase.disease(), unit, newCase.facts()), now);
    audit.record(
        Act.onPerson(actor.account(), "casework.open", person, null).forCase(made.number()));
    events.publishEvent(new CaseConfirmed(made.number(), newCase.disease(), unit, now));
    int contacts =
        head.figures().stream().mapToInt(figures -> figures.close() + figures.casual()).sum();
    long millis = (System.nanoTime() - started) / NANOS_PER_MILLI;
    return new OpenedCase(made.publicId(), made.number(), contacts, millis);
  }

  TraceWindow preview(Actor actor, String disease, int unit, CaseFacts facts, Instant now) {
    actor.require(Permission.CASES_WRITE);
    check(facts, now);
    return traces.preview(request(0, 0, disease, unit, facts), now);
  }

  void correct(Actor actor, UUID caseId, CaseFacts facts, Instant now) {
    StoredCase stored = writable(actor, caseId);
    if (stored.closedAt() != null) {
      throw Refusal.conflict("casework.refused.closed");
    }
    check(facts, now);
    cases.correct(stored.number(), facts);
    cases.state(stored.number(), "corrected", null, actor.account(), now);
    traces.open(
        request(stored.number(), stored.person(), stored.disease(), stored.unit(), facts), now);
    audit.record(Act.of(actor.account(), "casework.correct").forCase(stored.number()));
  }

  void close(Actor actor, UUID caseId, CaseStateReason reason, Instant now) {
    StoredCase stored = writable(actor, caseId);
    if (stored.closedAt() != null) {
      throw Refusal.conflict("casework.refused.closed");
    }
    cases.closed(stored.number(), now);
    cases.state(stored.number(), "closed", reason, actor.account(), now);
    traces.close(stored.number(), now);
    audit.record(
        Act.of(actor.account(), "casework.close").forCase(stored.number()).because(reason.name()));
  }

  void reopen(Actor actor, UUID caseId, Instant now) {
    StoredCase stored = writable(actor, caseId);
    if (stored.closedAt() == null) {
      throw Refusal.conflict("casework.refused.not-closed");
    }
    cases.closed(stored.number(), null);
    cases.state(stored.number(), "reopened", null, actor.account(), now);
    traces.reopen(stored.number(), now);
    audit.record(Act.of(actor.account(), "casework.reopen").forCase(stored.number()));
  }

  void addNote(Actor actor, UUID caseId, String text, Instant now) {
    StoredCase stored = writable(actor, caseId);
    checkNote(text);
    if (text.isBlank()) {
      throw Refusal.invalid("casework.refused.note-empty");
    }
    notes.insert(stored.number(), text.strip(), actor.account(), now);
  }

  /** Notes may name anybody, so opening them is an act like opening a name. */
  List<CaseNote> notes(Actor actor, UUID caseId, String purpose) {
    actor.require(Permission.PEOPLE_OPEN);
    StoredCase stored =
        cases.inReach(actor.require(Permission.CASES_READ), caseId).orElseThrow(CaseDesk::notFound);
    List<NoteTable.Opened> opened = notes.open(stored.number(), NOTES_SHOWN);
    audit.record(
        Act.of(actor.account(), "casework.open-notes").forCase(stored.number()).because(purpose));
    Map<Long, String> names =
        accounts.names(opened.stream().map(NoteTable.Opened::by).distinct().toList());
    return opened.stream()
        .map(note -> new CaseNote(note.text(), names.getOrDefault(note.by(), ""), note.at()))
        .toList();
  }

  static Refusal notFound() {
    return Refusal.notFound("casework.refused.not-found");
  }

  private StoredCase writable(Actor actor, UUID caseId) {
    return cases
        .inReach(actor.require(Permission.CASES_WRITE), caseId)
        .orElseThrow(CaseDesk::notFound);
  }

  private void check(CaseFacts facts, Instant now) {
    CaseRules.check(facts, now, program.zone(), settings.olderDays());
    if (facts.sourceCase() != null && !cases.exists(facts.sourceCase())) {
      throw Refusal.invalid("casework.refused.source-case");
    }
  }

  private void checkNote(@Nullable String note) {
    if (note != null && note.length() > settings.noteLetters()) {
      throw Refusal.invalid("casework.refused.note-too-long", settings.noteLetters());
    }
  }

  private long person(NewCase newCase, Instant now) {
    if (newCase.person() != null) {
      long record =
          people
              .byPublicId(newCase.person())
              .orElseThrow(() -> Refusal.invalid("casework.refused.person"));
      return people.canonical(List.of(record)).getOrDefault(record, record);
    }
    if (newCase.claim() == null) {
      throw Refusal.invalid("casework.refused.person");
    }
    return people.identify(newCase.claim(), now).person();
  }

  private List<Long> records(long person) {
    return people.recordsOf(List.of(person)).getOrDefault(person, List.of(person));
  }

  private int unit(NewCase newCase, long person) {
    Integer unit = newCase.unit();
    if (unit == null) {
      unit = people.residenceUnits(List.of(person)).get(person);
    }
    if (unit == null || units.find(unit).isEmpty()) {
      throw Refusal.invalid("casework.refused.unit");
    }
    return unit;
  }

  private void requireReach(Reach reach, int unit) {
    if (!cases.reaches(reach, unit)) {
      throw Refusal.forbidden("casework.refused.unit-out-of-reach");
    }
  }

  private static TraceRequest request(
      long number, long person, String disease, int unit, CaseFacts facts) {
    return new TraceRequest(number, person, disease, unit, facts.confirmedOn(), facts.dates());
  }
}
