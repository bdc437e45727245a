package vn.lachan.app.units;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The reference units in memory: by number, by parent, and along the published lineage. Immutable
 * once built. What operators complete is not here, because several copies of the program may run.
 */
final class UnitIndex {
  private final Map<Integer, Unit> byId;
  private final Map<Integer, List<Unit>> childrenById = new HashMap<>();
  private final Map<Integer, List<Lineage>> successorsById = new HashMap<>();
  private final Map<Integer, List<Lineage>> predecessorsById = new HashMap<>();

  UnitIndex(List<Unit> units, List<Lineage> lineage) {
    byId = LinkedHashMap.newLinkedHashMap(units.size());
    for (Unit unit : units) {
      byId.put(unit.id(), unit);
      Integer parent = unit.parentId();
      if (parent != null) {
        childrenById.computeIfAbsent(parent, id -> new ArrayList<>()).add(unit);
      }
    }
    for (Lineage step : lineage) {
      successorsById.computeIfAbsent(step.oldId(), id -> new ArrayList<>(1)).add(step);
      predecessorsById.computeIfAbsent(step.newId(), id -> new ArrayList<>()).add(step);
    }
  }

  /** In the order of the reference table. */
  Collection<Unit> all() {
    return byId.values();
  }

  Optional<Unit> find(int id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** In Vietnamese order. */
  List<Unit> children(int id) {
    return childrenById.getOrDefault(id, List.of()).stream()
        .sorted(VietnameseOrder.OF_UNITS)
        .toList();
  }

  /** From the unit's parent up to its province. */
  List<Unit> ancestors(int id) {
    var ancestors = new ArrayList<Unit>(2);
    Unit unit = byId.get(id);
    while (unit != null && unit.parentId() != null) {
      unit = byId.get(unit.parentId());
      if (unit != null) {
        ancestors.add(unit);
      }
    }
    return ancestors;
  }

  List<Lineage> successors(int id) {
    return List.copyOf(successorsById.getOrDefault(id, List.of()));
  }

  List<Lineage> predecessors(int id) {
    return List.copyOf(predecessorsById.getOrDefault(id, List.of()));
  }

  /** Itself, below it in its hierarchy, or wholly merged into something that is. */
  boolean contains(int ancestor, int id) {
    return withinHierarchy(ancestor, id)
        || wentInto(ancestor, id)
        || ancestors(id).stream().anyMatch(above -> wentInto(ancestor, above.id()));
  }

  private boolean wentInto(int ancestor, int oldId) {
    return successors(oldId).stream()
        .filter(step -> step.extent() == Lineage.Extent.FULL)
        .anyMatch(step -> withinHierarchy(ancestor, step.newId()));
  }

  private boolean withinHierarchy(int ancestor, int id) {
    Unit unit = byId.get(id);
    while (unit != null && unit.id() != ancestor) {
      unit = unit.parentId() == null ? null : byId.get(unit.parentId());
    }
    return unit != null;
  }
}
