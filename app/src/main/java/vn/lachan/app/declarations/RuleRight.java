package vn.lachan.app.declarations;

import org.springframework.stereotype.Component;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Reach;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.units.Unit;
import vn.lachan.app.units.UnitLevel;
import vn.lachan.app.units.Units;

/** Rules and listed areas judge everybody's declarations: nobody below a province sets them. */
@Component
class RuleRight {
  private final Units units;

  RuleRight(Units units) {
    this.units = units;
  }

  void require(Actor actor) {
    if (!holds(actor)) {
      throw Refusal.forbidden("access.forbidden", Permission.DECLARATIONS_RULES.name());
    }
  }

  boolean holds(Actor actor) {
    if (!actor.may(Permission.DECLARATIONS_RULES)) {
      return false;
    }
    Reach reach = actor.require(Permission.DECLARATIONS_RULES);
    return reach.isEverywhere()
        || reach.units().stream()
            .flatMap(unit -> units.find(unit).stream())
            .map(Unit::level)
            .anyMatch(UnitLevel.PROVINCE::equals);
  }
}
