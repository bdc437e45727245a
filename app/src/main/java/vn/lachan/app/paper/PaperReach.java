package vn.lachan.app.paper;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Reach;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.Places;
import vn.lachan.app.units.Unit;
import vn.lachan.app.units.UnitLevel;
import vn.lachan.app.units.Units;

/** Whether somebody reaches a place, or a commune, with a permission. */
@Component
class PaperReach {
  private final Places places;
  private final Units units;

  PaperReach(Places places, Units units) {
    this.places = places;
    this.units = units;
  }

  /**
   * The place, which out of reach does not exist.
   *
   * @throws Refusal {@code paper.refused.place}
   */
  PlaceCard place(Actor actor, Permission permission, UUID place) {
    Reach reach = actor.require(permission);
    return places
        .byPublicId(place)
        .filter(card -> reaches(reach, card.number(), card.unit()))
        .orElseThrow(() -> Refusal.notFound("paper.refused.place"));
  }

  /**
   * The commune.
   *
   * @throws Refusal {@code paper.refused.unit}
   */
  Unit commune(Actor actor, Permission permission, int unit) {
    Reach reach = actor.require(permission);
    return units
        .find(unit)
        .filter(found -> found.level() == UnitLevel.COMMUNE)
        .filter(found -> reaches(reach, null, unit))
        .orElseThrow(() -> Refusal.notFound("paper.refused.unit"));
  }

  boolean reaches(Reach reach, @Nullable Long place, int unit) {
    return reach.isEverywhere()
        || (place != null && reach.places().contains(place))
        || reach.units().stream().anyMatch(own -> units.contains(own, unit));
  }
}
