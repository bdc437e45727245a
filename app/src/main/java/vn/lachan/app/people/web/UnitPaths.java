package vn.lachan.app.people.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lachan.app.units.Units;

/** Names of communes for the templates, with those of the units above. */
@Component("personUnits")
class UnitPaths {
  private final Units units;

  UnitPaths(Units units) {
    this.units = units;
  }

  public String path(@Nullable Integer unit) {
    return unit == null ? "–" : units.path(unit);
  }
}
