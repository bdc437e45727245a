package vn.lachan.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PeopleTests {
  private static final List<SimulatedPerson> PEOPLE = people();

  @Test
  void householdsHaveOneToSixMembersOfOneAddress() {
    Map<Integer, List<SimulatedPerson>> households = new HashMap<>();
    PEOPLE.forEach(
        person ->
            households.computeIfAbsent(person.household(), _ -> new ArrayList<>()).add(person));
    assertThat(households).hasSize(Provinces.DEMO.households());
    Set<Integer> sizes = new HashSet<>();
    for (List<SimulatedPerson> members : households.values()) {
      sizes.add(members.size());
      assertThat(members.stream().map(SimulatedPerson::address).distinct()).hasSize(1);
      assertThat(members.stream().map(SimulatedPerson::communeUnitId).distinct()).hasSize(1);
    }
    assertThat(sizes).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6);
    double mean = (double) PEOPLE.size() / households.size();
    assertThat(mean).isBetween(3.2, 3.8);
  }

  @Test
  void citizenNumbersAgreeWithSexAndBirthYearAndAreUnique() {
    Set<String> numbers = new HashSet<>();
    int without = 0;
    for (SimulatedPerson person : PEOPLE) {
      String number = person.citizenNumber();
      if (number == null) {
        without++;
        continue;
      }
      int century = 2 * (person.birthYear() / 100 - 19) + (person.sex() == Sex.FEMALE ? 1 : 0);
      assertThat(number)
          .matches("038" + century + "%02d".formatted(person.birthYear() % 100) + "[0-9]{6}");
      assertThat(numbers.add(number)).isTrue();
    }
    assertThat(without).isBetween(PEOPLE.size() / 20, PEOPLE.size() / 4);
  }

  @Test
  void phonesAreSharedInFamiliesAndMissingForSome() {
    Map<String, Set<Integer>> householdsOfPhone = new HashMap<>();
    Map<String, Integer> usersOfPhone = new HashMap<>();
    int without = 0;
    for (SimulatedPerson person : PEOPLE) {
      String phone = person.phone();
      if (phone == null) {
        without++;
        continue;
      }
      assertThat(phone).matches("84(53|54|57|71|72|73|74|75)[0-9]{7}");
      householdsOfPhone.computeIfAbsent(phone, _ -> new HashSet<>()).add(person.household());
      usersOfPhone.merge(phone, 1, Integer::sum);
    }
    assertThat(without).isBetween(PEOPLE.size() / 20, PEOPLE.size() / 3);
    assertThat(usersOfPhone.values().stream().filter(users -> users > 1).count())
        .isGreaterThan(300);
    long acrossHouseholds = householdsOfPhone.values().stream().filter(h -> h.size() > 1).count();
    assertThat(acrossHouseholds).as("lookalikes with one phone").isBetween(1L, 60L);
  }

  @Test
  void thereAreHomonyms() {
    Map<String, Integer> bearers = new HashMap<>();
    PEOPLE.forEach(
        person -> bearers.merge(person.fullName() + person.birthYear(), 1, Integer::sum));
    assertThat(bearers.values().stream().filter(count -> count > 1).count()).isGreaterThan(100);
    assertThat(bearers.size()).isGreaterThan(PEOPLE.size() * 9 / 10);
  }

  @Test
  void numbersStayDifferentInALargeProvince() {
    Numbers numbers = new Numbers(Provinces.spec(1, 10, 1));
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 200_000; i++) {
      assertThat(seen.add(numbers.phone(i))).isTrue();
      assertThat(seen.add(Objects.requireNonNull(numbers.citizenNumber(1999, Sex.FEMALE, i))))
          .isTrue();
    }
  }

  private static List<SimulatedPerson> people() {
    List<SimulatedPerson> people = new ArrayList<>();
    Provinces.DEMO.forEachPerson(people::add);
    return people;
  }
}
