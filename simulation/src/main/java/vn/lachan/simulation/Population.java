package vn.lachan.simulation;

/**
 * Settles a province: households of one to six, who is in them, who has a phone or a citizen
 * number, where everybody works or learns. Shares are the project's own estimates.
 */
final class Population {
  private static final int OLDEST = 98;
  private static final int ADULT = 18;
  private static final int RETIRED = 61;
  private static final double[] SIZE_UP_TO = {0.10, 0.27, 0.48, 0.76, 0.91};
  private static final double FAMILY_PHONE_SHARE = 0.06;
  private static final double LOOKALIKE_SHARE = 0.1;

  private final Geography geography;
  private final PersonTable people;
  private final Workplaces workplaces;
  private final long seed;
  private final int thisYear;
  private final SeededStream stream = new SeededStream();
  private final int[] bornBefore;

  private Population(ProvinceSpec spec, Geography geography, PlaceTable places) {
    this.geography = geography;
    this.people = new PersonTable(spec.people());
    this.workplaces = new Workplaces(geography, places);
    this.seed = spec.seed();
    this.thisYear = spec.lastDate().getYear();
    this.bornBefore = new int[2 * (OLDEST + 1)];
  }

  static PersonTable settle(ProvinceSpec spec, Geography geography, PlaceTable places) {
    Population population = new Population(spec, geography, places);
    for (int commune = 0; commune < geography.communes(); commune++) {
      population.settle(commune);
    }
    return population.people;
  }

  private void settle(int commune) {
    int next = geography.firstPerson(commune);
    int end = geography.firstPerson(commune + 1);
    while (next < end) {
      stream.begin(seed, people.households(), Purpose.HOUSEHOLD);
      int size = Math.min(drawSize(), end - next);
      people.addHousehold(next, commune);
      addMembers(next, size);
      equip(next, size);
      next += size;
    }
  }

  private int drawSize() {
    double draw = stream.unit();
    int size = 1;
    while (size <= SIZE_UP_TO.length && draw >= SIZE_UP_TO[size - 1]) {
      size++;
    }
    return size;
  }

  /** The head, a spouse, then grandparents or children. */
  private void addMembers(int first, int size) {
    boolean old = stream.chance(size == 1 ? 0.5 : size == 2 ? 0.45 : 0.05);
    int headAge = old ? stream.between(61, 88) : stream.between(size == 1 ? 20 : 25, 60);
    Sex headSex = stream.chance(size == 1 ? 0.45 : 0.85) ? Sex.MALE : Sex.FEMALE;
    if (size == 1 && addLookalike(first)) {
      return;
    }
    add(first, headAge, headSex, false);
    boolean married = size > 1 && stream.chance(0.88);
    if (married) {
      int age = Math.clamp(headAge + stream.between(-7, 3), ADULT, OLDEST);
      add(first + 1, age, headSex == Sex.MALE ? Sex.FEMALE : Sex.MALE, true);
    }
    int next = first + (married ? 2 : 1);
    int grandparents = size >= 4 && headAge < 58 && stream.chance(0.5) ? stream.between(1, 2) : 0;
    for (int i = 0; i < grandparents && next < first + size; i++) {
      int age = Math.min(OLDEST, headAge + stream.between(21, 33));
      add(next++, age, i == 0 ? Sex.FEMALE : Sex.MALE, i == 0);
    }
    while (next < first + size) {
      int age = Math.max(0, headAge - stream.between(21, 36));
      add(next++, age, stream.chance(0.52) ? Sex.MALE : Sex.FEMALE, false);
    }
  }

  private void add(int person, int age, Sex sex, boolean ownFamilyName) {
    people.addPerson(person, thisYear - age, sex, ownFamilyName);
    people.setRankInBirthYear(person, bornBefore[2 * age + sex.number()]++);
  }

  /** A few people who live alone share name and birth year with an adult settled earlier. */
  private boolean addLookalike(int person) {
    if (person == 0 || !stream.chance(LOOKALIKE_SHARE)) {
      return false;
    }
    int original = lookalikeOf(seed, person);
    if (people.isLookalike(original) || age(original) < ADULT + 2) {
      return false;
    }
    add(person, age(original), people.sex(original), false);
    people.makeLookalike(person);
    return true;
  }

  static int lookalikeOf(long seed, int person) {
    return SeededStream.reduce(SeededStream.hash(seed, person, Purpose.LOOKALIKE), person);
  }

  private void equip(int first, int size) {
    boolean familyPhone = size > 1 && stream.chance(FAMILY_PHONE_SHARE);
    for (int person = first; person < first + size; person++) {
      equipPerson(person, familyPhone, person == first);
      if (stream.chance(employment(person))) {
        int age = age(person);
        people.setWorkplace(
            person,
            age < ADULT
                ? workplaces.school(people.commune(person), age, stream)
                : workplaces.work(people.commune(person), age, stream));
      }
    }
  }

  private void equipPerson(int person, boolean familyPhone, boolean head) {
    int age = age(person);
    if (familyPhone) {
      if (head) {
        people.giveOwnPhone(person);
      } else {
        people.giveFamilyPhone(person);
      }
    } else if (stream.chance(phoneShare(age))) {
      people.giveOwnPhone(person);
    } else if (age < ADULT && stream.chance(0.5)) {
      people.giveFamilyPhone(person);
    }
    if (!people.isLookalike(person) && stream.chance(age < 14 ? 0.35 : age > 80 ? 0.85 : 0.96)) {
      people.giveCitizenNumber(person);
    }
  }

  private static double phoneShare(int age) {
    if (age < 10) {
      return 0;
    }
    if (age < 15) {
      return 0.25;
    }
    return age <= 65 ? 0.96 : age <= 78 ? 0.66 : 0.35;
  }

  private double employment(int person) {
    int age = age(person);
    if (age < 3) {
      return 0.1;
    }
    if (age < ADULT) {
      return age < 6 ? 0.8 : 0.96;
    }
    return age < RETIRED ? 0.72 : 0.12;
  }

  private int age(int person) {
    return thisYear - people.birthYear(person);
  }
}
