package vn.lachan.app.people;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who lived with whom, told of standing records; two numbers of one person are no link. */
@Component
class Households {
  private final HouseholdTable table;
  private final AliasTable aliases;

  Households(HouseholdTable table, AliasTable aliases) {
    this.table = table;
    this.aliases = aliases;
  }

  List<HouseholdLink> links(Collection<Long> persons, Instant from, Instant to) {
    if (persons.isEmpty() || !from.isBefore(to)) {
      return List.of();
    }
    Set<Long> asked = new HashSet<>(aliases.canonical(persons).values());
    List<Long> records = aliases.records(asked).values().stream().flatMap(List::stream).toList();
    List<HouseholdLink> links = table.links(records, from, to);
    Map<Long, Long> canonical =
        aliases.canonical(
            links.stream()
                .flatMap(link -> Stream.of(link.personA(), link.personB()))
                .collect(Collectors.toSet()));
    return links.stream()
        .map(
            link ->
                new HouseholdLink(
                    Objects.requireNonNull(canonical.get(link.personA())),
                    Objects.requireNonNull(canonical.get(link.personB())),
                    link.kind(),
                    link.from(),
                    link.to()))
        .filter(link -> link.personA() != link.personB())
        .distinct()
        .toList();
  }

  /** Standing records of those who live with a person at an instant. */
  List<Long> livingWith(long canonical, Instant now) {
    List<Long> others = new ArrayList<>();
    for (HouseholdLink link : links(List.of(canonical), now, now.plusSeconds(1))) {
      if (!others.contains(link.personB())) {
        others.add(link.personB());
      }
    }
    return others;
  }
}
