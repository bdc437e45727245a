package vn.lachan.app.declarations;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Reach;

/** The units of a reach one by one, for statements whose plan must know how many rows they hold. */
@Component
class ReachTable {
  private final JdbcClient jdbc;

  ReachTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Read in the caller's transaction. For its rest, plans are made for the values asked for: one
   * plan for all would be wrong for either a commune or a province.
   *
   * @param chosen the unit of a filter; null for any
   */
  DeclarationArea area(Reach reach, @Nullable Integer chosen) {
    jdbc.sql("select set_config('plan_cache_mode', 'force_custom_plan', true)").query(rows -> {});
    return new DeclarationArea(
        reach.isEverywhere() ? null : within(reach.units()),
        reach.places(),
        chosen == null ? null : within(List.of(chosen)));
  }

  private Set<Integer> within(Collection<Integer> units) {
    return new TreeSet<>(
        jdbc.sql("select unit_id from units.within where ancestor_id = any(:units)")
            .param("units", units.toArray(Integer[]::new))
            .query((row, _) -> row.getInt(1))
            .list());
  }
}
