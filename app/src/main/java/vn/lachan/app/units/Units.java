package vn.lachan.app.units;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lachan.app.kernel.Inside;
import vn.lachan.app.kernel.Refusal;

/**
 * Administrative units and sectors. Look-ups and searches are answered from memory; only what
 * operators complete about successors is read from the database.
 */
@Component
@Inside(
    "units are public reference data; operators' statements are checked by the page that takes them")
public class Units {
  /** The most hits a search returns, whatever the caller asks for. */
  public static final int SEARCH_LIMIT = 50;

  /** The most characters of a query that are looked at. */
  public static final int QUERY_LENGTH = 100;

  private final UnitIndex index;
  private final Map<Hierarchy, UnitSearch> searches = new EnumMap<>(Hierarchy.class);
  private final List<Sector> sectors;
  private final List<Unit> endedUnits;
  private final SuccessorTable successorTable;

  Units(ReferenceTable reference, SuccessorTable successorTable) {
    this.index = new UnitIndex(reference.units(), reference.lineage());
    for (Hierarchy hierarchy : Hierarchy.values()) {
      searches.put(hierarchy, new UnitSearch(index, hierarchy));
    }
    this.sectors = reference.sectors();
    this.endedUnits = endedUnits();
    this.successorTable = successorTable;
  }

  public Optional<Unit> find(int id) {
    return index.find(id);
  }

  /** The unit that bore a code on a day. */
  public Optional<Unit> byCode(String code, LocalDate on) {
    boolean wellFormed = code.matches("\\d{2,3}|\\d{5}");
    return wellFormed ? index.find(UnitNumbers.of(Hierarchy.on(on), code)) : Optional.empty();
  }

  /**
   * Units of the hierarchy in force on a day that fit a text in any spelling, best first.
   *
   * @param within only units inside this one, such as an officer's own
   * @param limit at most {@link #SEARCH_LIMIT}
   */
  public List<Unit> search(String text, LocalDate on, @Nullable Integer within, int limit) {
    String query = text.substring(0, Math.min(text.length(), QUERY_LENGTH));
    UnitSearch search = Objects.requireNonNull(searches.get(Hierarchy.on(on)));
    return search.search(query, within, Math.min(limit, SEARCH_LIMIT));
  }

  /**
   * Communes that fit a text by the name, or bore the code, that they had until 30 June 2025, best
   * first, each with what it is today: people say the old names for years.
   *
   * @param limit at most {@link #SEARCH_LIMIT}
   */
  public List<FormerUnit> former(String text, int limit) {
    LocalDate before = Hierarchy.WITHOUT_DISTRICTS_FROM.minusDays(1);
    return search(text, before, null, limit).stream()
        .filter(unit -> unit.level() == UnitLevel.COMMUNE)
        .map(unit -> new FormerUnit(unit, today(unit.id())))
        .toList();
  }

  /** What a unit of the older hierarchy is today; a unit of today is itself. */
  public List<Unit> today(int id) {
    Optional<Unit> unit = find(id);
    if (unit.isEmpty() || unit.get().hierarchy() == Hierarchy.WITHOUT_DISTRICTS) {
      return unit.stream().toList();
    }
    return successors(id).stream()
        .sorted(Comparator.comparing(Lineage::extent))
        .map(Lineage::newId)
        .distinct()
        .flatMap(newId -> find(newId).stream())
        .toList();
  }

  /** All provinces of the hierarchy in force on a day, in Vietnamese order. */
  public List<Unit> provinces(LocalDate on) {
    return index.all().stream()
        .filter(unit -> unit.level() == UnitLevel.PROVINCE)
        .filter(unit -> unit.hierarchy() == Hierarchy.on(on))
        .sorted(VietnameseOrder.OF_UNITS)
        .toList();
  }

  /**
   * Units of the hierarchy in force on a day whose own centroid lies within bounds, the higher
   * levels first: labels of a map.
   */
  public List<Unit> within(Bounds bounds, LocalDate on, int limit) {
    return index.all().stream()
        .filter(unit -> unit.hierarchy() == Hierarchy.on(on))
        .filter(unit -> unit.location().precision() == Location.Precision.OWN)
        .filter(unit -> bounds.contains(unit.location()))
        .sorted(Comparator.comparing(Unit::level))
        .limit(limit)
        .toList();
  }

  /** The units directly below, in Vietnamese order. */
  public List<Unit> children(int id) {
    return index.children(id);
  }

  /** The units above, from the nearest to the province. */
  public List<Unit> ancestors(int id) {
    return index.ancestors(id);
  }

  /** "Xã Đồng Tiến, Huyện Triệu Sơn, Tỉnh Thanh Hóa"; empty for no unit. */
  public String path(int id) {
    return Stream.concat(find(id).stream(), ancestors(id).stream())
        .map(Unit::fullName)
        .collect(Collectors.joining(", "));
  }

  /**
   * Whether a unit is the other or lies within it: below it in its own hierarchy, or an older unit
   * that went wholly into it or into something below it. An older unit of which only a part went
   * there is not contained: what was recorded under it cannot be told apart.
   */
  public boolean contains(int ancestor, int unit) {
    return index.contains(ancestor, unit)
        || completed(unit).stream()
            .filter(step -> step.extent() == Lineage.Extent.FULL)
            .anyMatch(step -> index.contains(ancestor, step.newId()));
  }

  /** What became of a unit of the older hierarchy; empty when not known or nothing changed. */
  public List<Lineage> successors(int id) {
    List<Lineage> published = index.successors(id);
    return published.isEmpty() ? completed(id) : published;
  }

  /** The units of the older hierarchy of which a unit of today was made. */
  public List<Lineage> predecessors(int id) {
    return Stream.concat(index.predecessors(id).stream(), successorTable.leadingTo(id).stream())
        .toList();
  }

  /**
   * The communes of 2021 whose successor is in no published table and was not completed yet, by
   * rising number, after {@code afterId} (0 for the first page).
   */
  public List<Unit> withoutSuccessor(int afterId, int limit) {
    var completed = successorTable.completedIds();
    return endedUnits.stream()
        .filter(unit -> unit.id() > afterId && !completed.contains(unit.id()))
        .limit(limit)
        .toList();
  }

  /**
   * An operator states what became of a commune that {@link #withoutSuccessor} lists. Saying the
   * same twice changes nothing.
   *
   * @param document number of the resolution that says so
   * @throws Refusal {@code units.successor-not-awaited} when the commune has a published successor,
   *     {@code units.no-such-unit} when the new one is not of today
   */
  @Transactional
  public void recordSuccessor(
      int oldId, int newId, Lineage.Extent extent, String document, long staffId, Instant at) {
    if (endedUnits.stream().noneMatch(unit -> unit.id() == oldId)) {
      throw Refusal.conflict("units.successor-not-awaited");
    }
    boolean ofToday =
        find(newId).filter(unit -> unit.hierarchy() == Hierarchy.WITHOUT_DISTRICTS).isPresent();
    if (!ofToday) {
      throw Refusal.invalid("units.no-such-unit");
    }
    successorTable.record(oldId, newId, extent, document, staffId, at);
  }

  /**
   * An operator takes back what was stated wrongly; the statement and its end both stay on record.
   */
  @Transactional
  public void withdrawSuccessor(int oldId, int newId, long staffId, Instant at) {
    successorTable.withdraw(oldId, newId, staffId, at);
  }

  /** The sectors that exist on a day, in the order of the reference table. */
  public List<Sector> sectors(LocalDate on) {
    return sectors.stream().filter(sector -> sector.validOn(on)).toList();
  }

  /** A sector by its code, whether or not it still exists. */
  public Optional<Sector> sector(String code) {
    return sectors.stream().filter(sector -> sector.code().equals(code)).findFirst();
  }

  /** The order in which Vietnamese readers look for names: Đ after D, "Quận 2" before "Quận 10". */
  public static Comparator<Unit> vietnameseOrder() {
    return VietnameseOrder.OF_UNITS;
  }

  private List<Lineage> completed(int id) {
    boolean ended = endedUnits.stream().anyMatch(unit -> unit.id() == id);
    return ended ? successorTable.leadingFrom(id) : List.of();
  }

  private List<Unit> endedUnits() {
    return index.all().stream()
        .filter(unit -> unit.hierarchy() == Hierarchy.WITH_DISTRICTS)
        .filter(unit -> unit.level() == UnitLevel.COMMUNE)
        .filter(unit -> index.successors(unit.id()).isEmpty())
        .sorted(Comparator.comparing(Unit::id))
        .toList();
  }
}
