package vn.lachan.app.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a permission holds, ready for a query: {@link #sql} is a condition over the columns of the
 * caller's table, {@link #parameters} its values. Only the terms that the reach needs are written,
 * so that the planner sees the simplest condition.
 */
public record Reach(
    boolean isEverywhere, List<Integer> units, List<Scope.OfSector> sectors, List<Long> places) {
  public Reach {
    units = List.copyOf(units);
    sectors = List.copyOf(sectors);
    places = List.copyOf(places);
  }

  static Reach everywhere() {
    return new Reach(true, List.of(), List.of(), List.of());
  }

  static Reach of(List<Scope> scopes) {
    boolean everywhere = false;
    List<Integer> units = new ArrayList<>();
    List<Scope.OfSector> sectors = new ArrayList<>();
    List<Long> places = new ArrayList<>();
    for (Scope scope : scopes) {
      switch (scope) {
        case Scope.Everywhere ignored -> everywhere = true;
        case Scope.OfUnit(int unit) -> units.add(unit);
        case Scope.OfSector sector -> sectors.add(sector);
        case Scope.OfPlace(long place) -> places.add(place);
      }
    }
    return new Reach(everywhere, units, sectors, places);
  }

  /**
   * The condition, in parentheses. Pass the column that holds the unit; where the table has no
   * sector or place column, pass null and such scopes reach nothing.
   */
  public String sql(
      String unitColumn, @Nullable String sectorColumn, @Nullable String placeColumn) {
    if (isEverywhere) {
      return "(true)";
    }
    List<String> terms = new ArrayList<>();
    if (!units.isEmpty()) {
      terms.add(within(unitColumn, ":reachUnits"));
    }
    if (sectorColumn != null) {
      for (int i = 0; i < sectors.size(); i++) {
        terms.add(
            "(%s = :reachSector%d and %s)"
                .formatted(sectorColumn, i, within(unitColumn, ":reachSectorUnit" + i)));
      }
    }
    if (placeColumn != null && !places.isEmpty()) {
      terms.add(placeColumn + " = any(:reachPlaces)");
    }
    return terms.isEmpty() ? "(false)" : "(" + String.join(" or ", terms) + ")";
  }

  /** The values of the named parameters that {@link #sql} mentions. */
  public Map<String, Object> parameters() {
    Map<String, Object> values = new TreeMap<>();
    values.put("reachUnits", units.toArray(Integer[]::new));
    values.put("reachPlaces", places.toArray(Long[]::new));
    for (int i = 0; i < sectors.size(); i++) {
      values.put("reachSector" + i, sectors.get(i).sector());
      values.put("reachSectorUnit" + i, new Integer[] {sectors.get(i).unit()});
    }
    return values;
  }

  private static String within(String column, String parameter) {
    return column
        + " in (select unit_id from units.within where ancestor_id = any("
        + parameter
        + "))";
  }
}
