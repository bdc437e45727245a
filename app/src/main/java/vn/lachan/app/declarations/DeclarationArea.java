package vn.lachan.app.declarations;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where wanted declarations lie. The units are named one by one, those below them included: the
 * planner then knows how many rows they hold, which a subquery hides from it, and takes the index
 * of the unit for a commune and the order of the list for a province.
 *
 * @param reached units within the reach; null for everywhere
 * @param places at which declarations are reached besides
 * @param chosen units within the one of the filter; null for any
 */
record DeclarationArea(
    @Nullable Set<Integer> reached, List<Long> places, @Nullable Set<Integer> chosen) {

  /**
   * The condition, in parentheses; adds its values.
   *
   * @param row names the row that has {@code unit_id} and {@code place}
   */
  String sql(String row, Map<String, Object> values) {
    Set<Integer> within = reached;
    if (within == null) {
      return chosen == null ? "(true)" : units(row, chosen, "Chosen", values);
    }
    if (places.isEmpty()) {
      return units(row, chosen == null ? within : both(within, chosen), "Reached", values);
    }
    values.put("reachedPlaces", places.toArray(Long[]::new));
    String reach =
        "("
            + units(row, within, "Reached", values)
            + " or "
            + row
            + ".place = any(:reachedPlaces))";
    return chosen == null
        ? reach
        : "(" + reach + " and " + units(row, chosen, "Chosen", values) + ")";
  }

  private static String units(
      String row, Set<Integer> units, String name, Map<String, Object> values) {
    if (units.size() == 1) {
      values.put("unit" + name, units.iterator().next());
      return "(" + row + ".unit_id = :unit" + name + ")";
    }
    values.put("units" + name, units.toArray(Integer[]::new));
    return "(" + row + ".unit_id = any(:units" + name + "))";
  }

  private static Set<Integer> both(Set<Integer> one, Set<Integer> other) {
    Set<Integer> both = new TreeSet<>(one);
    both.retainAll(other);
    return both;
  }
}
