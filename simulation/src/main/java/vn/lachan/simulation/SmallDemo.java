package vn.lachan.simulation;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** The small province of the demo and the drill: a few chains of infection among 20,000 people. */
public final class SmallDemo {
  public static final long SEED = 2021_09_15;
  public static final int PEOPLE = 20_000;
  public static final int DAYS = 21;
  public static final int CHAINS = 4;

  private SmallDemo() {}

  public static ProvinceSpec spec(
      Instant end, ZoneId zone, String birthProvinceCode, List<CommuneSpec> communes) {
    return ProvinceSpec.of(SEED, PEOPLE, DAYS, end, zone, birthProvinceCode, communes)
        .withChains(CHAINS);
  }

  public static SyntheticProvince settle(
      Instant end, ZoneId zone, String birthProvinceCode, List<CommuneSpec> communes) {
    return SyntheticProvince.of(spec(end, zone, birthProvinceCode, communes));
  }
}
