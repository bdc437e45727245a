package vn.lachan.simulation;

import java.util.Arrays;

/**
 * What is remembered of each person: {@value #BYTES_PER_PERSON} bytes in arrays, and six for each
 * household. Everything else about them (names, numbers, habits) is computed from the seed when it
 * is asked for.
 */
final class PersonTable {
  static final int BYTES_PER_PERSON = 4 + 2 + 1 + 4 + 4;
  static final int BYTES_PER_HOUSEHOLD = 4 + 2;
  static final int NOWHERE = -1;

  private static final int OWN_PHONE = 1;
  private static final int FAMILY_PHONE = 2;
  private static final int CITIZEN_NUMBER = 4;
  private static final int FEMALE = 8;
  private static final int LOOKALIKE = 16;
  private static final int OWN_FAMILY_NAME = 32;

  private final int people;
  private final int[] household;
  private final short[] birthYear;
  private final byte[] traits;
  private final int[] workplace;
  private final int[] rankInBirthYear;
  private int[] firstOfHousehold;
  private short[] communeOfHousehold;
  private int households;

  PersonTable(int people) {
    this.people = people;
    household = new int[people];
    birthYear = new short[people];
    traits = new byte[people];
    workplace = new int[people];
    rankInBirthYear = new int[people];
    firstOfHousehold = new int[people / 3 + 16];
    communeOfHousehold = new short[firstOfHousehold.length];
    Arrays.fill(workplace, NOWHERE);
  }

  int people() {
    return people;
  }

  int households() {
    return households;
  }

  int household(int person) {
    return household[person];
  }

  int firstOfHousehold(int number) {
    return firstOfHousehold[number];
  }

  int commune(int person) {
    return communeOfHousehold[household[person]];
  }

  int birthYear(int person) {
    return birthYear[person];
  }

  Sex sex(int person) {
    return has(person, FEMALE) ? Sex.FEMALE : Sex.MALE;
  }

  /** Where the person works or learns, or {@link #NOWHERE}. */
  int workplace(int person) {
    return workplace[person];
  }

  /** How many people of the same sex and birth year come earlier. */
  int rankInBirthYear(int person) {
    return rankInBirthYear[person];
  }

  boolean hasOwnPhone(int person) {
    return has(person, OWN_PHONE);
  }

  boolean usesFamilyPhone(int person) {
    return has(person, FAMILY_PHONE);
  }

  boolean hasCitizenNumber(int person) {
    return has(person, CITIZEN_NUMBER);
  }

  boolean isLookalike(int person) {
    return has(person, LOOKALIKE);
  }

  /** False for those who bear the household's family name. */
  boolean bearsOwnFamilyName(int person) {
    return has(person, OWN_FAMILY_NAME);
  }

  void addHousehold(int firstPerson, int commune) {
    if (households == firstOfHousehold.length) {
      int longer = Math.min(people, households + households / 2) + 1;
      firstOfHousehold = Arrays.copyOf(firstOfHousehold, longer);
      communeOfHousehold = Arrays.copyOf(communeOfHousehold, longer);
    }
    firstOfHousehold[households] = firstPerson;
    communeOfHousehold[households] = (short) commune;
    households++;
  }

  /** Puts a person into the household added last. */
  void addPerson(int person, int year, Sex sex, boolean ownFamilyName) {
    household[person] = households - 1;
    birthYear[person] = (short) year;
    traits[person] =
        (byte) ((sex == Sex.FEMALE ? FEMALE : 0) | (ownFamilyName ? OWN_FAMILY_NAME : 0));
  }

  void setWorkplace(int person, int place) {
    workplace[person] = place;
  }

  void setRankInBirthYear(int person, int rank) {
    rankInBirthYear[person] = rank;
  }

  void giveOwnPhone(int person) {
    traits[person] |= OWN_PHONE;
  }

  void giveFamilyPhone(int person) {
    traits[person] |= FAMILY_PHONE;
  }

  void giveCitizenNumber(int person) {
    traits[person] |= CITIZEN_NUMBER;
  }

  void makeLookalike(int person) {
    traits[person] |= LOOKALIKE;
  }

  long bytes() {
    return (long) BYTES_PER_PERSON * people + (long) BYTES_PER_HOUSEHOLD * firstOfHousehold.length;
  }

  private boolean has(int person, int trait) {
    return (traits[person] & trait) != 0;
  }
}
