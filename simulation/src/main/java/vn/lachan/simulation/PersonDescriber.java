package vn.lachan.simulation;

import org.jspecify.annotations.Nullable;

/** Computes what is not kept of a person: name, numbers, address. */
final class PersonDescriber {
  private final World world;
  private final PersonTable people;
  private final long seed;
  private final Numbers numbers;

  PersonDescriber(World world) {
    this.world = world;
    this.people = world.people();
    this.seed = world.spec().seed();
    this.numbers = new Numbers(world.spec());
  }

  SimulatedPerson describe(int person) {
    CommuneSpec commune = world.geography().commune(people.commune(person));
    int household = people.household(person);
    return new SimulatedPerson(
        person,
        fullName(person),
        people.birthYear(person),
        people.sex(person),
        phone(person),
        citizenNumber(person),
        household,
        Addresses.of(commune, SeededStream.hash(seed, household, Purpose.ADDRESS)),
        commune.unitId());
  }

  private String fullName(int person) {
    int named = people.isLookalike(person) ? Population.lookalikeOf(seed, person) : person;
    Sex sex = people.sex(named);
    int family = people.bearsOwnFamilyName(named) ? named : -1 - people.household(named);
    return VietnameseNames.family(SeededStream.hash(seed, family, Purpose.FAMILY_NAME))
        + " "
        + VietnameseNames.middle(sex, SeededStream.hash(seed, named, Purpose.MIDDLE_NAME))
        + " "
        + VietnameseNames.given(sex, SeededStream.hash(seed, named, Purpose.GIVEN_NAME));
  }

  /** Half of the lookalikes are the same person entered twice, with the same phone. */
  private @Nullable String phone(int person) {
    if (people.isLookalike(person)) {
      int original = Population.lookalikeOf(seed, person);
      return original % 2 == 0 ? phone(original) : null;
    }
    if (people.hasOwnPhone(person)) {
      return numbers.phone(person);
    }
    return people.usesFamilyPhone(person) ? familyPhone(person) : null;
  }

  private @Nullable String familyPhone(int person) {
    int household = people.household(person);
    int member = people.firstOfHousehold(household);
    while (member < people.people() && people.household(member) == household) {
      if (people.hasOwnPhone(member)) {
        return numbers.phone(member);
      }
      member++;
    }
    return null;
  }

  private @Nullable String citizenNumber(int person) {
    return people.hasCitizenNumber(person)
        ? numbers.citizenNumber(
            people.birthYear(person), people.sex(person), people.rankInBirthYear(person))
        : null;
  }
}
