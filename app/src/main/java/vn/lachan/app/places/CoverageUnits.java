package vn.lachan.app.places;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lachan.app.units.Hierarchy;
import vn.lachan.app.units.Lineage;
import vn.lachan.app.units.Unit;
import vn.lachan.app.units.UnitLevel;
import vn.lachan.app.units.Units;

/**
 * Where a commune, as it was entered, stands in either hierarchy: the units that hold it wholly,
 * the highest first. A commune of 2021 that was divided has no single commune of today; a commune
 * of today that was made from several has no single one of 2021; each still has the units above
 * that hold all its parts. Kept for some minutes, as operators may complete the lineage.
 */
@Component
class CoverageUnits {
  private static final long KEPT_MILLIS = 10 * 60_000L;
  private static final int KEPT_MOST = 50_000;

  private final Units units;
  private final Clock clock;
  private final ConcurrentHashMap<Question, Kept> kept = new ConcurrentHashMap<>();

  CoverageUnits(Units units, Clock clock) {
    this.units = units;
    this.clock = clock;
  }

  private record Question(Hierarchy hierarchy, int entered) {}

  private record Kept(List<Integer> holding, long untilMillis) {}

  /**
   * Where a commune shows below a unit.
   *
   * @param unit the row's
   * @param apart whether it is the commune itself for want of a unit of that level
   */
  record Place(int unit, boolean apart) {}

  /** The row of a commune below a root; null where the root does not hold it. No root holds all. */
  @Nullable Place below(Hierarchy hierarchy, @Nullable Integer root, int entered) {
    List<Integer> holding = holding(hierarchy, entered);
    if (root == null) {
      return holding.isEmpty() ? new Place(entered, true) : new Place(holding.getFirst(), false);
    }
    int at = holding.indexOf(root);
    if (at < 0) {
      return root == entered ? new Place(entered, true) : null;
    }
    if (at + 1 < holding.size()) {
      return new Place(holding.get(at + 1), false);
    }
    boolean itself = units.find(root).filter(CoverageUnits::isCommune).isPresent();
    return itself ? new Place(root, false) : new Place(entered, true);
  }

  /** The actor's unit, or what stands for it in the other hierarchy if one unit does. */
  @Nullable Integer inHierarchy(Hierarchy hierarchy, int unit) {
    if (units.find(unit).filter(found -> found.hierarchy() == hierarchy).isPresent()) {
      return unit;
    }
    List<Integer> holding = holding(hierarchy, unit);
    return holding.isEmpty() ? null : holding.getLast();
  }

  private List<Integer> holding(Hierarchy hierarchy, int entered) {
    var question = new Question(hierarchy, entered);
    long now = clock.millis();
    Kept found = kept.get(question);
    if (found == null || found.untilMillis() <= now) {
      if (kept.size() >= KEPT_MOST) {
        kept.clear();
      }
      found = new Kept(find(hierarchy, entered), now + KEPT_MILLIS);
      kept.put(question, found);
    }
    return found.holding();
  }

  private List<Integer> find(Hierarchy hierarchy, int entered) {
    Unit unit = units.find(entered).orElse(null);
    if (unit == null) {
      return List.of();
    }
    if (unit.hierarchy() == hierarchy) {
      return withAncestors(entered);
    }
    return hierarchy == Hierarchy.WITHOUT_DISTRICTS ? today(unit) : before(unit);
  }

  /** A commune that was divided is held by those units above only in which all its parts lie. */
  private List<Integer> today(Unit unit) {
    List<List<Integer>> chains =
        communes(unit).stream()
            .flatMap(commune -> units.successors(commune).stream())
            .map(step -> withAncestors(step.newId()))
            .toList();
    List<Integer> shared = common(chains);
    return isCommune(unit)
        ? shared.stream().filter(holding -> units.contains(holding, unit.id())).toList()
        : shared;
  }

  /** Whatever a unit of today was made from lies in the units that hold all of its parts. */
  private List<Integer> before(Unit unit) {
    return common(
        communes(unit).stream()
            .flatMap(commune -> units.predecessors(commune).stream())
            .map(Lineage::oldId)
            .distinct()
            .map(this::withAncestors)
            .toList());
  }

  private List<Integer> communes(Unit unit) {
    return isCommune(unit)
        ? List.of(unit.id())
        : units.children(unit.id()).stream().flatMap(child -> communes(child).stream()).toList();
  }

  private static List<Integer> common(List<List<Integer>> chains) {
    if (chains.isEmpty()) {
      return List.of();
    }
    Set<Integer> shared = new LinkedHashSet<>(chains.getFirst());
    chains.forEach(shared::retainAll);
    return List.copyOf(shared);
  }

  /** From the province down to the unit itself. */
  private List<Integer> withAncestors(int id) {
    List<Integer> chain = new ArrayList<>();
    chain.add(id);
    units.ancestors(id).forEach(above -> chain.add(above.id()));
    Collections.reverse(chain);
    return List.copyOf(chain);
  }

  private static boolean isCommune(Unit unit) {
    return unit.level() == UnitLevel.COMMUNE;
  }
}
