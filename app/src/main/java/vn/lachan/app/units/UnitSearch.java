package vn.lachan.app.units;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds units by any spelling. A query reads from the small to the large ("P. Bến Nghé, Q.1, TP
 * HCM"): the unit's own name, then any of the units above it, each with or without the word before
 * it. Hits are ranked by how well the own name fits, then accents, level and Vietnamese order.
 */
final class UnitSearch {
  /** How a query fits a unit, the best first. */
  enum Fit {
    EXACT,
    WHOLE_WORDS_FIRST,
    PREFIX,
    INSIDE,
    ANY_ORDER
  }

  private record Entry(Unit unit, NameMatcher own, List<NameMatcher> above, String order) {}

  private record Hit(Entry entry, Fit fit, int otherAccents) {}

  /** The units of one hierarchy; every way to fit needs a word of the unit's own name. */
  private static final class Entries {
    private final List<Entry> list = new ArrayList<>();
    private final WordIndex words = new WordIndex();

    void add(Entry entry) {
      words.add(list.size(), entry.own().name());
      list.add(entry);
    }

    List<Entry> candidates(List<SearchText.Word> query) {
      return words.candidates(query).stream().mapToObj(list::get).toList();
    }
  }

  private static final Comparator<Hit> RANKING =
      Comparator.comparing(Hit::fit)
          .thenComparingInt(Hit::otherAccents)
          .thenComparing(hit -> hit.entry().unit().level())
          .thenComparing(hit -> hit.entry().order())
          .thenComparing(hit -> hit.entry().unit().id());

  private final UnitIndex index;
  private final Map<Hierarchy, Entries> entries = new EnumMap<>(Hierarchy.class);

  UnitSearch(UnitIndex index) {
    this.index = index;
    for (Hierarchy hierarchy : Hierarchy.values()) {
      entries.put(hierarchy, new Entries());
    }
    for (Unit unit : index.all()) {
      List<NameMatcher> above = index.ancestors(unit.id()).stream().map(NameMatcher::of).toList();
      String order = VietnameseOrder.key(unit.name());
      entriesOf(unit.hierarchy()).add(new Entry(unit, NameMatcher.of(unit), above, order));
    }
  }

  List<Unit> search(String text, Hierarchy hierarchy, @Nullable Integer within, int limit) {
    List<SearchText.Word> query = SearchText.words(text);
    if (query.isEmpty()) {
      return List.of();
    }
    Predicate<Unit> inArea = unit -> within == null || index.contains(within, unit.id());
    var found = new ArrayList<Unit>();
    byCode(text.strip(), hierarchy).filter(inArea).ifPresent(found::add);
    List<Hit> hits = hits(query, hierarchy, inArea, true);
    if (hits.isEmpty() && found.isEmpty()) {
      hits = hits(query, hierarchy, inArea, false);
    }
    hits.stream()
        .sorted(RANKING)
        .map(hit -> hit.entry().unit())
        .filter(unit -> !found.contains(unit))
        .limit(Math.max(0, limit - found.size()))
        .forEach(found::add);
    return List.copyOf(found);
  }

  private Optional<Unit> byCode(String text, Hierarchy hierarchy) {
    boolean code = text.matches("\\d{2,3}|\\d{5}");
    return code ? index.find(UnitNumbers.of(hierarchy, text)) : Optional.empty();
  }

  /** {@code strict}: a word such as "thị xã" in the query must be the unit's own kind. */
  private List<Hit> hits(
      List<SearchText.Word> query, Hierarchy hierarchy, Predicate<Unit> inArea, boolean strict) {
    var hits = new ArrayList<Hit>();
    for (Entry entry : entriesOf(hierarchy).candidates(query)) {
      Hit hit = hit(entry, query, strict);
      if (hit != null && inArea.test(entry.unit())) {
        hits.add(hit);
      }
    }
    return hits;
  }

  private static @Nullable Hit hit(Entry entry, List<SearchText.Word> query, boolean strict) {
    NameMatcher.Match best = null;
    for (int start : entry.own().nameStarts(query, 0, strict)) {
      NameMatcher.Match match = entry.own().match(query, start, entry.above());
      if (match != null && (best == null || match.betterThan(best))) {
        best = match;
      }
    }
    if (best != null) {
      return new Hit(entry, best.fit(), best.otherAccents());
    }
    return inAnyOrder(entry, query) ? new Hit(entry, Fit.ANY_ORDER, 0) : null;
  }

  /** Every word of the query begins a word of the path, and one of them a word of the own name. */
  private static boolean inAnyOrder(Entry entry, List<SearchText.Word> query) {
    boolean own = false;
    for (SearchText.Word word : query) {
      boolean inOwn = entry.own().hasWordFrom(word);
      if (!inOwn && entry.above().stream().noneMatch(name -> name.hasWordFrom(word))) {
        return false;
      }
      own |= inOwn;
    }
    return own;
  }

  private Entries entriesOf(Hierarchy hierarchy) {
    Entries list = entries.get(hierarchy);
    if (list == null) {
      throw new IllegalStateException("no entries for " + hierarchy);
    }
    return list;
  }
}
