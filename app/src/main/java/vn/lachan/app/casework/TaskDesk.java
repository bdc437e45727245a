package vn.lachan.app.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Reach;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.kernel.Limits;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.people.Identity;
import vn.lachan.app.people.MaskedPerson;
import vn.lachan.app.people.People;
import vn.lachan.app.people.Purpose;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.app.tracing.ContactRow;
import vn.lachan.app.tracing.SubjectContact;
import vn.lachan.app.tracing.Traces;

/** The people to call, and what became of them. */
@Component
class TaskDesk {
  private final TaskTable tasks;
  private final FollowUpTable followUps;
  private final FollowUpSettling settling;
  private final ContactReading contacts;
  private final Traces traces;
  private final People people;
  private final Audit audit;
  private final ProgramSettings program;
  private final CaseworkSettings settings;

  TaskDesk(
      TaskTable tasks,
      FollowUpTable followUps,
      FollowUpSettling settling,
      ContactReading contacts,
      Traces traces,
      People people,
      Audit audit,
      ProgramSettings program,
      CaseworkSettings settings) {
    this.tasks = tasks;
    this.followUps = followUps;
    this.settling = settling;
    this.contacts = contacts;
    this.traces = traces;
    this.people = people;
    this.audit = audit;
    this.program = program;
    this.settings = settings;
  }

  List<Long> followUp(Actor actor, Collection<Long> wanted, FollowUp state, Instant now) {
    Reach reach = actor.require(Permission.CASES_WRITE);
    if (wanted.isEmpty()) {
      throw Refusal.invalid("casework.refused.nobody-chosen");
    }
    if (wanted.size() > settings.bulkRows()) {
      throw Refusal.invalid("casework.refused.too-many-chosen", settings.bulkRows());
    }
    List<FollowUpTable.Made> made = followUps.insert(reach, wanted, state, actor.account(), now);
    if (made.isEmpty()) {
      throw Refusal.notFound("casework.refused.no-task");
    }
    settling.settleAll(made.stream().map(FollowUpTable.Made::task).toList());
    return made.stream().map(FollowUpTable.Made::number).toList();
  }

  void undo(Actor actor, Collection<Long> wanted, Instant now) {
    actor.require(Permission.CASES_WRITE);
    List<FollowUpTable.Made> undone = followUps.undo(wanted, actor.account(), now);
    if (undone.isEmpty()) {
      throw Refusal.conflict("casework.refused.undo");
    }
    settling.settleAll(undone.stream().map(FollowUpTable.Made::task).distinct().toList());
  }

  Page<TaskRow> page(
      Actor actor, TaskFilter filter, @Nullable String after, int rows, Instant now) {
    Reach reach = actor.require(Permission.CASES_READ);
    int size = Limits.pageRows(rows);
    Page<TaskTable.Row> found =
        Page.of(tasks.page(reach, filter, now, after, size + 1), size, TaskQuery::key);
    return new Page<>(rows(found.rows(), now), found.next());
  }

  TaskFigures figures(Actor actor, Instant now) {
    Reach reach = actor.require(Permission.CASES_READ);
    LocalDate tomorrow = now.atZone(program.zone()).toLocalDate().plusDays(1);
    return tasks.figures(reach, now, tomorrow.atStartOfDay(program.zone()).toInstant());
  }

  TaskRow task(Actor actor, long number, Instant now) {
    return rows(List.of(inReach(actor, number)), now).getFirst();
  }

  long taskOf(Actor actor, UUID caseId, UUID person) {
    Reach reach = actor.require(Permission.CASES_READ);
    return tasks
        .ofPerson(reach, caseId, contacts.person(person))
        .orElseThrow(() -> Refusal.notFound("casework.refused.no-task"));
  }

  Identity call(Actor actor, long number) {
    TaskTable.Row task = inReach(actor, number);
    boolean ofCase = task.kind() == TaskKind.CONTACT;
    Long caseNumber = ofCase ? (Long) task.caseNumber() : null;
    String purpose = (ofCase ? Purpose.TRACE : Purpose.FOLLOW_UP).because("call");
    Identity identity = people.open(actor, task.person(), purpose, caseNumber);
    audit.record(
        Act.onPerson(actor.account(), "casework.call", task.person(), purpose).forCase(caseNumber));
    return identity;
  }

  private TaskTable.Row inReach(Actor actor, long number) {
    return tasks
        .inReach(actor.require(Permission.CASES_READ), number)
        .orElseThrow(() -> Refusal.notFound("casework.refused.no-task"));
  }

  private List<TaskRow> rows(List<TaskTable.Row> found, Instant now) {
    Map<SubjectContact, ContactRow> exposures = new HashMap<>();
    traces
        .contactsOf(
            found.stream()
                .filter(row -> row.kind() == TaskKind.CONTACT)
                .map(row -> new SubjectContact(row.caseNumber(), row.person()))
                .toList())
        .forEach(row -> exposures.put(new SubjectContact(row.subject(), row.person()), row));
    Map<Long, MaskedPerson> masked =
        people.masked(found.stream().map(TaskTable.Row::person).distinct().toList());
    Map<Long, PlaceCard> cards =
        contacts.cards(
            exposures.values().stream().flatMap(ContactReading::mainPlace).distinct().toList());
    return found.stream()
        .map(
            row -> {
              ContactRow contact =
                  exposures.get(new SubjectContact(row.caseNumber(), row.person()));
              PlaceCard place =
                  contact == null
                      ? null
                      : ContactReading.mainPlace(contact).findFirst().map(cards::get).orElse(null);
              MaskedPerson who = Objects.requireNonNull(masked.get(row.person()));
              return row(row, who, contact, place, now);
            })
        .toList();
  }

  private static TaskRow row(
      TaskTable.Row row,
      MaskedPerson who,
      @Nullable ContactRow contact,
      @Nullable PlaceCard place,
      Instant now) {
    return new TaskRow(
        row.number(),
        row.kind(),
        row.declaration(),
        row.caseNumber(),
        row.caseInReach() ? row.caseId() : null,
        row.disease(),
        who,
        row.unit(),
        row.unitOfCase(),
        row.dueAt(),
        !row.finished() && row.dueAt().isBefore(now),
        row.state(),
        row.stateAt(),
        row.attempts(),
        contact,
        place);
  }
}
