package vn.lachan.app.units;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One unit's name, cut into words, to be laid beside the words of a query. */
record NameMatcher(List<SearchText.Word> name, List<List<String>> kindWords) {
  /** Every spelling of every kind, for queries that name another kind than the unit's. */
  private static final List<List<String>> ANY_KIND =
      Arrays.stream(UnitKind.values()).flatMap(kind -> words(kind).stream()).distinct().toList();

  private static final Map<UnitKind, List<List<String>>> KIND_WORDS =
      Arrays.stream(UnitKind.values())
          .collect(Collectors.toUnmodifiableMap(kind -> kind, NameMatcher::words));

  /** How the query fits, and how many of its accented words differ from the name's. */
  record Match(UnitSearch.Fit fit, int otherAccents) {
    boolean betterThan(Match other) {
      int byFit = fit.compareTo(other.fit);
      return byFit < 0 || (byFit == 0 && otherAccents < other.otherAccents);
    }
  }

  static NameMatcher of(Unit unit) {
    return new NameMatcher(
        SearchText.words(unit.name()), KIND_WORDS.getOrDefault(unit.kind(), List.of()));
  }

  /** Where a name may begin in the query: at once, or after a word for the unit's kind. */
  List<Integer> nameStarts(List<SearchText.Word> query, int from, boolean strict) {
    var starts = new ArrayList<Integer>(2);
    starts.add(from);
    for (List<String> words : strict ? kindWords : ANY_KIND) {
      if (startsWith(query, from, words) && from + words.size() < query.size()) {
        starts.add(from + words.size());
      }
    }
    return starts;
  }

  /** Lays the query's words from {@code start} beside this name, then beside the names above. */
  @Nullable Match match(List<SearchText.Word> query, int start, List<NameMatcher> above) {
    for (int offset = 0; offset < name.size(); offset++) {
      int same = wordsInCommon(query, start, offset);
      int end = start + same;
      boolean complete = offset + same == name.size();
      if (complete && same > 0 && aboveMatches(query, end, above, 0)) {
        UnitSearch.Fit fit = offset == 0 ? UnitSearch.Fit.EXACT : UnitSearch.Fit.INSIDE;
        return new Match(fit, otherAccents(query, start, offset, same));
      }
      if (!complete && atEndOrPrefix(query, end, name.get(offset + same))) {
        return new Match(partialFit(query, end, offset), otherAccents(query, start, offset, same));
      }
    }
    return null;
  }

  boolean hasWordFrom(SearchText.Word word) {
    for (SearchText.Word own : name) {
      if (own.plain().startsWith(word.plain())) {
        return true;
      }
    }
    return false;
  }

  private static UnitSearch.Fit partialFit(List<SearchText.Word> query, int end, int offset) {
    if (offset > 0) {
      return UnitSearch.Fit.INSIDE;
    }
    return end == query.size() ? UnitSearch.Fit.WHOLE_WORDS_FIRST : UnitSearch.Fit.PREFIX;
  }

  private int wordsInCommon(List<SearchText.Word> query, int start, int offset) {
    int same = 0;
    while (start + same < query.size()
        && offset + same < name.size()
        && query.get(start + same).plain().equals(name.get(offset + same).plain())) {
      same++;
    }
    return same;
  }

  private static boolean atEndOrPrefix(List<SearchText.Word> query, int at, SearchText.Word next) {
    return at == query.size()
        || (at == query.size() - 1 && next.plain().startsWith(query.get(at).plain()));
  }

  private int otherAccents(List<SearchText.Word> query, int start, int offset, int same) {
    int others = 0;
    for (int i = 0; i < same; i++) {
      SearchText.Word asked = query.get(start + i);
      if (asked.hasAccents() && !asked.accented().equals(name.get(offset + i).accented())) {
        others++;
      }
    }
    return others;
  }

  /** The rest of the query names units above, in order; any of them may be left out. */
  private static boolean aboveMatches(
      List<SearchText.Word> query, int from, List<NameMatcher> above, int next) {
    if (from == query.size()) {
      return true;
    }
    for (int i = next; i < above.size(); i++) {
      NameMatcher name = above.get(i);
      for (int start : name.nameStarts(query, from, true)) {
        int same = name.wordsInCommon(query, start, 0);
        boolean complete = same == name.name.size();
        if (complete && aboveMatches(query, start + same, above, i + 1)) {
          return true;
        }
        if (!complete && atEndOrPrefix(query, start + same, name.name.get(same))) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<List<String>> words(UnitKind kind) {
    return kind.spellings().stream().map(spelling -> List.of(spelling.split(" "))).toList();
  }

  private static boolean startsWith(List<SearchText.Word> query, int from, List<String> words) {
    if (from + words.size() > query.size()) {
      return false;
    }
    for (int i = 0; i < words.size(); i++) {
      if (!query.get(from + i).plain().equals(words.get(i))) {
        return false;
      }
    }
    return true;
  }
}
