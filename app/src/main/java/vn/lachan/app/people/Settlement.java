package vn.lachan.app.people;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Keyring;

/**
 * Claims that make a record or add to one, in their order and in the caller's transaction, which
 * holds the locks on their hashes. Everything is read at once, decided in memory and written at
 * once; the records are the same as if each claim had come by itself.
 */
@Component
class Settlement {
  /** Pairs that one claim may leave; more would only repeat the same doubt. */
  private static final int DUPLICATES_MOST = 5;

  private final LookupTable lookups;
  private final PersonTable persons;
  private final RecordWriting records;
  private final DuplicateTable duplicates;
  private final AliasTable aliases;
  private final Keyring keyring;

  Settlement(
      LookupTable lookups,
      PersonTable persons,
      RecordWriting records,
      DuplicateTable duplicates,
      AliasTable aliases,
      Keyring keyring) {
    this.lookups = lookups;
    this.persons = persons;
    this.records = records;
    this.duplicates = duplicates;
    this.aliases = aliases;
    this.keyring = keyring;
  }

  /** What became of one claim; its doubts are those that fit besides. */
  private record Settled(long person, boolean isNew, Map<Long, PossibleDuplicate.Reason> doubts) {}

  List<Identified> settle(List<Claim> claims, Instant now) {
    Drafts drafts = read(claims);
    Deque<Long> numbers = new ArrayDeque<>();
    List<Settled> settled = new ArrayList<>();
    for (int position = 0; position < claims.size(); position++) {
      Match match = lockedMatch(drafts, position);
      Candidate found = match.found();
      settled.add(
          found == null
              ? create(drafts, claims, position, match, numbers)
              : fill(drafts.get(found.person()), drafts, claims.get(position), match));
    }
    records.write(drafts.all(), now);
    return suspect(settled, now);
  }

  private Drafts read(List<Claim> claims) {
    var drafts = new Drafts(claims);
    take(drafts, lookups.named(claims));
    lock(drafts, found(drafts, claims.size()));
    List<Integer> unknown =
        IntStream.range(0, claims.size())
            .filter(position -> drafts.match(position).found() == null)
            .boxed()
            .toList();
    suspect(drafts, claims, unknown);
    return drafts;
  }

  private void suspect(Drafts drafts, List<Claim> claims, List<Integer> positions) {
    take(drafts, lookups.suspected(claims, positions));
    drafts.suspect(positions);
  }

  private static Set<Long> found(Drafts drafts, int claims) {
    Set<Long> found = new TreeSet<>();
    for (int position = 0; position < claims; position++) {
      Candidate candidate = drafts.match(position).found();
      if (candidate != null && !drafts.get(candidate.person()).isLocked()) {
        found.add(candidate.person());
      }
    }
    return found;
  }

  private void take(Drafts drafts, Hits hits) {
    drafts.add(hits.hits());
    hits.rows()
        .forEach(
            (person, row) -> {
              if (!drafts.has(person)) {
                drafts.put(new Draft(row, row.opened(keyring), false));
              }
            });
  }

  /** What stands in the locked rows counts: somebody may have corrected or destroyed one. */
  private void lock(Drafts drafts, Collection<Long> found) {
    if (found.isEmpty()) {
      return;
    }
    for (PersonRow row : persons.lock(found)) {
      if (row.destroyed()) {
        drafts.remove(row.number());
      } else {
        drafts.put(new Draft(row, row.opened(keyring), true));
      }
    }
  }

  /** Rarely a claim before it in this call makes another record the one that fits. */
  private Match lockedMatch(Drafts drafts, int position) {
    Match match = drafts.match(position);
    while (match.found() != null && !drafts.get(match.found().person()).isLocked()) {
      lock(drafts, List.of(match.found().person()));
      match = drafts.match(position);
    }
    return match;
  }

  private Settled create(
      Drafts drafts, List<Claim> claims, int position, Match match, Deque<Long> numbers) {
    Match whole = match;
    if (!drafts.isSuspected(position)) {
      suspect(drafts, claims, List.of(position));
      whole = drafts.match(position);
    }
    if (numbers.isEmpty()) {
      numbers.addAll(persons.reserve(drafts.suspectedFrom(position)));
    }
    Claim claim = claims.get(position);
    var draft = new Draft(numbers.removeFirst(), claim);
    if (claim.phone() != null && claim.phoneProved()) {
      draft.prove(claim.phone());
    }
    if (whole.sharesDevice()) {
      draft.shareDevice(claim);
    }
    drafts.put(draft);
    drafts.leave(draft);
    return new Settled(draft.number(), true, whole.suspects());
  }

  /** Adds what the record did not know; only that can leave something to settle. */
  private static Settled fill(Draft draft, Drafts drafts, Claim claim, Match match) {
    boolean more = draft.fill(claim);
    if (claim.phone() != null && claim.phoneProved()) {
      draft.prove(claim.phone());
    }
    if (draft.isChanged()) {
      drafts.leave(draft);
    }
    return new Settled(draft.number(), false, more ? match.suspects() : Map.of());
  }

  /** Leaves pairs to settle, but none of two records that are one person already. */
  private List<Identified> suspect(List<Settled> settled, Instant now) {
    Set<Long> doubted = new TreeSet<>();
    for (Settled each : settled) {
      if (!each.doubts().isEmpty()) {
        doubted.add(each.person());
        doubted.addAll(each.doubts().keySet());
      }
    }
    Map<Long, Long> canonical = doubted.isEmpty() ? Map.of() : aliases.canonical(doubted);
    Map<DuplicateTable.Pair, PossibleDuplicate.Reason> pairs = new LinkedHashMap<>();
    Map<DuplicateTable.Pair, Integer> firstLeftBy = new HashMap<>();
    for (int position = 0; position < settled.size(); position++) {
      Settled each = settled.get(position);
      for (Map.Entry<Long, PossibleDuplicate.Reason> other : others(each, canonical)) {
        var pair = DuplicateTable.Pair.of(each.person(), other.getKey());
        pairs.putIfAbsent(pair, other.getValue());
        firstLeftBy.putIfAbsent(pair, position);
      }
    }
    Set<DuplicateTable.Pair> left = pairs.isEmpty() ? Set.of() : duplicates.insert(pairs, now);
    Set<Integer> doubtful = new TreeSet<>();
    left.forEach(pair -> doubtful.add(Objects.requireNonNull(firstLeftBy.get(pair))));
    return IntStream.range(0, settled.size())
        .mapToObj(
            position ->
                new Identified(
                    settled.get(position).person(),
                    settled.get(position).isNew(),
                    doubtful.contains(position)))
        .toList();
  }

  private static List<Map.Entry<Long, PossibleDuplicate.Reason>> others(
      Settled settled, Map<Long, Long> canonical) {
    return settled.doubts().entrySet().stream()
        .filter(
            other ->
                !Objects.equals(canonical.get(other.getKey()), canonical.get(settled.person())))
        .limit(DUPLICATES_MOST)
        .toList();
  }
}
