package vn.lachan.app.tracing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.lachan.app.people.HouseholdKind;
import vn.lachan.app.people.HouseholdLink;
import vn.lachan.app.visits.Followed;
import vn.lachan.app.visits.Followed.Change;
import vn.lachan.app.visits.Followed.Kind;
import vn.lachan.engine.tracing.PersonWindow;
import vn.lachan.engine.tracing.PlaceWindow;
import vn.lachan.engine.tracing.Setting;
import vn.lachan.engine.tracing.Visit;

/** Visits, aliases, settings and households in memory, with the received order of their changes. */
final class SimulatedSources implements TraceSources {
  final List<Visit> visits = new ArrayList<>();
  final Map<Long, Long> aliases = new HashMap<>();
  final Map<Long, Setting> settings = new HashMap<>();
  final List<HouseholdLink> households = new ArrayList<>();
  final Map<Long, Integer> units = new HashMap<>();
  private final List<Change> changes = new ArrayList<>();
  private long head;

  void store(Visit visit) {
    visits.add(visit);
    changed(Kind.STORED, visit, visit.leftAt());
  }

  void withdraw(Visit visit) {
    visits.remove(visit);
    changed(Kind.WITHDRAWN, visit, visit.leftAt());
  }

  void depart(Visit visit, long leftAt) {
    visits.remove(visit);
    var departed = new Visit(visit.person(), visit.place(), visit.enteredAt(), leftAt, false);
    visits.add(departed);
    changed(Kind.DEPARTURE_CHANGED, departed, visit.leftAt());
  }

  /** Visits of days before this second are dropped, without any change to follow. */
  void forgetBefore(long second) {
    visits.removeIf(visit -> visit.enteredAt() < second);
  }

  long person(long record) {
    long person = record;
    while (aliases.containsKey(person)) {
      person = aliases.get(person);
    }
    return person;
  }

  @Override
  public List<Visit> ofPersons(List<PersonWindow> windows) {
    return visits.stream()
        .filter(
            visit ->
                windows.stream()
                    .anyMatch(
                        window ->
                            window.person() == visit.person()
                                && visit.enteredAt() < window.to()
                                && visit.leftAt() > window.from()))
        .toList();
  }

  @Override
  public List<Visit> atPlaces(List<PlaceWindow> windows) {
    return visits.stream()
        .filter(
            visit ->
                windows.stream()
                    .anyMatch(
                        window ->
                            window.place() == visit.place()
                                && visit.enteredAt() < window.to()
                                && visit.leftAt() > window.from()))
        .toList();
  }

  @Override
  public Map<Long, Long> canonical(Collection<Long> records) {
    Map<Long, Long> canonical = new HashMap<>();
    records.forEach(record -> canonical.put(record, person(record)));
    return canonical;
  }

  @Override
  public Map<Long, List<Long>> recordsOf(Collection<Long> canonical) {
    Map<Long, List<Long>> records = new LinkedHashMap<>();
    for (long person : canonical) {
      List<Long> all = new ArrayList<>(List.of(person));
      for (long alias : aliases.keySet()) {
        if (person(alias) == person) {
          all.add(alias);
        }
      }
      records.put(person, all);
    }
    return records;
  }

  @Override
  public Map<Long, Integer> residenceUnits(Collection<Long> persons) {
    Map<Long, Integer> found = new HashMap<>(units);
    found.keySet().retainAll(Set.copyOf(persons));
    return found;
  }

  @Override
  public Map<Long, Setting> settings(Collection<Long> places) {
    Map<Long, Setting> found = new HashMap<>(settings);
    found.keySet().retainAll(Set.copyOf(places));
    return found;
  }

  @Override
  public List<HouseholdLink> household(Collection<Long> persons, Instant from, Instant to) {
    List<HouseholdLink> found = new ArrayList<>();
    for (HouseholdLink link : households) {
      long a = person(link.personA());
      long b = person(link.personB());
      if (a != b && (persons.contains(a) || persons.contains(b))) {
        found.add(new HouseholdLink(a, b, HouseholdKind.FAMILY, link.from(), link.to()));
      }
    }
    return found;
  }

  @Override
  public Followed follow(long cursor, int groups) {
    long last = Math.min(head, cursor + groups);
    List<Change> read =
        changes.stream()
            .filter(change -> change.group() > cursor && change.group() <= last)
            .toList();
    return new Followed(read, Math.max(cursor, last));
  }

  @Override
  public long head() {
    return head;
  }

  private void changed(Kind kind, Visit visit, long previousLeftAt) {
    head++;
    changes.add(new Change(head, 0, kind, visit, previousLeftAt));
  }
}
