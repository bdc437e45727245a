package vn.lachan.app.people;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Keyring;

/** Reading homes, masked or opened. */
@Component
class HomeReading {
  private final HomeTable table;
  private final PersonTable persons;
  private final AliasTable aliases;
  private final PersonMasking masking;
  private final Keyring keyring;

  HomeReading(
      HomeTable table,
      PersonTable persons,
      AliasTable aliases,
      PersonMasking masking,
      Keyring keyring) {
    this.table = table;
    this.persons = persons;
    this.aliases = aliases;
    this.masking = masking;
    this.keyring = keyring;
  }

  /** The homes of one person, whose records are given with the standing one first. */
  HomeFile file(List<Long> whole) {
    PersonRow standing = persons.rows(List.of(whole.getFirst())).getFirst();
    MaskedPerson person = Objects.requireNonNull(masking.masked(whole).get(whole.getFirst()));
    return new HomeFile(person, standing.version(), households(whole), residences(whole));
  }

  @Nullable Integer unit(long person) {
    return persons.units(List.of(person)).get(person);
  }

  /** Former homes with their addresses by record, for identities that are being opened. */
  Map<Long, List<FormerHome>> opened(Map<Long, PersonRow> rows) {
    return table.residences(rows.keySet()).stream()
        .collect(
            Collectors.groupingBy(
                HomeTable.FormerRow::person,
                Collectors.mapping(
                    home -> opened(home, Objects.requireNonNull(rows.get(home.person()))),
                    Collectors.toList())));
  }

  private FormerHome opened(HomeTable.FormerRow home, PersonRow row) {
    return new FormerHome(home.enteredAt(), home.leftAt(), home.unit(), address(home, row));
  }

  private @Nullable String address(HomeTable.FormerRow home, PersonRow row) {
    return home.address() == null ? null : row.opened(keyring, home.address());
  }

  private List<HomeFile.Household> households(List<Long> whole) {
    List<HomeTable.Place> places = table.ofPersons(whole);
    List<HomeTable.Stay> stays = table.stays(places.stream().map(HomeTable.Place::number).toList());
    Map<Long, Long> canonical =
        aliases.canonical(stays.stream().map(HomeTable.Stay::person).toList());
    Map<Long, MaskedPerson> masked = masking.masked(new HashSet<>(canonical.values()));
    Set<Long> selves = new HashSet<>(whole);
    return places.stream()
        .map(
            place -> {
              List<HomeFile.Member> members =
                  stays.stream()
                      .filter(stay -> stay.household() == place.number())
                      .map(
                          stay ->
                              member(
                                  stay,
                                  Objects.requireNonNull(masked.get(canonical.get(stay.person()))),
                                  selves.contains(stay.person())))
                      .toList();
              boolean current =
                  members.stream().anyMatch(member -> member.self() && member.leftAt() == null);
              return new HomeFile.Household(place.id(), place.kind(), current, members);
            })
        .toList();
  }

  private static HomeFile.Member member(HomeTable.Stay stay, MaskedPerson person, boolean self) {
    return new HomeFile.Member(
        person, stay.enteredAt(), stay.leftAt(), stay.saidBy(), stay.recordedBy(), self);
  }

  private List<HomeFile.Residence> residences(List<Long> whole) {
    return table.residences(whole).stream()
        .map(
            home ->
                new HomeFile.Residence(
                    home.enteredAt(),
                    home.leftAt(),
                    home.unit(),
                    home.address() != null,
                    home.saidBy(),
                    home.recordedBy()))
        .toList();
  }
}
