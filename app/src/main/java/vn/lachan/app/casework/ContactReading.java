package vn.lachan.app.casework;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Accounts;
import vn.lachan.app.access.Actor;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.people.MaskedPerson;
import vn.lachan.app.people.People;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.Places;
import vn.lachan.app.tracing.ContactCount;
import vn.lachan.app.tracing.ContactEvidence;
import vn.lachan.app.tracing.ContactFilter;
import vn.lachan.app.tracing.ContactRow;
import vn.lachan.app.tracing.SubjectContact;
import vn.lachan.app.tracing.Traces;
import vn.lachan.engine.tracing.Exposure;

/** The contacts of a case: what the trace says, with names masked, places and follow-up. */
@Component
class ContactReading {
  private static final int HISTORY_ROWS = 50;
  private static final UUID NOBODY = new UUID(0, 0);

  private final CaseReading cases;
  private final TaskTable tasks;
  private final FollowUpTable followUps;
  private final Traces traces;
  private final People people;
  private final Places places;
  private final Accounts accounts;

  ContactReading(
      CaseReading cases,
      TaskTable tasks,
      FollowUpTable followUps,
      Traces traces,
      People people,
      Places places,
      Accounts accounts) {
    this.cases = cases;
    this.tasks = tasks;
    this.followUps = followUps;
    this.traces = traces;
    this.people = people;
    this.places = places;
    this.accounts = accounts;
  }

  Page<CaseContact> page(
      Actor actor, UUID caseId, CaseContactFilter filter, @Nullable String after, int rows) {
    StoredCase stored = cases.visible(actor, caseId);
    return page(actor, stored, filter(actor, stored, filter), after, rows);
  }

  Page<CaseContact> page(
      Actor actor, StoredCase stored, ContactFilter filter, @Nullable String after, int rows) {
    Page<ContactRow> found = traces.contacts(actor, stored.number(), filter, after, rows);
    return new Page<>(together(stored, found.rows()), found.next());
  }

  ContactCount count(Actor actor, UUID caseId, CaseContactFilter filter) {
    StoredCase stored = cases.visible(actor, caseId);
    return traces.count(actor, stored.number(), filter(actor, stored, filter));
  }

  CaseContactView contact(Actor actor, UUID caseId, UUID person) {
    StoredCase stored = cases.visible(actor, caseId);
    long number = person(person);
    ContactEvidence evidence = traces.evidence(actor, stored.number(), number);
    CaseContact row = together(stored, List.of(evidence.contact())).getFirst();
    Set<Long> persons = new HashSet<>(evidence.path());
    evidence.exposures().forEach(exposure -> persons.add(exposure.via()));
    Map<Long, MaskedPerson> masked = people.masked(persons);
    List<ContactRow> steps = steps(stored, evidence);
    Set<Long> placeNumbers = placesOf(evidence.exposures());
    steps.stream().flatMap(ContactReading::mainPlace).forEach(placeNumbers::add);
    int next = traces.count(actor, stored.number(), through(number, evidence.contact())).all();
    return new CaseContactView(
        row,
        evidence,
        evidence.path().stream().map(step -> Objects.requireNonNull(masked.get(step))).toList(),
        steps.stream()
            .map(
                step ->
                    new CaseContactView.Step(masked.getOrDefault(step.person(), unknown()), step))
            .toList(),
        masked,
        places.cards(placeNumbers),
        row.task() == null ? List.of() : done(row.task()),
        next);
  }

  /** The contact and those through whom, in the order of the path; the index case is none. */
  private List<ContactRow> steps(StoredCase stored, ContactEvidence evidence) {
    Map<Long, ContactRow> rows = new HashMap<>();
    traces
        .contactsOf(
            evidence.path().stream()
                .map(person -> new SubjectContact(stored.number(), person))
                .toList())
        .forEach(row -> rows.put(row.person(), row));
    return evidence.path().stream()
        .map(rows::get)
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .toList();
  }

  /** A filter in the trace's own numbers. */
  ContactFilter filter(Actor actor, StoredCase stored, CaseContactFilter asked) {
    Set<Long> except = new HashSet<>();
    if (asked.state() == FollowUp.TO_REACH) {
      except.addAll(tasks.personsNotIn(stored.number(), FollowUp.TO_REACH));
    }
    if (asked.assigned() == CaseContactFilter.Assigned.NOBODY) {
      except.addAll(tasks.personsAssigned(stored.number()));
    }
    return new ContactFilter(
        asked.generation(),
        asked.contactClass(),
        asked.withdrawn(),
        asked.place() == null ? null : place(asked.place()),
        asked.unit(),
        asked.minimumMinutes(),
        asked.onlyNew() ? stored.openedAt().plusMillis(1) : null,
        asked.via() == null ? null : person(asked.via()),
        only(actor, stored, asked),
        except,
        asked.order());
  }

  /** The persons that state and assignment leave; null where neither was asked for. */
  private @Nullable Set<Long> only(Actor actor, StoredCase stored, CaseContactFilter asked) {
    List<Set<Long>> wanted = new ArrayList<>();
    FollowUp state = asked.state();
    if (state != null && state != FollowUp.TO_REACH) {
      wanted.add(tasks.personsIn(stored.number(), state));
    }
    if (asked.assigned() == CaseContactFilter.Assigned.ME) {
      wanted.add(tasks.personsOf(stored.number(), actor.account()));
    }
    if (asked.assigned() == CaseContactFilter.Assigned.SOMEBODY) {
      wanted.add(tasks.personsAssigned(stored.number()));
    }
    if (wanted.isEmpty()) {
      return null;
    }
    Set<Long> only = new HashSet<>(wanted.getFirst());
    wanted.forEach(only::retainAll);
    return only;
  }

  long person(UUID publicId) {
    long record =
        people.byPublicId(publicId).orElseThrow(() -> Refusal.notFound("casework.refused.person"));
    return people.canonical(List.of(record)).getOrDefault(record, record);
  }

  Map<Long, PlaceCard> cards(Collection<Long> numbers) {
    return numbers.isEmpty() ? Map.of() : places.cards(numbers);
  }

  List<CaseContact> together(StoredCase stored, List<ContactRow> rows) {
    Set<Long> persons = new LinkedHashSet<>();
    Set<Long> placeNumbers = new LinkedHashSet<>();
    for (ContactRow row : rows) {
      persons.add(row.person());
      persons.add(row.via());
      placeNumbers.addAll(row.places());
    }
    Map<Long, MaskedPerson> masked = people.masked(persons);
    Map<Long, PlaceCard> cards = cards(placeNumbers);
    Map<Long, TaskTable.Row> taskOf = tasks.ofPersons(stored.number(), persons);
    Map<Long, String> officers = officers(taskOf.values());
    return rows.stream()
        .map(
            row -> {
              MaskedPerson via =
                  row.via() == stored.person() || row.generation() == 1
                      ? null
                      : masked.get(row.via());
              List<PlaceCard> at =
                  row.places().stream().filter(cards::containsKey).map(cards::get).toList();
              MaskedPerson who = masked.getOrDefault(row.person(), unknown());
              return contact(who, row, via, at, taskOf.get(row.person()), officers);
            })
        .toList();
  }

  private Map<Long, String> officers(Collection<TaskTable.Row> rows) {
    List<Long> asked =
        rows.stream()
            .map(TaskTable.Row::assignedTo)
            .filter(Objects::nonNull)
            .map(Objects::requireNonNull)
            .distinct()
            .toList();
    return asked.isEmpty() ? Map.of() : accounts.names(asked);
  }

  private static CaseContact contact(
      MaskedPerson who,
      ContactRow row,
      @Nullable MaskedPerson via,
      List<PlaceCard> places,
      TaskTable.@Nullable Row task,
      Map<Long, String> officers) {
    if (task == null) {
      return new CaseContact(who, row, via, places, FollowUp.TO_REACH, null, 0, null, null, null);
    }
    return new CaseContact(
        who,
        row,
        via,
        places,
        task.state(),
        task.stateAt(),
        task.attempts(),
        task.number(),
        task.unit(),
        task.assignedTo() == null ? null : officers.get(task.assignedTo()));
  }

  private List<CaseContactView.Done> done(long task) {
    List<FollowUpTable.Line> lines = followUps.ofTask(task, HISTORY_ROWS);
    Map<Long, String> names =
        accounts.names(lines.stream().map(FollowUpTable.Line::by).distinct().toList());
    return lines.stream()
        .map(
            line ->
                new CaseContactView.Done(
                    line.number(),
                    line.state(),
                    line.reason(),
                    names.getOrDefault(line.by(), ""),
                    line.at(),
                    line.undone()))
        .toList();
  }

  private static ContactFilter through(long person, ContactRow contact) {
    return new ContactFilter(
        contact.generation() + 1,
        null,
        false,
        null,
        null,
        0,
        null,
        person,
        null,
        Set.of(),
        ContactFilter.Order.RISK);
  }

  private static Set<Long> placesOf(List<Exposure> exposures) {
    Set<Long> numbers = new HashSet<>();
    exposures.stream().map(Exposure::place).filter(place -> place >= 0).forEach(numbers::add);
    return numbers;
  }

  long place(UUID publicId) {
    return places
        .byPublicId(publicId)
        .map(PlaceCard::number)
        .orElseThrow(() -> Refusal.notFound("casework.refused.place"));
  }

  /** A person whose records are gone; the trace still counts the contact. */
  private static MaskedPerson unknown() {
    return new MaskedPerson(NOBODY, "", null, false, null, null, true);
  }

  static Stream<Long> mainPlace(ContactRow row) {
    return row.main().place() >= 0 ? Stream.of(row.main().place()) : row.places().stream().limit(1);
  }
}
