package vn.lachan.app.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lachan.app.kernel.Refusal;

/**
 * Which records are worth opening for a search by name. First those that have every word as typed;
 * then those with one error a word; and where these are few, those in which one word is missing,
 * unless what remains is so common that a third of the province would be opened.
 */
@Component
class NameCandidates {
  /** Below this many candidates a word may be missing. */
  private static final int FEW = 20;

  private static final Duration STATISTICS_EXPIRY = Duration.ofMinutes(10);
  private static final int LONGEST_MILLISECONDS = 3_000;

  private final NameIndexTable table;
  private final NameTokens tokens;
  private final PeopleSettings settings;
  private final Clock clock;
  private final TransactionTemplate reading;
  private volatile Statistics statistics = new Statistics(Map.of(), 0, Instant.MIN);

  NameCandidates(
      NameIndexTable table,
      NameTokens tokens,
      PeopleSettings settings,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.table = table;
    this.tokens = tokens;
    this.settings = settings;
    this.clock = clock;
    this.reading = new TransactionTemplate(transactions);
    this.reading.setReadOnly(true);
    this.reading.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /**
   * Record numbers, at most {@link PeopleSettings#nameCandidatesMost}.
   *
   * @throws Refusal {@code people.refused.search-slow} when the database took too long
   */
  Set<Long> of(NameQuery query, NameArea area) {
    try {
      Set<Long> found = reading.execute(status -> find(query, area));
      return found == null ? Set.of() : found;
    } catch (QueryTimeoutException e) {
      throw new Refusal(Refusal.Kind.UNAVAILABLE, "people.refused.search-slow");
    }
  }

  private Set<Long> find(NameQuery query, NameArea area) {
    table.limitTime(LONGEST_MILLISECONDS);
    var search = new Search(query.birthYear(), area);
    List<String> words = query.fullWords();
    search.add(words.stream().map(tokens::same).toList());
    List<Set<Short>> near = words.stream().map(tokens::near).toList();
    search.add(near);
    if (words.size() >= 3 && search.found.size() < FEW) {
      withoutOneWord(near).forEach(search::add);
    }
    return search.found;
  }

  private List<List<Set<Short>>> withoutOneWord(List<Set<Short>> words) {
    Statistics known = statistics();
    List<List<Set<Short>>> shorter = new ArrayList<>();
    for (int left = 0; left < words.size(); left++) {
      List<Set<Short>> rest = new ArrayList<>(words);
      rest.remove(left);
      if (known.expected(rest) <= settings.nameCandidatesMost()) {
        shorter.add(rest);
      }
    }
    return shorter;
  }

  private Statistics statistics() {
    Statistics known = statistics;
    Instant now = clock.instant();
    if (known.readAt().plus(STATISTICS_EXPIRY).isBefore(now)) {
      known = new Statistics(table.commonest(), table.records(), now);
      statistics = known;
    }
    return known;
  }

  /** One search under way. */
  private final class Search {
    private final @Nullable Integer year;
    private final NameArea area;
    private final Set<Long> found = new LinkedHashSet<>();

    Search(@Nullable Integer year, NameArea area) {
      this.year = year;
      this.area = area;
    }

    void add(List<Set<Short>> words) {
      int room = settings.nameCandidatesMost() - found.size();
      if (room <= 0) {
        return;
      }
      List<Set<Short>> sets = new ArrayList<>(words);
      if (year != null) {
        sets.add(tokens.aboutYear(year));
      }
      table.withAll(sets, area, settings.nameCandidatesMost()).stream()
          .filter(record -> !found.contains(record))
          .limit(room)
          .forEach(found::add);
    }
  }

  /**
   * What is known of how common tokens are.
   *
   * @param shares of the commonest; a token that is not here is rare
   */
  private record Statistics(Map<Short, Double> shares, double records, Instant readAt) {
    /** Records expected to have one token of every set, as if sets were independent. */
    double expected(List<Set<Short>> sets) {
      double expected = records;
      for (Set<Short> set : sets) {
        expected *=
            Math.min(1, set.stream().mapToDouble(token -> shares.getOrDefault(token, 0.0)).sum());
      }
      return expected;
    }
  }
}
