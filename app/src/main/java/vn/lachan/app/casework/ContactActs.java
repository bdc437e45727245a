package vn.lachan.app.casework;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.StaffName;
import vn.lachan.app.kernel.Refusal;

/**
 * The front door of acts on many contacts of a case at once. Each act is one transaction, one entry
 * in the audit record, bounded by {@code casework.bulk-rows}, and says what it left undone. A
 * contact without a task gets one where the act needs it.
 */
public interface ContactActs {
  /**
   * What an act on this selection would find, without doing anything; CASES_WRITE.
   *
   * @throws Refusal {@code casework.refused.nobody-chosen}, {@code
   *     casework.refused.too-many-chosen}
   */
  BulkAnswer preview(Actor actor, UUID caseId, Selection selection);

  /** Says what became of contacts; CASES_WRITE over the case or the contact's commune. */
  BulkAnswer followUp(
      Actor actor,
      UUID caseId,
      Selection selection,
      FollowUp state,
      @Nullable FollowUpReason reason,
      Instant now);

  /**
   * Gives contacts to a commune, to an officer, or to both; CASES_WRITE.
   *
   * @param unit null leaves each with the commune that has it
   * @param account null leaves it to whoever works there
   * @throws Refusal {@code casework.refused.unit-out-of-reach}, {@code casework.refused.officer}
   */
  BulkAnswer assign(
      Actor actor,
      UUID caseId,
      Selection selection,
      @Nullable Integer unit,
      @Nullable Long account,
      Instant now);

  /** Makes tasks for contacts who have none, such as those of a later generation; CASES_WRITE. */
  BulkAnswer makeTasks(Actor actor, UUID caseId, Selection selection, Instant now);

  /**
   * Takes an act back that the same account did; CASES_WRITE. What somebody changed since stays.
   *
   * @throws Refusal {@code casework.refused.undo}
   */
  BulkAnswer undo(Actor actor, UUID bulkId, Instant now);

  /** Officers who may change tasks of a unit, by name; CASES_WRITE over the unit. */
  List<StaffName> officers(Actor actor, int unit);

  /**
   * Opens contacts for sheets to carry to a door: one act with its purpose, PEOPLE_OPEN. Those out
   * of reach and those destroyed miss, and are counted.
   *
   * @throws Refusal {@code casework.refused.too-many-sheets}
   */
  DoorSheets sheets(Actor actor, UUID caseId, Selection selection, String purpose, Instant now);
}
