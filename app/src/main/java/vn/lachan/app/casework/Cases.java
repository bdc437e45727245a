package vn.lachan.app.casework;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.access.Actor;
import vn.lachan.app.kernel.Inside;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.people.Identity;
import vn.lachan.app.tracing.ContactCount;
import vn.lachan.app.tracing.TraceWindow;

/**
 * The front door of cases. A case lies in the unit where the person lives, as entered, and is seen
 * by whoever reaches that unit; outside one's reach it does not exist. A task lies in the commune
 * where the contact lives, so that its officer sees it even where the case lies elsewhere.
 */
public interface Cases {
  /**
   * Opens a case and computes its contacts; CASES_WRITE over the unit.
   *
   * @throws Refusal {@code casework.refused.…} for what cannot be, {@code tracing.refused.…} for
   *     what no rule set answers; nothing is stored then
   */
  OpenedCase open(Actor actor, NewCase newCase, Instant now);

  /** The window that {@link #open} would trace, without storing anything; CASES_WRITE. */
  TraceWindow preview(Actor actor, String disease, int unit, CaseFacts facts, Instant now);

  /** Changes the facts of an open case; the trace is computed anew. CASES_WRITE. */
  void correct(Actor actor, UUID caseId, CaseFacts facts, Instant now);

  /** Closes a case: its trace no longer grows, its tasks are no longer due. CASES_WRITE. */
  void close(Actor actor, UUID caseId, CaseStateReason reason, Instant now);

  /** Opens a closed case again; the trace catches up at once. CASES_WRITE. */
  void reopen(Actor actor, UUID caseId, Instant now);

  /** Cases in reach, the latest first; CASES_READ. {@code after} is {@link Page#next}. */
  Page<CaseRow> list(Actor actor, CaseFilter filter, @Nullable String after, int rows);

  CaseView get(Actor actor, UUID caseId);

  /** Opens who the index case is; PEOPLE_OPEN, an act in the audit record. */
  Identity identity(Actor actor, UUID caseId, String purpose);

  /** Adds a note, sealed; CASES_WRITE. */
  void addNote(Actor actor, UUID caseId, String text, Instant now);

  /** Opens the notes, the latest first; PEOPLE_OPEN, an act in the audit record. */
  List<CaseNote> notes(Actor actor, UUID caseId, String purpose);

  /** Contacts of a case, masked; CASES_READ over the case. */
  Page<CaseContact> contacts(
      Actor actor, UUID caseId, CaseContactFilter filter, @Nullable String after, int rows);

  ContactCount count(Actor actor, UUID caseId, CaseContactFilter filter);

  /** One contact with its evidence; CASES_READ over the case. */
  CaseContactView contact(Actor actor, UUID caseId, UUID person);

  /** Opens who a contact is; PEOPLE_OPEN, and the case in reach; an act. */
  Identity contactIdentity(Actor actor, UUID caseId, UUID person, String purpose);

  /**
   * Says what became of contacts, by the numbers of their tasks; CASES_WRITE over the case or over
   * the contact's commune. Answers the numbers to give to {@link #undo}.
   */
  List<Long> followUp(Actor actor, Collection<Long> tasks, FollowUp state, Instant now);

  /** The task of a contact; CASES_READ over the case or over the contact's commune. */
  long taskOf(Actor actor, UUID caseId, UUID person);

  /** Takes follow-ups back that the same account made; the state before them returns. */
  void undo(Actor actor, Collection<Long> followUps, Instant now);

  /** The people to call who live within one's reach, the longest due first; CASES_READ. */
  Page<TaskRow> tasks(
      Actor actor, TaskFilter filter, @Nullable String after, int rows, Instant now);

  TaskFigures taskFigures(Actor actor, Instant now);

  /** One task; CASES_READ over the contact's commune or over the case. */
  TaskRow task(Actor actor, long task, Instant now);

  /** Opens a contact to call them: an act with the case and the purpose of calling. */
  Identity call(Actor actor, long task);

  /**
   * A list on its way out, one act before the first row: with identity by CASES_EXPORT, masked by
   * CASES_READ.
   *
   * @throws Refusal {@code casework.refused.export-too-large}
   */
  CaseExport export(
      Actor actor, UUID caseId, Selection selection, boolean named, String purpose, Instant now);

  /** The cases in which these records stand, as the case itself or as a contact. */
  @Inside("privacy answers persons about themselves and binds agency requests to their case")
  List<PersonInCase> ofPersons(Collection<Long> records);

  /** The unit in which a case lies; empty where there is no such case. */
  @Inside("privacy decides by it who sees an agency request")
  OptionalInt unitOf(long caseNumber);
}
