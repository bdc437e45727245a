package vn.lachan.app.paper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Inside;
import vn.lachan.app.units.Hierarchy;
import vn.lachan.app.units.Lineage;
import vn.lachan.app.units.Unit;
import vn.lachan.app.units.UnitLevel;
import vn.lachan.app.units.Units;

/**
 * Communes by a few letters, without accents, those of one's own province first. People still write
 * the names of before 1 July 2025; such a name is found too and leads to what became of it, to each
 * of several where it was divided.
 */
@Component
@Inside("units are public reference data")
public class CommuneSearch {
  private static final int MOST = 8;

  private final Units units;

  CommuneSearch(Units units) {
    this.units = units;
  }

  /**
   * A commune of today.
   *
   * @param path "Xã Đồng Tiến, Tỉnh Thanh Hóa", as a declaration takes it
   * @param former the name by which it was found, where that is of before; null where it is today's
   * @param part whether only a part of the former one went there
   */
  public record Choice(String path, String province, @Nullable String former, boolean part) {}

  /**
   * What the letters may mean, the best first.
   *
   * @param own the province or commune at hand, whose province comes first
   */
  public List<Choice> communes(String text, int own, LocalDate today) {
    if (text.isBlank()) {
      return List.of();
    }
    int province = province(own);
    List<Choice> found = new ArrayList<>();
    Set<String> known = new LinkedHashSet<>();
    for (Integer within : new Integer[] {province, null}) {
      for (Unit unit : units.search(text, today, within, Units.SEARCH_LIMIT)) {
        add(found, known, unit, null, false);
      }
      former(text, province, within == null, found, known);
    }
    return found.stream().limit(MOST).toList();
  }

  /** Provinces of today. */
  public List<Choice> provinces(String text, LocalDate today) {
    return units.search(text, today, null, Units.SEARCH_LIMIT).stream()
        .filter(unit -> unit.level() == UnitLevel.PROVINCE)
        .limit(MOST)
        .map(unit -> new Choice(unit.fullName(), unit.fullName(), null, false))
        .toList();
  }

  /** The name of the province of a unit, with which the form begins. */
  public String provinceName(int unit) {
    return units.find(province(unit)).map(Unit::fullName).orElse("");
  }

  private void former(
      String text, int province, boolean anywhere, List<Choice> found, Set<String> known) {
    LocalDate before = Hierarchy.WITHOUT_DISTRICTS_FROM.minusDays(1);
    for (Unit old : units.search(text, before, null, Units.SEARCH_LIMIT)) {
      if (old.level() != UnitLevel.COMMUNE) {
        continue;
      }
      List<Lineage> steps = new ArrayList<>(units.successors(old.id()));
      steps.sort(Comparator.comparing(step -> step.extent() != Lineage.Extent.FULL));
      for (Lineage step : steps) {
        units
            .find(step.newId())
            .filter(unit -> anywhere || province(unit.id()) == province)
            .ifPresent(
                unit ->
                    add(
                        found,
                        known,
                        unit,
                        units.path(old.id()),
                        step.extent() != Lineage.Extent.FULL));
      }
    }
  }

  private void add(
      List<Choice> found, Set<String> known, Unit unit, @Nullable String former, boolean part) {
    String path = units.path(unit.id());
    if (unit.level() == UnitLevel.COMMUNE && known.add(path)) {
      found.add(new Choice(path, provinceName(unit.id()), former, part));
    }
  }

  private int province(int unit) {
    return units.ancestors(unit).stream().reduce((_, last) -> last).map(Unit::id).orElse(unit);
  }
}
