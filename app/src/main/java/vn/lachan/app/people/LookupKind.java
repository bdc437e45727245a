package vn.lachan.app.people;

/**
 * What a look-up hash is made of. The number is stored; the space keeps hashes of equal texts
 * apart.
 */
enum LookupKind {
  PERSONAL_CODE(1, "people.personal-code"),
  CITIZEN_NUMBER(2, "people.citizen-number"),
  PHONE(3, "people.phone"),
  PHONE_NAME(4, "people.phone-name"),
  PHONE_YEAR(5, "people.phone-year"),
  NAME_YEAR_UNIT(6, "people.name-year-unit"),
  /** Another person who uses somebody's device; the only one that is no part of the identity. */
  DEVICE_NAME(7, "people.device-name");

  /** Space of the hashes in the table {@code device}. */
  static final String DEVICE_SPACE = "people.device";

  private final short number;
  private final String space;

  LookupKind(int number, String space) {
    this.number = (short) number;
    this.space = space;
  }

  short number() {
    return number;
  }

  String space() {
    return space;
  }

  /** Whether it names nobody by itself, but says whom a new person could be. */
  boolean onlySuspects() {
    return this == PHONE_YEAR || this == NAME_YEAR_UNIT;
  }

  static LookupKind of(int number) {
    for (LookupKind kind : values()) {
      if (kind.number == number) {
        return kind;
      }
    }
    throw new IllegalStateException("No such kind of look-up: " + number);
  }
}
