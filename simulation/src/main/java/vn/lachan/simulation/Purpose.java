package vn.lachan.simulation;

/**
 * What a random stream is for. Each purpose has numbers of its own, so that adding a draw to one
 * changes nothing elsewhere. Days follow {@link #DAY}.
 */
final class Purpose {
  static final int PLACE_ROUNDING = 1;
  static final int HOUSEHOLD = 2;
  static final int WORKPLACE = 3;
  static final int FAMILY_NAME = 4;
  static final int MIDDLE_NAME = 5;
  static final int GIVEN_NAME = 6;
  static final int LOOKALIKE = 7;
  static final int NUMBERS = 8;
  static final int ADDRESS = 9;
  static final int PLACE_NAME = 10;
  static final int PLACE_POSITION = 11;
  static final int PLACE_HOURS = 12;
  static final int OWNER = 13;
  static final int CAPACITY = 14;
  static final int HABIT = 1_000;
  static final int EVENT_DAY = 100_000;
  static final int EPIDEMIC_DAY = 200_000;
  static final int INDEX_CASE = 300_000;
  static final int COURSE = 300_001;
  static final int DAY = 1_000_000;

  private Purpose() {}
}
