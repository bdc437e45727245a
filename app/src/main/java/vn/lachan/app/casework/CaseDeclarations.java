package vn.lachan.app.casework;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lachan.app.declarations.KnownFacts;
import vn.lachan.app.declarations.NeededDeclarations;
import vn.lachan.app.declarations.WarningRaised;
import vn.lachan.app.people.People;

/**
 * What cases have to do with health declarations: one at the highest level is a task of the
 * commune's health station, made in the transaction of the declaration; those of persons of open
 * cases outlive their retention.
 */
@Component
class CaseDeclarations implements NeededDeclarations, KnownFacts {
  private final TaskTable tasks;
  private final CaseHeldTable held;
  private final People people;
  private final CaseworkSettings settings;

  CaseDeclarations(TaskTable tasks, CaseHeldTable held, People people, CaseworkSettings settings) {
    this.tasks = tasks;
    this.held = held;
    this.people = people;
    this.settings = settings;
  }

  @EventListener
  void on(WarningRaised warning) {
    long person = warning.person();
    tasks.warn(
        warning.declaration(),
        wholes(List.of(person)).getOrDefault(person, List.of(person)),
        person,
        warning.unit(),
        warning.at().plus(settings.warningDue()),
        warning.at());
  }

  /** A case, or a contact of one that is open: the rules of forms call it being under an order. */
  @Override
  public Set<String> of(long person) {
    List<Long> whole = wholes(List.of(person)).getOrDefault(person, List.of(person));
    return held.underOrder(whole) ? Set.of("under-order") : Set.of();
  }

  /** Any record of a person stands for all of them. */
  @Override
  public Set<Long> neededOf(Collection<Long> records) {
    Map<Long, List<Long>> wholes = wholes(records);
    Set<Long> all = new HashSet<>();
    wholes.values().forEach(all::addAll);
    Set<Long> inCases = new HashSet<>(held.inOpenCase(all));
    Set<Long> needed = new HashSet<>();
    wholes.forEach(
        (record, whole) -> {
          if (whole.stream().anyMatch(inCases::contains)) {
            needed.add(record);
          }
        });
    return needed;
  }

  /** By the record asked about: all records of its person. */
  private Map<Long, List<Long>> wholes(Collection<Long> records) {
    Map<Long, Long> canonical = people.canonical(records);
    Map<Long, List<Long>> byStanding = people.recordsOf(new HashSet<>(canonical.values()));
    Map<Long, List<Long>> wholes = new HashMap<>();
    for (long record : records) {
      long standing = canonical.getOrDefault(record, record);
      wholes.put(record, byStanding.getOrDefault(standing, List.of(record)));
    }
    return wholes;
  }
}
