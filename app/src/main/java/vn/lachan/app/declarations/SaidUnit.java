package vn.lachan.app.declarations;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lachan.app.units.Unit;
import vn.lachan.app.units.UnitLevel;
import vn.lachan.app.units.Units;

/** The commune that answers name: by its code or number, or by words that mean one commune only. */
@Component
class SaidUnit {
  private final Units units;

  SaidUnit(Units units) {
    this.units = units;
  }

  /** Null where no commune is named, or the words may mean several. */
  @Nullable Integer commune(Said said, LocalDate day) {
    String text = said.text(Meaning.UNIT);
    if (text == null) {
      return null;
    }
    if (text.matches("\\d{1,9}")) {
      return units
          .byCode(text, day)
          .or(() -> units.find(Integer.parseInt(text)))
          .filter(SaidUnit::isCommune)
          .map(Unit::id)
          .orElse(null);
    }
    List<Unit> found =
        units.search(text, day, province(said, day), Units.SEARCH_LIMIT).stream()
            .filter(SaidUnit::isCommune)
            .toList();
    return found.size() == 1 || (found.size() > 1 && isWhole(found.getFirst(), text))
        ? (Integer) found.getFirst().id()
        : null;
  }

  /** What the words may mean, the best first, where they do not mean one commune. */
  List<Unit> meant(Said said, LocalDate day, int most) {
    String text = said.text(Meaning.UNIT);
    return text == null
        ? List.of()
        : units.search(text, day, province(said, day), Units.SEARCH_LIMIT).stream()
            .filter(SaidUnit::isCommune)
            .limit(most)
            .toList();
  }

  private @Nullable Integer province(Said said, LocalDate day) {
    String text = said.text(Meaning.PROVINCE);
    if (text == null) {
      return null;
    }
    return units
        .byCode(text, day)
        .or(() -> units.search(text, day, null, 1).stream().findFirst())
        .filter(unit -> unit.level() == UnitLevel.PROVINCE)
        .map(Unit::id)
        .orElse(null);
  }

  /** The full path as the list of choices writes it: "Xã Đồng Tiến, Tỉnh Thanh Hóa". */
  private boolean isWhole(Unit unit, String text) {
    return units.path(unit.id()).equalsIgnoreCase(text.strip());
  }

  private static boolean isCommune(Unit unit) {
    return unit.level() == UnitLevel.COMMUNE;
  }
}
