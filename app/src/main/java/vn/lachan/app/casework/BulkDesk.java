package vn.lachan.app.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lachan.app.access.Accounts;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Reach;
import vn.lachan.app.access.StaffName;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.casework.BulkAnswer.Skipped;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.tracing.ContactRow;
import vn.lachan.engine.tracing.ContactClass;

/** Acts on many contacts at once, each one transaction with one entry in the audit record. */
@Component
@Transactional
class BulkDesk implements ContactActs {
  private static final int OFFICERS_MOST = 200;

  private final CaseReading reading;
  private final CaseTable cases;
  private final ContactChoice choice;
  private final BulkTable bulks;
  private final TaskTable tasks;
  private final FollowUpTable followUps;
  private final FollowUpSettling settling;
  private final DoorDesk doors;
  private final Accounts accounts;
  private final Audit audit;
  private final CaseworkSettings settings;

  BulkDesk(
      CaseReading reading,
      CaseTable cases,
      ContactChoice choice,
      BulkTable bulks,
      TaskTable tasks,
      FollowUpTable followUps,
      FollowUpSettling settling,
      DoorDesk doors,
      Accounts accounts,
      Audit audit,
      CaseworkSettings settings) {
    this.reading = reading;
    this.cases = cases;
    this.choice = choice;
    this.bulks = bulks;
    this.tasks = tasks;
    this.followUps = followUps;
    this.settling = settling;
    this.doors = doors;
    this.accounts = accounts;
    this.audit = audit;
    this.settings = settings;
  }

  @Override
  @Transactional(readOnly = true)
  public BulkAnswer preview(Actor actor, UUID caseId, Selection selection) {
    return plan(actor, caseId, selection, (_, _) -> false).answer(null);
  }

  @Override
  public BulkAnswer followUp(
      Actor actor,
      UUID caseId,
      Selection selection,
      FollowUp state,
      @Nullable FollowUpReason reason,
      Instant now) {
    BiPredicate<ContactRow, TaskTable.@Nullable Row> same =
        (_, task) ->
            task != null
                && task.state() == state
                && reason == null
                && state != FollowUp.UNREACHABLE;
    Plan plan = plan(actor, caseId, selection, same);
    if (plan.empty()) {
      return plan.answer(null);
    }
    BulkTable.Bulk bulk = begin(actor, plan, BulkTable.Kind.FOLLOW_UP, now);
    List<Long> changed = plan.withTasks(bulk, now);
    followUps.insertAll(changed, state, reason, bulk.number(), actor.account(), now);
    settling.settleAll(changed);
    record(actor, plan, "casework.bulk-follow-up", state.name());
    return plan.answer(bulk.publicId());
  }

  @Override
  public BulkAnswer assign(
      Actor actor,
      UUID caseId,
      Selection selection,
      @Nullable Integer unit,
      @Nullable Long account,
      Instant now) {
    Reach reach = actor.require(Permission.CASES_WRITE);
    if (unit != null && !cases.reaches(reach, unit)) {
      throw Refusal.invalid("casework.refused.unit-out-of-reach");
    }
    Plan plan =
        plan(
            actor,
            caseId,
            selection,
            (_, task) ->
                task != null
                    && Objects.equals(account, task.assignedTo())
                    && (unit == null || unit == task.unit()));
    if (account != null && !plan.empty()) {
      checkOfficer(account, unit, plan);
    }
    if (plan.empty()) {
      return plan.answer(null);
    }
    BulkTable.Bulk bulk = begin(actor, plan, BulkTable.Kind.ASSIGN, now);
    List<Long> given = plan.withTasks(bulk, now);
    bulks.assign(bulk.number(), given, unit, account, actor.account(), now);
    record(actor, plan, "casework.assign", "unit=" + unit + " account=" + account);
    return plan.answer(bulk.publicId());
  }

  @Override
  public BulkAnswer makeTasks(Actor actor, UUID caseId, Selection selection, Instant now) {
    Plan plan = plan(actor, caseId, selection, (_, task) -> task != null && task.needed());
    if (plan.empty()) {
      return plan.answer(null);
    }
    BulkTable.Bulk bulk = begin(actor, plan, BulkTable.Kind.TASKS, now);
    plan.withTasks(bulk, now);
    record(actor, plan, "casework.make-tasks", null);
    return plan.answer(bulk.publicId());
  }

  @Override
  public BulkAnswer undo(Actor actor, UUID bulkId, Instant now) {
    actor.require(Permission.CASES_WRITE);
    BulkTable.Bulk bulk =
        bulks
            .undo(bulkId, actor.account(), now)
            .orElseThrow(() -> Refusal.conflict("casework.refused.undo"));
    int undone =
        switch (bulk.kind()) {
          case ASSIGN -> bulks.unassign(bulk.number(), now);
          case TASKS -> bulks.unmakeTasks(bulk.number());
          case FOLLOW_UP -> undoFollowUps(actor, bulk, now);
        };
    int since = Math.max(0, bulk.done() - undone);
    audit.record(
        new Act(
            actor.account(),
            "casework.bulk-undo",
            null,
            bulks.caseOf(bulk.number()),
            bulk.kind().name(),
            undone,
            List.of()));
    Map<Skipped, Integer> skipped = since == 0 ? Map.of() : Map.of(Skipped.CHANGED_SINCE, since);
    return new BulkAnswer(null, bulk.done(), undone, 0, skipped);
  }

  @Override
  @Transactional(readOnly = true)
  public List<StaffName> officers(Actor actor, int unit) {
    if (!cases.reaches(actor.require(Permission.CASES_WRITE), unit)) {
      throw Refusal.invalid("casework.refused.unit-out-of-reach");
    }
    return accounts.holders(Permission.CASES_WRITE, unit, OFFICERS_MOST);
  }

  @Override
  public DoorSheets sheets(
      Actor actor, UUID caseId, Selection selection, String purpose, Instant now) {
    return doors.sheets(actor, reading.visible(actor, caseId), selection, purpose, now);
  }

  private int undoFollowUps(Actor actor, BulkTable.Bulk bulk, Instant now) {
    List<Long> undone =
        followUps.undoBulk(bulk.number(), actor.account(), now).stream()
            .map(FollowUpTable.Made::task)
            .toList();
    settling.settleAll(undone);
    bulks.unmakeTasks(bulk.number());
    return undone.size();
  }

  /** An officer must be one who may work where the tasks are, or will be. */
  private void checkOfficer(long account, @Nullable Integer unit, Plan plan) {
    Collection<Integer> units = unit == null ? plan.units() : List.of(unit);
    boolean everywhere =
        units.stream()
            .allMatch(
                each ->
                    accounts.holders(Permission.CASES_WRITE, each, OFFICERS_MOST).stream()
                        .anyMatch(holder -> holder.account() == account));
    if (!everywhere) {
      throw Refusal.invalid("casework.refused.officer");
    }
  }

  private BulkTable.Bulk begin(Actor actor, Plan plan, BulkTable.Kind kind, Instant now) {
    tasks.lock(plan.existing());
    return bulks.insert(plan.stored.number(), kind, plan.asked, plan.done(), actor.account(), now);
  }

  private void record(Actor actor, Plan plan, String kind, @Nullable String what) {
    audit.record(
        new Act(
            actor.account(),
            kind,
            null,
            plan.stored.number(),
            what,
            plan.done(),
            plan.chosen.stream().map(ContactRow::person).toList()));
  }

  private Plan plan(
      Actor actor,
      UUID caseId,
      Selection selection,
      BiPredicate<ContactRow, TaskTable.@Nullable Row> same) {
    Reach reach = actor.require(Permission.CASES_WRITE);
    StoredCase stored = reading.visible(actor, caseId);
    ContactChoice.Chosen chosen = choice.of(actor, stored, selection, settings.bulkRows());
    var plan = new Plan(stored, chosen.asked());
    plan.skip(Skipped.NO_CONTACT, chosen.asked() - chosen.rows().size());
    var reached = new Reached(reach, stored.unit());
    Map<Long, TaskTable.Row> taskOf =
        tasks.ofPersons(stored.number(), chosen.rows().stream().map(ContactRow::person).toList());
    for (ContactRow row : chosen.rows()) {
      TaskTable.Row task = taskOf.get(row.person());
      if (row.withdrawal() != null) {
        plan.skip(Skipped.WITHDRAWN, 1);
      } else if (!reached.by(task == null ? row.unit() : Integer.valueOf(task.unit()))) {
        plan.skip(Skipped.OUT_OF_REACH, 1);
      } else if (same.test(row, task)) {
        plan.skip(Skipped.UNCHANGED, 1);
      } else {
        plan.add(row, task);
      }
    }
    return plan;
  }

  /** Whether a task may be changed: the case's unit or the task's own must be in reach. */
  private final class Reached {
    private final Reach reach;
    private final boolean wholeCase;
    private final Map<Integer, Boolean> known = new HashMap<>();

    Reached(Reach reach, int unitOfCase) {
      this.reach = reach;
      this.wholeCase = cases.reaches(reach, unitOfCase);
    }

    boolean by(@Nullable Integer unit) {
      return wholeCase
          || (unit != null && known.computeIfAbsent(unit, each -> cases.reaches(reach, each)));
    }
  }

  /** Whom an act will touch, and whom not. */
  private final class Plan {
    private final StoredCase stored;
    private final int asked;
    private final List<ContactRow> chosen = new ArrayList<>();
    private final List<TaskTable.Row> standing = new ArrayList<>();
    private final List<BulkTable.Candidate> missing = new ArrayList<>();
    private final Map<Skipped, Integer> skipped = new EnumMap<>(Skipped.class);

    Plan(StoredCase stored, int asked) {
      this.stored = stored;
      this.asked = asked;
    }

    void skip(Skipped why, int count) {
      if (count > 0) {
        skipped.merge(why, count, Integer::sum);
      }
    }

    void add(ContactRow row, TaskTable.@Nullable Row task) {
      chosen.add(row);
      if (task != null) {
        standing.add(task);
      }
      if (task == null || !task.needed()) {
        Integer unit = row.unit();
        boolean close = row.contactClass() == ContactClass.CLOSE;
        missing.add(new BulkTable.Candidate(row.person(), unit == null ? 0 : unit, close));
      }
    }

    boolean empty() {
      return chosen.isEmpty();
    }

    int done() {
      return chosen.size();
    }

    List<Long> existing() {
      return standing.stream().map(TaskTable.Row::number).toList();
    }

    List<Integer> units() {
      Stream<Integer> made =
          missing.stream().map(each -> each.unit() == 0 ? stored.unit() : each.unit());
      return Stream.concat(standing.stream().map(TaskTable.Row::unit), made).distinct().toList();
    }

    /** The numbers of all tasks, after those that were missing have been made. */
    List<Long> withTasks(BulkTable.Bulk bulk, Instant now) {
      List<Long> made =
          missing.isEmpty()
              ? List.of()
              : bulks.makeTasks(
                  stored.number(), bulk.number(), missing, now.plus(settings.otherDue()), now);
      return Stream.concat(existing().stream(), made.stream()).distinct().toList();
    }

    BulkAnswer answer(@Nullable UUID id) {
      return new BulkAnswer(id, asked, done(), missing.size(), skipped);
    }
  }
}
