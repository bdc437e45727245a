package vn.lachan.app.people;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.kernel.Keyring;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.engine.scan.PersonName;

/** Opens the candidates of a search, ranks them by real likeness and records the search. */
@Component
class NameSearching implements NameSearch {
  private static final String QUERY_SPACE = "people.name-search";
  private static final int QUERY_BYTES = 8;

  /** A year beside the one that was asked for weighs a little less. */
  private static final double OTHER_YEAR = 0.05;

  private final NameCandidates candidates;
  private final NameSearchTable searches;
  private final PersonTable persons;
  private final AliasTable aliases;
  private final PersonMasking masking;
  private final Audit audit;
  private final Keyring keyring;
  private final PeopleSettings settings;
  private final TransactionTemplate transactions;
  private final TransactionTemplate counting;

  NameSearching(
      NameCandidates candidates,
      NameSearchTable searches,
      PersonTable persons,
      AliasTable aliases,
      PersonMasking masking,
      Audit audit,
      Keyring keyring,
      PeopleSettings settings,
      PlatformTransactionManager manager) {
    this.candidates = candidates;
    this.searches = searches;
    this.persons = persons;
    this.aliases = aliases;
    this.masking = masking;
    this.audit = audit;
    this.keyring = keyring;
    this.settings = settings;
    this.transactions = new TransactionTemplate(manager);
    this.counting = new TransactionTemplate(manager);
    this.counting.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  @Override
  public NameHits byName(
      Actor actor, NameQuery query, String purpose, @Nullable Long caseId, Instant now) {
    var area = new NameArea(actor.require(Permission.PEOPLE_SEARCH), query.unit());
    String reason = Purpose.checked(purpose);
    count(actor, now);
    Set<Long> records = candidates.of(query, area);
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              List<Ranked> ranked = ranked(query, records);
              List<Ranked> shown =
                  ranked.subList(0, Math.min(settings.nameHitsMost(), ranked.size()));
              audit.record(
                  new Act(
                      actor.account(),
                      "people.search",
                      reason,
                      caseId,
                      told(query),
                      shown.size(),
                      shown.stream().map(Ranked::person).toList()));
              boolean more =
                  ranked.size() > shown.size() || records.size() >= settings.nameCandidatesMost();
              return new NameHits(hits(shown), more);
            }));
  }

  /** Counted in a transaction of its own, so that a refused search counts too. */
  private void count(Actor actor, Instant now) {
    NameSearchTable.Searches done =
        Objects.requireNonNull(counting.execute(status -> searches.count(actor.account(), now)));
    if (done.thisMinute() > settings.nameSearchesPerMinute()
        || done.today() > settings.nameSearchesPerDay()) {
      throw new Refusal(
          Refusal.Kind.TOO_MANY,
          "people.refused.searches",
          settings.nameSearchesPerMinute(),
          settings.nameSearchesPerDay());
    }
  }

  private List<Ranked> ranked(NameQuery query, Collection<Long> records) {
    Map<Long, Long> canonical = aliases.canonical(records);
    Map<Long, Ranked> best = new HashMap<>();
    for (PersonRow row : persons.rows(records)) {
      long person = Objects.requireNonNull(canonical.get(row.number()));
      compare(query, row)
          .map(found -> new Ranked(person, found.likeness(), found.score()))
          .ifPresent(ranked -> best.merge(person, ranked, Ranked::better));
    }
    List<Ranked> ranked = new ArrayList<>(best.values());
    ranked.sort(Ranked.BEST_FIRST);
    return ranked;
  }

  private Optional<NameLikeness.Found> compare(NameQuery query, PersonRow row) {
    if (row.destroyed()) {
      return Optional.empty();
    }
    StoredIdentity identity = row.opened(keyring);
    PersonName name = identity.personName();
    if (name == null || contradicts(query, identity)) {
      return Optional.empty();
    }
    double penalty = Objects.equals(query.birthYear(), identity.birthYear()) ? 0 : OTHER_YEAR;
    return NameLikeness.compare(query.name(), name)
        .map(
            found ->
                new NameLikeness.Found(
                    found.likeness(),
                    query.birthYear() == null ? found.score() : found.score() - penalty));
  }

  /** Tokens collide: a year that is not near was found by chance. */
  private static boolean contradicts(NameQuery query, StoredIdentity identity) {
    Integer year = identity.birthYear();
    boolean otherYear =
        query.birthYear() != null && (year == null || Math.abs(year - query.birthYear()) > 1);
    boolean otherSex =
        query.sex() != null && identity.sex() != null && query.sex() != identity.sex();
    return otherYear || otherSex;
  }

  private List<NameHits.NameHit> hits(List<Ranked> shown) {
    List<Long> numbers = shown.stream().map(Ranked::person).toList();
    Map<Long, MaskedPerson> masked = masking.masked(numbers);
    Map<Long, List<Long>> records = numbers.isEmpty() ? Map.of() : aliases.records(numbers);
    return shown.stream()
        .map(
            ranked ->
                new NameHits.NameHit(
                    Objects.requireNonNull(masked.get(ranked.person())),
                    ranked.likeness(),
                    Objects.requireNonNull(records.get(ranked.person())).size()))
        .toList();
  }

  /** What the audit record keeps: whoever knows a name can tell whether it was looked for. */
  private String told(NameQuery query) {
    byte[] hash = keyring.hash(QUERY_SPACE, query.name().key());
    var told = new StringBuilder("NAME ");
    told.append(HexFormat.of().formatHex(hash, 0, QUERY_BYTES));
    if (query.birthYear() != null) {
      told.append(" YEAR");
    }
    if (query.sex() != null) {
      told.append(" SEX");
    }
    if (query.unit() != null) {
      told.append(" UNIT ").append(query.unit());
    }
    return told.toString();
  }

  private record Ranked(long person, Likeness likeness, double score) {
    static final Comparator<Ranked> BEST_FIRST =
        Comparator.comparingDouble(Ranked::score).reversed().thenComparing(Ranked::person);

    static Ranked better(Ranked first, Ranked second) {
      return first.score() >= second.score() ? first : second;
    }
  }
}
