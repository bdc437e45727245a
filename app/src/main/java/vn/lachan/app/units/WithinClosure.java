package vn.lachan.app.units;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Every pair of a unit and something it contains, over both hierarchies: the rows of {@code
 * units.within_any}. An older unit reaches today's along its lineage, with all above them; what
 * lies below an older unit goes where that went. A pair that one way makes whole and another
 * partial is whole.
 */
final class WithinClosure {
  /** One row; {@code ancestorId} contains {@code unitId}. */
  record Pair(int ancestorId, int unitId, Lineage.Extent extent) {}

  private final UnitIndex index;

  WithinClosure(UnitIndex index) {
    this.index = index;
  }

  List<Pair> pairs() {
    var pairs = new ArrayList<Pair>();
    for (Unit unit : index.all()) {
      containing(unit).forEach((id, extent) -> pairs.add(new Pair(id, unit.id(), extent)));
    }
    return pairs;
  }

  private Map<Integer, Lineage.Extent> containing(Unit unit) {
    var containing = new HashMap<Integer, Lineage.Extent>();
    for (int ownOrAbove : withAncestors(unit.id())) {
      containing.put(ownOrAbove, Lineage.Extent.FULL);
      addToday(ownOrAbove, containing);
    }
    return containing;
  }

  /** Parts that all lie in one unit of today, such as a province, make that one whole again. */
  private void addToday(int oldId, Map<Integer, Lineage.Extent> containing) {
    List<Lineage> steps = index.successors(oldId);
    for (Lineage step : steps) {
      for (int id : withAncestors(step.newId())) {
        boolean whole =
            step.extent() == Lineage.Extent.FULL
                || steps.stream().allMatch(other -> withAncestors(other.newId()).contains(id));
        containing.merge(
            id, whole ? Lineage.Extent.FULL : Lineage.Extent.PARTIAL, WithinClosure::wider);
      }
    }
  }

  private static Lineage.Extent wider(Lineage.Extent one, Lineage.Extent other) {
    return one == Lineage.Extent.FULL ? one : other;
  }

  private Set<Integer> withAncestors(int id) {
    var ids = new HashSet<Integer>();
    ids.add(id);
    index.ancestors(id).forEach(above -> ids.add(above.id()));
    return ids;
  }
}
