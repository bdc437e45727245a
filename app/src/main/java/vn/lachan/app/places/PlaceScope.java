package vn.lachan.app.places;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Reach;
import vn.lachan.app.access.Scope;
import vn.lachan.app.kernel.Refusal;

/**
 * Which places exist for an actor: a condition over {@code places.place p} and its values. An owner
 * reaches what they registered, also before an account was granted the place.
 *
 * @param ancestors units within which all of it lies; empty where it may lie anywhere
 */
record PlaceScope(String sql, Map<String, Object> parameters, List<Integer> ancestors) {
  static PlaceScope of(Actor actor, Permission permission) {
    Reach reach = actor.require(permission);
    String sql = reach.sql("p.unit_id", "p.sector", "p.number");
    Map<String, Object> parameters = new TreeMap<>(reach.parameters());
    if (actor.kind() == Actor.Kind.OWNER) {
      parameters.put("scopeAccount", actor.account());
      sql = "(p.owner_account = :scopeAccount or " + sql + ")";
    }
    return new PlaceScope(sql, parameters, ancestors(actor, reach));
  }

  private static List<Integer> ancestors(Actor actor, Reach reach) {
    boolean anywhere =
        reach.isEverywhere() || !reach.places().isEmpty() || actor.kind() == Actor.Kind.OWNER;
    return anywhere
        ? List.of()
        : Stream.concat(reach.units().stream(), reach.sectors().stream().map(Scope.OfSector::unit))
            .distinct()
            .toList();
  }

  /** Over a table of another name that has a unit and a sector, but no place of anybody's own. */
  static PlaceScope over(String table, Actor actor, Permission permission) {
    Reach reach = actor.require(permission);
    return new PlaceScope(
        reach.sql(table + ".unit_id", table + ".sector", null), reach.parameters(), List.of());
  }

  static Refusal notFound() {
    return Refusal.notFound("places.refused.not-found");
  }
}
