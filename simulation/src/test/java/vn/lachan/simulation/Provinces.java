package vn.lachan.simulation;

import java.time.Instant;
import java.time.ZoneId;

/** Small provinces for tests, settled once. */
final class Provinces {
  static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  /** Midnight of 16 September 2021 in Viet Nam, so that the last day is a whole one. */
  static final Instant END = Instant.parse("2021-09-15T17:00:00Z");

  static final SyntheticProvince DEMO =
      SmallDemo.settle(END, ZONE, "038", InventedCommunes.grid(8));

  private Provinces() {}

  static ProvinceSpec spec(long seed, int people, int days) {
    return ProvinceSpec.of(seed, people, days, END, ZONE, "038", InventedCommunes.grid(8));
  }

  /** A number that changes when any visit or the order of visits does. */
  static long digest(SyntheticProvince province, int day) {
    long[] digest = {day};
    province.visits(
        day,
        (person, place, enteredAt, leftAt, capture) -> {
          digest[0] = digest[0] * 31 + SeededStream.hash(person, place, enteredAt);
          digest[0] = digest[0] * 31 + SeededStream.hash(leftAt, capture, 0);
        });
    return digest[0];
  }
}
