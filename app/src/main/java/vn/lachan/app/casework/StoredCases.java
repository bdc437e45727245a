package vn.lachan.app.casework;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lachan.app.access.Actor;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.people.Identity;
import vn.lachan.app.people.People;
import vn.lachan.app.tracing.ContactCount;
import vn.lachan.app.tracing.TraceWindow;

/** The front door: each act is one transaction with its entry in the audit record. */
@Component
@Transactional
class StoredCases implements Cases {
  private final CaseDesk desk;
  private final CaseReading reading;
  private final ContactReading contacts;
  private final TaskDesk tasks;
  private final ListExport export;
  private final PersonCases personCases;
  private final People people;

  StoredCases(
      CaseDesk desk,
      CaseReading reading,
      ContactReading contacts,
      TaskDesk tasks,
      ListExport export,
      PersonCases personCases,
      People people) {
    this.desk = desk;
    this.reading = reading;
    this.contacts = contacts;
    this.tasks = tasks;
    this.export = export;
    this.personCases = personCases;
    this.people = people;
  }

  @Override
  public OpenedCase open(Actor actor, NewCase newCase, Instant now) {
    return desk.open(actor, newCase, now);
  }

  @Override
  public TraceWindow preview(Actor actor, String disease, int unit, CaseFacts facts, Instant now) {
    return desk.preview(actor, disease, unit, facts, now);
  }

  @Override
  public void correct(Actor actor, UUID caseId, CaseFacts facts, Instant now) {
    desk.correct(actor, caseId, facts, now);
  }

  @Override
  public void close(Actor actor, UUID caseId, CaseStateReason reason, Instant now) {
    desk.close(actor, caseId, reason, now);
  }

  @Override
  public void reopen(Actor actor, UUID caseId, Instant now) {
    desk.reopen(actor, caseId, now);
  }

  @Override
  @Transactional(readOnly = true)
  public Page<CaseRow> list(Actor actor, CaseFilter filter, @Nullable String after, int rows) {
    return reading.list(actor, filter, after, rows);
  }

  @Override
  @Transactional(readOnly = true)
  public CaseView get(Actor actor, UUID caseId) {
    return reading.get(actor, caseId);
  }

  @Override
  public Identity identity(Actor actor, UUID caseId, String purpose) {
    StoredCase stored = reading.visible(actor, caseId);
    return people.open(actor, stored.person(), purpose, stored.number());
  }

  @Override
  public void addNote(Actor actor, UUID caseId, String text, Instant now) {
    desk.addNote(actor, caseId, text, now);
  }

  @Override
  public List<CaseNote> notes(Actor actor, UUID caseId, String purpose) {
    return desk.notes(actor, caseId, purpose);
  }

  @Override
  @Transactional(readOnly = true)
  public Page<CaseContact> contacts(
      Actor actor, UUID caseId, CaseContactFilter filter, @Nullable String after, int rows) {
    return contacts.page(actor, caseId, filter, after, rows);
  }

  @Override
  @Transactional(readOnly = true)
  public ContactCount count(Actor actor, UUID caseId, CaseContactFilter filter) {
    return contacts.count(actor, caseId, filter);
  }

  @Override
  @Transactional(readOnly = true)
  public CaseContactView contact(Actor actor, UUID caseId, UUID person) {
    return contacts.contact(actor, caseId, person);
  }

  @Override
  public Identity contactIdentity(Actor actor, UUID caseId, UUID person, String purpose) {
    StoredCase stored = reading.visible(actor, caseId);
    CaseContactView view = contacts.contact(actor, caseId, person);
    return people.open(actor, view.row().contact().person(), purpose, stored.number());
  }

  @Override
  public List<Long> followUp(Actor actor, Collection<Long> wanted, FollowUp state, Instant now) {
    return tasks.followUp(actor, wanted, state, now);
  }

  @Override
  @Transactional(readOnly = true)
  public long taskOf(Actor actor, UUID caseId, UUID person) {
    return tasks.taskOf(actor, caseId, person);
  }

  @Override
  public void undo(Actor actor, Collection<Long> followUps, Instant now) {
    tasks.undo(actor, followUps, now);
  }

  @Override
  @Transactional(readOnly = true)
  public Page<TaskRow> tasks(
      Actor actor, TaskFilter filter, @Nullable String after, int rows, Instant now) {
    return tasks.page(actor, filter, after, rows, now);
  }

  @Override
  @Transactional(readOnly = true)
  public TaskFigures taskFigures(Actor actor, Instant now) {
    return tasks.figures(actor, now);
  }

  @Override
  @Transactional(readOnly = true)
  public TaskRow task(Actor actor, long task, Instant now) {
    return tasks.task(actor, task, now);
  }

  @Override
  public Identity call(Actor actor, long task) {
    return tasks.call(actor, task);
  }

  @Override
  public CaseExport export(
      Actor actor, UUID caseId, Selection selection, boolean named, String purpose, Instant now) {
    return export.export(actor, caseId, selection, named, purpose, now);
  }

  @Override
  @Transactional(readOnly = true)
  public List<PersonInCase> ofPersons(Collection<Long> records) {
    return personCases.of(records);
  }

  @Override
  @Transactional(readOnly = true)
  public OptionalInt unitOf(long caseNumber) {
    return personCases.unitOf(caseNumber);
  }
}
