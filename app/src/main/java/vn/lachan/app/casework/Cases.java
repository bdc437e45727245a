package vn.lachan.app.casework;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.access.Actor;
import vn.lachan.app.kernel.Inside;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.people.Identity;

/**
 * The front door of cases. A case lies in the unit where the person lives, as entered, and is seen
 * by whoever reaches that unit; outside one's reach it does not exist. A task lies in the commune
 * where the contact lives, so that its officer sees it even where the case lies elsewhere.
 */
public interface Cases {
  /**
   * Opens a case and computes its contacts; CASES_WRITE over the unit.
   *
   * @throws Refusal {@code casework.refused.…} for dates that cannot be, {@code tracing.refused.…}
   *     for what no rule set answers; nothing is stored then
   */
  OpenedCase open(Actor actor, NewCase newCase, Instant now);

  /** The demo's cases, opened like any other. */
  @Inside("the loader of the demo opens the drill's cases")
  OpenedCase openForDrill(NewCase newCase, Instant now);

  /** Changes the dates of a case; the trace is computed anew. CASES_WRITE. */
  void correct(Actor actor, UUID caseId, CaseFacts facts, Instant now);

  void close(Actor actor, UUID caseId, CaseStateReason reason, Instant now);

  void reopen(Actor actor, UUID caseId, Instant now);

  Page<CaseRow> list(Actor actor, CaseFilter filter, @Nullable String after, int rows);

  CaseView get(Actor actor, UUID caseId);

  /** Opens who the index case is; an act in the audit record. */
  Identity identity(Actor actor, UUID caseId, String purpose);

  /** Adds a note, sealed; CASES_WRITE. */
  void addNote(Actor actor, UUID caseId, String text, Instant now);

  /** Opens the notes, the latest first; PEOPLE_OPEN, an act in the audit record. */
  List<CaseNote> notes(Actor actor, UUID caseId, String purpose);

  Page<CaseContact> contacts(
      Actor actor, UUID caseId, CaseContactFilter filter, @Nullable String after, int rows);

  /** How the contacts of a filter divide, without paging. */
  ContactShares shares(Actor actor, UUID caseId, CaseContactFilter filter);

  CaseContactView contact(Actor actor, UUID caseId, UUID person);

  /** Opens who a contact is; PEOPLE_OPEN, and the case or the task in reach; an act. */
  Identity contactIdentity(Actor actor, UUID caseId, UUID person, String purpose);

  /** Says what became of contacts; CASES_WRITE. Answers the numbers to give to {@link #undo}. */
  List<Long> followUp(
      Actor actor, UUID caseId, Collection<UUID> persons, FollowUp state, Instant now);

  /** Takes follow-ups back that the same account made; the state before them returns. */
  void undo(Actor actor, UUID caseId, Collection<Long> followUps, Instant now);

  /** The people to call within one's reach, the longest due first; CASES_READ. */
  Page<TaskRow> tasks(
      Actor actor, TaskFilter filter, @Nullable String after, int rows, Instant now);

  TaskFigures taskFigures(Actor actor, Instant now);

  TaskRow task(Actor actor, long task);

  /** Opens a contact to call them: one audited act with the case and the purpose of calling. */
  Identity call(Actor actor, long task);

  /**
   * Gives the rows of the list with identity, opened as one act; CASES_EXPORT.
   *
   * @param rows called for each row while it is read
   */
  ExportHead export(
      Actor actor,
      UUID caseId,
      CaseContactFilter filter,
      String purpose,
      Consumer<ExportRow> rows,
      Instant now);
}
