package vn.lachan.simulation;

/**
 * When in a day people check in: the share of each local half hour, in ten-thousandths. It is the
 * mean of the three full days of Malaysia's national check-in counts (MoH-Malaysia/covid19-public,
 * mysejahtera, 2 and 5 December 2020 and 12 January 2021), each first divided by its own total. The
 * busiest half hour, 13:00, holds 4.6 % (4.8 % on the first of the three days).
 */
final class CheckInProfile {
  static final int HALF_HOURS = 48;
  static final int SECONDS_PER_HALF_HOUR = 1800;
  static final int PARTS = 10_000;

  private static final int[] TEN_THOUSANDTHS = {
    3, 2, 1, 1, 1, 1, 1, 1, 1, 2, 4, 13, 30, 69, 133, 241, 297, 322, 324, 328, 349, 353, 361, 385,
    445, 454, 463, 399, 378, 361, 349, 333, 320, 304, 319, 339, 357, 347, 317, 297, 295, 253, 188,
    114, 67, 43, 24, 11
  };

  private static final byte[] HALF_HOUR_OF_PART = spread();

  private CheckInProfile() {}

  static int tenThousandths(int halfHour) {
    return TEN_THOUSANDTHS[halfHour];
  }

  /** A second of the day, drawn from the profile. */
  static int secondOfDay(SeededStream stream) {
    int halfHour = HALF_HOUR_OF_PART[stream.below(PARTS)];
    return halfHour * SECONDS_PER_HALF_HOUR + stream.below(SECONDS_PER_HALF_HOUR);
  }

  private static byte[] spread() {
    byte[] halfHourOfPart = new byte[PARTS];
    int part = 0;
    for (int halfHour = 0; halfHour < HALF_HOURS; halfHour++) {
      for (int i = 0; i < TEN_THOUSANDTHS[halfHour]; i++) {
        halfHourOfPart[part++] = (byte) halfHour;
      }
    }
    return halfHourOfPart;
  }
}
