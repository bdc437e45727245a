package vn.lachan.app.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The records that the claims of one call meet, those that the call itself makes among them: a
 * later claim finds what an earlier one left, as if each had been written at once.
 */
final class Drafts {
  private final List<Claim> claims;
  private final Map<Long, Draft> drafts = new TreeMap<>();
  private final List<List<Hits.Hit>> hits = new ArrayList<>();
  private final Map<LookupValue, TreeSet<Long>> left = new HashMap<>();
  private final Set<Integer> suspected = new HashSet<>();

  Drafts(List<Claim> claims) {
    this.claims = claims;
    claims.forEach(claim -> hits.add(new ArrayList<>()));
  }

  void add(Collection<Hits.Hit> found) {
    found.forEach(hit -> hits.get(hit.position()).add(hit));
  }

  /** For these it was also asked whom they could be. */
  void suspect(Collection<Integer> positions) {
    suspected.addAll(positions);
  }

  boolean isSuspected(int position) {
    return suspected.contains(position);
  }

  /** How many of them stand here or behind: about so many more records will be made. */
  int suspectedFrom(int position) {
    return (int) suspected.stream().filter(each -> each >= position).count();
  }

  /** Takes a record up, in place of the same one read before. */
  void put(Draft draft) {
    drafts.put(draft.number(), draft);
  }

  /** One that was destroyed since it was found. */
  void remove(long person) {
    drafts.remove(person);
  }

  boolean has(long person) {
    return drafts.containsKey(person);
  }

  Draft get(long person) {
    Draft draft = drafts.get(person);
    if (draft == null) {
      throw new IllegalStateException("Not among the candidates");
    }
    return draft;
  }

  Collection<Draft> all() {
    return drafts.values();
  }

  /** Later claims of this call find the record by all it says now. */
  void leave(Draft draft) {
    draft
        .values()
        .forEach(
            value -> left.computeIfAbsent(value, unused -> new TreeSet<>()).add(draft.number()));
  }

  Match match(int position) {
    return Matching.match(claims.get(position), candidates(position));
  }

  /**
   * All that could make what is written for this claim matter to another: the numbers, phones and
   * devices it states, and those of the records it could speak of.
   */
  Set<String> ties(int position) {
    Set<String> ties = new HashSet<>();
    Claim claim = claims.get(position);
    tie(ties, "number", claim.citizenNumber());
    tie(ties, "phone", claim.phone() == null ? null : claim.phone().digits());
    tie(ties, "device", claim.deviceToken());
    for (Candidate candidate : candidates(position)) {
      tie(ties, "record", Long.toString(candidate.person()));
      tie(ties, "number", candidate.identity().citizenNumber());
      candidate.identity().phones().forEach(phone -> tie(ties, "phone", phone.digits()));
    }
    return ties;
  }

  private static void tie(Set<String> ties, String kind, @Nullable String text) {
    if (text != null) {
      ties.add(kind + '|' + text);
    }
  }

  /** By number, so that the same claim always ends in the same record. */
  private List<Candidate> candidates(int position) {
    Map<Short, TreeSet<Long>> byKind = new TreeMap<>();
    for (Hits.Hit hit : hits.get(position)) {
      byKind.computeIfAbsent(hit.foundBy(), unused -> new TreeSet<>()).add(hit.person());
    }
    Map<Short, Integer> most = new HashMap<>();
    byKind.forEach(
        (kind, found) -> most.put(kind, Math.max(found.size(), LookupTable.CANDIDATES_MOST)));
    for (LookupValue value : LookupValue.of(claims.get(position))) {
      TreeSet<Long> found = left.get(value);
      if (found != null) {
        byKind
            .computeIfAbsent(value.kind().number(), unused -> new TreeSet<>())
            .addAll(firstOf(found));
      }
    }
    return byKind.entrySet().stream()
        .flatMap(
            kind ->
                kind.getValue().stream()
                    .limit(most.getOrDefault(kind.getKey(), LookupTable.CANDIDATES_MOST))
                    .flatMap(person -> candidate(kind.getKey(), person)))
        .sorted(java.util.Comparator.comparingLong(Candidate::person))
        .toList();
  }

  private static List<Long> firstOf(Set<Long> found) {
    return found.stream().limit(LookupTable.CANDIDATES_MOST).toList();
  }

  private Stream<Candidate> candidate(short kind, long person) {
    Draft draft = drafts.get(person);
    return draft == null ? Stream.empty() : Stream.of(draft.candidate(kind));
  }
}
