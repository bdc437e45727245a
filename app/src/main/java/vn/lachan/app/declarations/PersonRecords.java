package vn.lachan.app.declarations;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.lachan.app.people.People;

/** All records of persons, under any of which they may have declared. */
@Component
class PersonRecords {
  private final People people;

  PersonRecords(People people) {
    this.people = people;
  }

  List<Long> of(Collection<UUID> persons) {
    Collection<Long> numbers = people.byPublicIds(persons).values();
    if (numbers.isEmpty()) {
      return List.of();
    }
    Map<Long, Long> canonical = people.canonical(numbers);
    return people.recordsOf(canonical.values().stream().distinct().toList()).values().stream()
        .flatMap(List::stream)
        .toList();
  }
}
