package vn.lachan.app.units;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A unit made ready for searching: its own name and the names above it, cut into words. */
final class NamedUnit {
  private final Unit unit;
  private final NameMatcher own;
  private final List<NameMatcher> above;
  private @Nullable String order;

  NamedUnit(Unit unit, NameMatcher own, List<NameMatcher> above) {
    this.unit = unit;
    this.own = own;
    this.above = above;
  }

  Unit unit() {
    return unit;
  }

  NameMatcher own() {
    return own;
  }

  /** From the nearest unit above to the province. */
  List<NameMatcher> above() {
    return above;
  }

  /** The key of Vietnamese order, made when first asked for; two threads may make the same one. */
  String order() {
    String known = order;
    if (known == null) {
      known = VietnameseOrder.key(unit.name());
      order = known;
    }
    return known;
  }
}
