package vn.lachan.app.gates;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Reach;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.Places;

/** Whether somebody of an office may manage the gates of a place. */
@Component
class GateReachTable {
  private final Places places;
  private final JdbcClient jdbc;

  GateReachTable(Places places, JdbcClient jdbc) {
    this.places = places;
    this.jdbc = jdbc;
  }

  /**
   * The place, which out of reach does not exist.
   *
   * @throws Refusal {@code access.forbidden}, {@code gates.refused.unknown-place}
   */
  PlaceCard require(Actor actor, UUID placeId) {
    Reach reach = actor.require(Permission.PLACES_REGISTER);
    return places
        .byPublicId(placeId)
        .filter(place -> reaches(reach, place))
        .orElseThrow(() -> Refusal.notFound("gates.refused.unknown-place"));
  }

  private boolean reaches(Reach reach, PlaceCard place) {
    return jdbc.sql(
            "select "
                + reach.sql("p.unit", "p.sector", "p.place")
                + " from (values (:unit::int, :sector::text, :place::bigint))"
                + " as p (unit, sector, place)")
        .params(reach.parameters())
        .param("unit", place.unit())
        .param("sector", place.sector())
        .param("place", place.number())
        .query(Boolean.class)
        .single();
  }
}
