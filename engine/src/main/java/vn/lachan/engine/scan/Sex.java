package vn.lachan.engine.scan;

/** Sex as identity documents state it. */
public enum Sex {
  MALE,
  FEMALE
}
