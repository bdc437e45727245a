package vn.lachan.app.units;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The units of one hierarchy by the words of their names, to try few of them for a query. */
final class NamedUnits {
  /** Words that may stand for a kind rather than belong to a name, so that a name may lack them. */
  private static final Set<String> KIND_WORDS =
      Arrays.stream(UnitKind.values())
          .flatMap(kind -> kind.spellings().stream())
          .flatMap(spelling -> Arrays.stream(spelling.split(" ")))
          .collect(Collectors.toUnmodifiableSet());

  private final List<NamedUnit> list = new ArrayList<>();
  private final WordIndex ownWords = new WordIndex();
  private final WordIndex pathWords = new WordIndex();

  NamedUnits(UnitIndex index, Hierarchy hierarchy) {
    Map<Integer, NameMatcher> names = new HashMap<>();
    for (Unit unit : index.all()) {
      if (unit.hierarchy() == hierarchy) {
        add(unit, index.ancestors(unit.id()), names);
      }
    }
  }

  private void add(Unit unit, List<Unit> ancestors, Map<Integer, NameMatcher> names) {
    NameMatcher own = names.computeIfAbsent(unit.id(), id -> NameMatcher.of(unit));
    var above = new ArrayList<NameMatcher>(2);
    ownWords.add(list.size(), own.name());
    pathWords.add(list.size(), own.name());
    for (Unit ancestor : ancestors) {
      NameMatcher name = names.computeIfAbsent(ancestor.id(), id -> NameMatcher.of(ancestor));
      above.add(name);
      pathWords.add(list.size(), name.name());
    }
    list.add(new NamedUnit(unit, own, above));
  }

  /** A word of the query begins one of the own name, and every other one somewhere in the path. */
  List<NamedUnit> candidates(List<SearchText.Word> query) {
    var candidates = new BitSet();
    query.forEach(word -> candidates.or(ownWords.beginningWith(word.plain())));
    for (SearchText.Word word : query) {
      if (!KIND_WORDS.contains(word.plain())) {
        candidates.and(pathWords.beginningWith(word.plain()));
      }
    }
    return candidates.stream().mapToObj(list::get).toList();
  }
}
