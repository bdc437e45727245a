package vn.lachan.app.casework;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lachan.app.people.People;
import vn.lachan.app.people.PersonMerged;

/**
 * Lets the state of a task follow from what was done for any record of its person. A follow-up
 * stays with the task it was made for; a merge carries it to the standing person's task because
 * both are counted there, and undoing the merge gives it back because then they no longer are.
 */
@Component
class FollowUpSettling {
  private final TaskTable tasks;
  private final FollowUpTable followUps;
  private final People people;

  FollowUpSettling(TaskTable tasks, FollowUpTable followUps, People people) {
    this.tasks = tasks;
    this.followUps = followUps;
    this.people = people;
  }

  /** In the transaction of the merge, or of its undoing. */
  @EventListener
  void on(PersonMerged merged) {
    List<Long> both = List.of(merged.person(), merged.sameAs());
    Set<Long> standing = new HashSet<>(people.canonical(both).values());
    standing.addAll(both);
    settle(tasks.ofPersons(standing));
  }

  /** The tasks just made for these persons, where what was done before counts for them. */
  void settleNew(long caseNumber, Collection<Long> persons) {
    Set<Long> joined = new HashSet<>();
    people
        .recordsOf(persons)
        .forEach(
            (person, records) -> {
              if (records.size() > 1) {
                joined.add(person);
              }
            });
    if (!joined.isEmpty()) {
      settle(
          tasks.ofPersons(joined).stream()
              .filter(task -> task.caseNumber() == caseNumber)
              .toList());
    }
  }

  void settleAll(Collection<Long> numbers) {
    settle(tasks.keys(numbers));
  }

  private void settle(List<TaskTable.Key> settled) {
    if (settled.isEmpty()) {
      return;
    }
    Set<Long> persons = new HashSet<>();
    settled.forEach(task -> persons.add(task.person()));
    Map<Long, List<Long>> recordsOf = people.recordsOf(persons);
    Set<Long> records = new HashSet<>();
    recordsOf.values().forEach(records::addAll);
    Map<TaskTable.CasePerson, Long> taskOf = new HashMap<>();
    tasks.ofPersons(records).forEach(task -> taskOf.put(task.of(), task.number()));
    List<FollowUpTable.Counted> counted = new ArrayList<>();
    for (TaskTable.Key task : settled) {
      if (task.caseNumber() == TaskRow.NO_CASE) {
        counted.add(new FollowUpTable.Counted(task.number(), task.number()));
        continue;
      }
      for (long record : recordsOf.getOrDefault(task.person(), List.of(task.person()))) {
        Long other = taskOf.get(new TaskTable.CasePerson(task.caseNumber(), record));
        if (other != null) {
          counted.add(new FollowUpTable.Counted(task.number(), other));
        }
      }
    }
    followUps.settle(counted);
  }
}
