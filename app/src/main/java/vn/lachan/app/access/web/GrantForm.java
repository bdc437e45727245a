package vn.lachan.app.access.web;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.access.Grant;
import vn.lachan.app.access.Role;
import vn.lachan.app.access.Scope;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.units.Units;

/**
 * A role and where it holds, as it is typed. No unit means the whole installation; roles that are
 * by name those of one district or commune never get that by a field left empty.
 */
record GrantForm(@Nullable Role role, @Nullable Integer unit, @Nullable String sector) {
  private static final Set<Role> LOCAL = EnumSet.of(Role.DISTRICT, Role.COMMUNE, Role.KEYER);

  Grant grant(Units units) {
    if (role == null || role == Role.OWNER || role == Role.KEEPER) {
      throw Refusal.invalid("access.refused.role");
    }
    if (unit != null && units.find(unit).isEmpty()) {
      throw Refusal.invalid("access.refused.unit");
    }
    return new Grant(role, scope(role, units));
  }

  private Scope scope(Role chosen, Units units) {
    if (chosen == Role.SECTOR) {
      if (unit == null || sector == null || units.sector(sector).isEmpty()) {
        throw Refusal.invalid("access.refused.sector");
      }
      return new Scope.OfSector(sector, unit);
    }
    if (unit == null && LOCAL.contains(chosen)) {
      throw Refusal.invalid("access.refused.unit-needed");
    }
    return unit == null ? new Scope.Everywhere() : new Scope.OfUnit(unit);
  }
}
