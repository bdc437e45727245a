package vn.lachan.app.casework;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lachan.app.tracing.ContactRow;
import vn.lachan.app.tracing.SubjectContact;
import vn.lachan.app.tracing.Traces;

/** In which cases somebody stands, as the case itself or as a contact of any generation. */
@Component
class PersonCases {
  private final CaseTable cases;
  private final TaskTable tasks;
  private final Traces traces;

  PersonCases(CaseTable cases, TaskTable tasks, Traces traces) {
    this.cases = cases;
    this.tasks = tasks;
    this.traces = traces;
  }

  List<PersonInCase> of(Collection<Long> records) {
    List<PersonInCase> found = new ArrayList<>();
    cases.ofPersons(records).forEach(stored -> found.add(asCase(stored)));
    List<SubjectContact> contacts = traces.contactsIn(records);
    Map<SubjectContact, ContactRow> rows = new HashMap<>();
    traces
        .contactsOf(contacts)
        .forEach(row -> rows.put(new SubjectContact(row.subject(), row.person()), row));
    Set<Long> numbers = new LinkedHashSet<>();
    contacts.forEach(contact -> numbers.add(contact.subject()));
    Map<Long, StoredCase> stored = cases.byNumbers(numbers);
    for (SubjectContact contact : contacts) {
      StoredCase one = stored.get(contact.subject());
      if (one != null) {
        found.add(asContact(one, contact, rows.get(contact)));
      }
    }
    return List.copyOf(found);
  }

  OptionalInt unitOf(long caseNumber) {
    StoredCase stored = cases.byNumbers(List.of(caseNumber)).get(caseNumber);
    return stored == null ? OptionalInt.empty() : OptionalInt.of(stored.unit());
  }

  private static PersonInCase asCase(StoredCase stored) {
    return new PersonInCase(
        stored.publicId(),
        stored.number(),
        stored.disease(),
        stored.person(),
        stored.openedAt(),
        stored.closedAt(),
        stored.facts(),
        null,
        null,
        null);
  }

  private PersonInCase asContact(
      StoredCase stored, SubjectContact contact, @Nullable ContactRow row) {
    TaskTable.Row task =
        tasks.ofPersons(stored.number(), List.of(contact.person())).get(contact.person());
    return new PersonInCase(
        stored.publicId(),
        stored.number(),
        stored.disease(),
        contact.person(),
        stored.openedAt(),
        stored.closedAt(),
        null,
        row,
        task == null ? null : task.state(),
        task == null ? null : task.stateAt());
  }
}
