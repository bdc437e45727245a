package vn.lachan.app.units.web;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.units.Location;
import vn.lachan.app.units.Unit;
import vn.lachan.app.units.Units;

/**
 * One unit as the API gives it and as a list of choices shows it. {@code path} is the full name
 * with those of the units above; {@code validTo} is the last day.
 */
public record UnitChoice(
    int id,
    String code,
    String name,
    String kind,
    String path,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    @JsonIgnore Location location) {
  static UnitChoice of(Unit unit, Units units) {
    return new UnitChoice(
        unit.id(),
        unit.code(),
        unit.name(),
        unit.kind().key(),
        units.path(unit.id()),
        unit.validFrom(),
        unit.validTo(),
        unit.location());
  }
}
