package vn.lachan.app.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Actor;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.people.HouseholdLink;
import vn.lachan.app.people.Identity;
import vn.lachan.app.people.People;
import vn.lachan.app.tracing.ContactRow;
import vn.lachan.app.tracing.TraceWindow;
import vn.lachan.app.tracing.Traces;

/** Opens contacts for sheets of paper, those of one household together. */
@Component
class DoorDesk {
  private final ContactChoice choice;
  private final ContactReading contacts;
  private final Traces traces;
  private final People people;
  private final Audit audit;
  private final CaseworkSettings settings;

  DoorDesk(
      ContactChoice choice,
      ContactReading contacts,
      Traces traces,
      People people,
      Audit audit,
      CaseworkSettings settings) {
    this.choice = choice;
    this.contacts = contacts;
    this.traces = traces;
    this.people = people;
    this.audit = audit;
    this.settings = settings;
  }

  DoorSheets sheets(
      Actor actor, StoredCase stored, Selection selection, String purpose, Instant now) {
    ContactChoice.Chosen chosen = choice.of(actor, stored, selection, settings.sheetRows());
    List<ContactRow> rows = chosen.rows();
    List<Long> persons = rows.stream().map(ContactRow::person).toList();
    Map<Long, Identity> identities = people.openSeveral(actor, persons, purpose, stored.number());
    if (identities.isEmpty()) {
      throw Refusal.notFound("casework.refused.no-sheets");
    }
    audit.record(
        new Act(
            actor.account(),
            "casework.sheets",
            purpose,
            stored.number(),
            null,
            identities.size(),
            List.copyOf(identities.keySet())));
    TraceWindow window = traces.get(actor, stored.number()).window();
    List<HouseholdLink> links = people.household(persons, window.from(), window.to());
    return new DoorSheets(
        stored.number(),
        stored.disease(),
        actor.name(),
        purpose,
        now,
        doors(contacts.together(stored, rows), identities, links),
        chosen.asked() - identities.size());
  }

  /** One door a household, in the order in which one would walk: by commune and address. */
  private static List<DoorSheets.Door> doors(
      List<CaseContact> rows, Map<Long, Identity> identities, List<HouseholdLink> links) {
    Map<Long, Long> doorOf = new HashMap<>();
    rows.forEach(row -> doorOf.put(row.contact().person(), row.contact().person()));
    for (HouseholdLink link : links) {
      if (doorOf.containsKey(link.personA()) && doorOf.containsKey(link.personB())) {
        long kept = Objects.requireNonNull(doorOf.get(link.personA()));
        long other = Objects.requireNonNull(doorOf.get(link.personB()));
        doorOf.replaceAll((_, door) -> door == other ? Long.valueOf(kept) : door);
      }
    }
    Map<Long, List<DoorSheets.Sheet>> doors = new LinkedHashMap<>();
    for (CaseContact row : rows) {
      long person = row.contact().person();
      Identity identity = identities.get(person);
      if (identity != null) {
        doors
            .computeIfAbsent(Objects.requireNonNull(doorOf.get(person)), _ -> new ArrayList<>())
            .add(new DoorSheets.Sheet(row, identity));
      }
    }
    return doors.values().stream()
        .map(DoorSheets.Door::new)
        .sorted(Comparator.comparing(DoorDesk::walk))
        .toList();
  }

  private static String walk(DoorSheets.Door door) {
    Identity first = door.people().getFirst().identity();
    return first.unit() + " " + (first.address() == null ? "" : first.address());
  }
}
