package vn.lachan.app.demo;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.app.units.Unit;
import vn.lachan.app.units.Units;
import vn.lachan.simulation.CommuneSpec;
import vn.lachan.simulation.SmallDemo;
import vn.lachan.simulation.SyntheticProvince;

/** The simulated people and places, laid over the real communes of Thanh Hóa of today. */
@Component
class DemoProvince {
  /** Thanh Hóa since 1 July 2025. */
  static final int PROVINCE = 2_100_038;

  private static final String BIRTH_PROVINCE_CODE = "038";

  private final Units units;
  private final ZoneId zone;

  DemoProvince(Units units, ProgramSettings settings) {
    this.units = units;
    this.zone = settings.zone();
  }

  /** The same province for the same end, whoever asks. */
  SyntheticProvince settle(Instant end) {
    return SmallDemo.settle(end, zone, BIRTH_PROVINCE_CODE, communes());
  }

  private List<CommuneSpec> communes() {
    return units.children(PROVINCE).stream().map(DemoProvince::commune).toList();
  }

  private static CommuneSpec commune(Unit unit) {
    double weight = unit.fullName().startsWith("Phường") ? 2 : 1;
    return new CommuneSpec(
        unit.id(),
        unit.fullName(),
        unit.location().latitude(),
        unit.location().longitude(),
        weight);
  }
}
