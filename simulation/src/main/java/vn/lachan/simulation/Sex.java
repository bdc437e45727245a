package vn.lachan.simulation;

/** A person's sex as the citizen number carries it. */
public enum Sex {
  MALE,
  FEMALE;

  /** 0 for a man, 1 for a woman, as in the citizen number. */
  int number() {
    return this == FEMALE ? 1 : 0;
  }
}
