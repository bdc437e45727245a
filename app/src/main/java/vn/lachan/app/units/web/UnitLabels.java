package vn.lachan.app.units.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.lachan.app.kernel.Open;
import vn.lachan.app.units.Bounds;
import vn.lachan.app.units.Unit;
import vn.lachan.app.units.Units;

/** Names of units where they lie, as the context of a map that has no tiles. */
@Open("units are public reference data")
@RestController
class UnitLabels {
  /** The most labels of one answer. */
  static final int LABELS_MOST = 300;

  private static final ZoneId PEOPLES_TIME = ZoneId.of("Asia/Ho_Chi_Minh");

  private final Units units;
  private final Clock clock;

  UnitLabels(Units units, Clock clock) {
    this.units = units;
    this.clock = clock;
  }

  /** A name and where it stands; {@code level} is 1 for a province, 3 for a commune. */
  public record UnitLabel(String name, int level, double latitude, double longitude) {
    static UnitLabel of(Unit unit) {
      return new UnitLabel(
          unit.fullName(),
          switch (unit.level()) {
            case PROVINCE -> 1;
            case DISTRICT -> 2;
            case COMMUNE -> 3;
          },
          unit.location().latitude(),
          unit.location().longitude());
    }
  }

  @GetMapping("/units/labels")
  List<UnitLabel> labels(
      @RequestParam double west,
      @RequestParam double south,
      @RequestParam double east,
      @RequestParam double north,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate on) {
    LocalDate day = on == null ? LocalDate.ofInstant(clock.instant(), PEOPLES_TIME) : on;
    return units.within(new Bounds(west, south, east, north), day, LABELS_MOST).stream()
        .map(UnitLabel::of)
        .toList();
  }
}
