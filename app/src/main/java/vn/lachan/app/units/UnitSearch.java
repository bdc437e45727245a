package vn.lachan.app.units;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds units of one hierarchy by any spelling. A query reads from the small to the large ("P. Bến
 * Nghé, Q.1, TP HCM"): the unit's own name, then any of the units above it, each with or without
 * the word before it. Hits are ranked by how well the own name fits, then accents, level and
 * Vietnamese order.
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

  private record Hit(NamedUnit named, Fit fit, int otherAccents) {}

  private static final Comparator<Hit> RANKING =
      Comparator.comparing(Hit::fit)
          .thenComparingInt(Hit::otherAccents)
          .thenComparing(hit -> hit.named().unit().level())
          .thenComparing(hit -> hit.named().order())
          .thenComparing(hit -> hit.named().unit().id());

  private final UnitIndex index;
  private final Hierarchy hierarchy;
  private final NamedUnits names;

  UnitSearch(UnitIndex index, Hierarchy hierarchy) {
    this.index = index;
    this.hierarchy = hierarchy;
    this.names = new NamedUnits(index, hierarchy);
  }

  List<Unit> search(String text, @Nullable Integer within, int limit) {
    List<SearchText.Word> query = SearchText.words(text);
    if (query.isEmpty()) {
      return List.of();
    }
    Predicate<Unit> inArea = unit -> within == null || index.contains(within, unit.id());
    var found = new ArrayList<Unit>();
    byCode(text.strip()).filter(inArea).ifPresent(found::add);
    List<Hit> hits = hits(query, inArea, true);
    if (hits.isEmpty() && found.isEmpty()) {
      hits = hits(query, inArea, false);
    }
    hits.stream()
        .sorted(RANKING)
        .map(hit -> hit.named().unit())
        .filter(unit -> !found.contains(unit))
        .limit(Math.max(0, limit - found.size()))
        .forEach(found::add);
    return List.copyOf(found);
  }

  private Optional<Unit> byCode(String text) {
    boolean code = text.matches("\\d{2,3}|\\d{5}");
    return code ? index.find(UnitNumbers.of(hierarchy, text)) : Optional.empty();
  }

  /** {@code strict}: a word such as "thị xã" in the query must be the unit's own kind. */
  private List<Hit> hits(List<SearchText.Word> query, Predicate<Unit> inArea, boolean strict) {
    var hits = new ArrayList<Hit>();
    for (NamedUnit named : names.candidates(query)) {
      Hit hit = hit(named, query, strict);
      if (hit != null && inArea.test(named.unit())) {
        hits.add(hit);
      }
    }
    return hits;
  }

  private static @Nullable Hit hit(NamedUnit named, List<SearchText.Word> query, boolean strict) {
    NameMatcher.Match best = null;
    for (int start : named.own().nameStarts(query, 0, strict)) {
      NameMatcher.Match match = named.own().match(query, start, named.above());
      if (match != null && (best == null || match.betterThan(best))) {
        best = match;
      }
    }
    if (best != null) {
      return new Hit(named, best.fit(), best.otherAccents());
    }
    return inAnyOrder(named, query) ? new Hit(named, Fit.ANY_ORDER, 0) : null;
  }

  /** Every word of the query begins a word of the path, and one of them a word of the own name. */
  private static boolean inAnyOrder(NamedUnit named, List<SearchText.Word> query) {
    boolean own = false;
    for (SearchText.Word word : query) {
      boolean inOwn = named.own().hasWordFrom(word);
      if (!inOwn && named.above().stream().noneMatch(name -> name.hasWordFrom(word))) {
        return false;
      }
      own |= inOwn;
    }
    return own;
  }
}
