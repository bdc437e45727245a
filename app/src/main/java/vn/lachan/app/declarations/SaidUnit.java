package vn.lachan.app.declarations;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lachan.app.units.FormerUnit;
import vn.lachan.app.units.Hierarchy;
import vn.lachan.app.units.Unit;
import vn.lachan.app.units.UnitLevel;
import vn.lachan.app.units.Units;

/**
 * The commune that answers name: by its code or number, or by words that mean one commune only. The
 * day decides which hierarchy is meant; what was called otherwise until 30 June 2025 is found by
 * its former name and means what it is today, where that is one commune.
 */
@Component
class SaidUnit {
  private final Units units;

  SaidUnit(Units units) {
    this.units = units;
  }

  /** Null where no commune is named, or the words may mean several. */
  @Nullable Integer commune(Said said, LocalDate day) {
    String text = said.text(Meaning.UNIT);
    return text == null ? null : commune(text, province(said, day), day);
  }

  /** As above, for words that stand alone, such as an origin with its province. */
  @Nullable Integer commune(String text, @Nullable String provinceWords, LocalDate day) {
    return commune(text, province(provinceWords, day), day);
  }

  /**
   * Who is in charge of somebody who declared here: the commune they named, unless that lies in
   * another province. Nobody there works with this program, and the person is here.
   *
   * @param here the commune where it was declared; null where that is nowhere in particular
   */
  @Nullable Integer inCharge(@Nullable Integer named, @Nullable Integer here) {
    return named == null || here == null || province(named) == province(here) ? named : here;
  }

  private int province(int unit) {
    return units.ancestors(unit).stream().map(Unit::id).reduce((_, last) -> last).orElse(unit);
  }

  /** What the words may mean, the best first, where they do not mean one commune. */
  List<Unit> meant(Said said, LocalDate day, int most) {
    String text = said.text(Meaning.UNIT);
    if (text == null) {
      return List.of();
    }
    Stream<Unit> former = former(text, day).stream().flatMap(one -> one.today().stream());
    return Stream.concat(found(text, province(said, day), day).stream(), former)
        .distinct()
        .limit(most)
        .toList();
  }

  /** A unit of any level whose whole name the words are; a province wins over a commune. */
  Optional<Unit> named(String text, LocalDate day) {
    List<Unit> exact =
        units.search(text, day, null, Units.SEARCH_LIMIT).stream()
            .filter(unit -> isCalled(unit, text))
            .toList();
    Optional<Unit> province =
        exact.stream().filter(unit -> unit.level() == UnitLevel.PROVINCE).findFirst();
    return province.or(() -> exact.size() == 1 ? Optional.of(exact.getFirst()) : Optional.empty());
  }

  private @Nullable Integer commune(String text, @Nullable Integer province, LocalDate day) {
    if (text.matches("\\d{1,9}")) {
      return byNumber(text, day);
    }
    List<Unit> found = found(text, province, day);
    if (found.size() > 1 && isWhole(found.getFirst(), text)) {
      return found.getFirst().id();
    }
    List<Unit> called = found.stream().filter(unit -> isCalled(unit, text)).toList();
    if (!called.isEmpty()) {
      return called.size() == 1 ? (Integer) called.getFirst().id() : null;
    }
    Integer former = formerly(text, province, day);
    return former == null && found.size() == 1 ? (Integer) found.getFirst().id() : former;
  }

  private @Nullable Integer byNumber(String text, LocalDate day) {
    LocalDate before = Hierarchy.WITHOUT_DISTRICTS_FROM.minusDays(1);
    return units
        .byCode(text, day)
        .or(() -> units.byCode(text, before).filter(_ -> !day.isBefore(before)))
        .or(() -> units.find(Integer.parseInt(text)))
        .filter(SaidUnit::isCommune)
        .map(unit -> asOf(unit, day))
        .filter(meant -> meant.size() == 1)
        .map(meant -> meant.getFirst().id())
        .orElse(null);
  }

  /** What stands for a unit on a day: itself before the change, what it became after. */
  private List<Unit> asOf(Unit unit, LocalDate day) {
    return Hierarchy.on(day) == Hierarchy.WITHOUT_DISTRICTS
        ? units.today(unit.id())
        : List.of(unit);
  }

  /** Several former communes of one name may have become one; then the name means that one. */
  private @Nullable Integer formerly(String text, @Nullable Integer province, LocalDate day) {
    SequencedSet<Integer> today = new LinkedHashSet<>();
    for (FormerUnit one : former(text, day)) {
      one.today().stream()
          .map(Unit::id)
          .filter(unit -> province == null || units.contains(province, unit))
          .forEach(today::add);
    }
    return today.size() == 1 ? today.getFirst() : null;
  }

  private List<FormerUnit> former(String text, LocalDate day) {
    return Hierarchy.on(day) == Hierarchy.WITH_DISTRICTS
        ? List.of()
        : units.former(text, Units.SEARCH_LIMIT).stream()
            .filter(one -> isCalled(one.former(), text))
            .toList();
  }

  private List<Unit> found(String text, @Nullable Integer province, LocalDate day) {
    return units.search(text, day, province, Units.SEARCH_LIMIT).stream()
        .filter(SaidUnit::isCommune)
        .toList();
  }

  private @Nullable Integer province(Said said, LocalDate day) {
    return province(said.text(Meaning.PROVINCE), day);
  }

  private @Nullable Integer province(@Nullable String text, LocalDate day) {
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

  /** Whether the words before the first comma are its name, with or without "xã", "phường". */
  private static boolean isCalled(Unit unit, String text) {
    int comma = text.indexOf(',');
    String own = PlaceWords.plain(comma < 0 ? text : text.substring(0, comma));
    return own.equals(PlaceWords.plain(unit.fullName()))
        || own.equals(PlaceWords.plain(unit.name()));
  }

  private static boolean isCommune(Unit unit) {
    return unit.level() == UnitLevel.COMMUNE;
  }
}
