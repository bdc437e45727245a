package vn.lachan.app.people;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lachan.app.kernel.Keyring;
import vn.lachan.app.kernel.Refusal;

/**
 * From a claim to a record. Whoever is known and brings nothing new costs no write: a first pass
 * reads all claims at once, and only what is left is done again under locks on its hashes, so that
 * two first claims of one person at the same moment end in one record.
 */
@Component
class Identification {
  static final int CLAIMS_MOST = 1_000;

  /** Pairs that one claim may leave; more would only repeat the same doubt. */
  private static final int DUPLICATES_MOST = 5;

  private final LookupTable lookups;
  private final PersonTable persons;
  private final RecordWriting records;
  private final DuplicateTable duplicates;
  private final AliasTable aliases;
  private final PersonDevices devices;
  private final Keyring keyring;
  private final TransactionTemplate transactions;

  Identification(
      LookupTable lookups,
      PersonTable persons,
      RecordWriting records,
      DuplicateTable duplicates,
      AliasTable aliases,
      PersonDevices devices,
      Keyring keyring,
      TransactionTemplate transactions) {
    this.lookups = lookups;
    this.persons = persons;
    this.records = records;
    this.duplicates = duplicates;
    this.aliases = aliases;
    this.devices = devices;
    this.keyring = keyring;
    this.transactions = transactions;
  }

  List<Identified> identifyAll(List<Claim> claims, Instant now) {
    if (claims.size() > CLAIMS_MOST) {
      throw Refusal.invalid("people.refused.claims", CLAIMS_MOST);
    }
    @Nullable Identified[] found = new Identified[claims.size()];
    List<Integer> left = new ArrayList<>();
    List<List<Candidate>> candidates = candidates(claims);
    for (int position = 0; position < found.length; position++) {
      Claim claim = claims.get(position);
      Match match = Matching.match(claim, candidates.get(position));
      if (isKnownAndUnchanged(claim, match)) {
        found[position] =
            new Identified(Objects.requireNonNull(match.found()).person(), false, false);
      } else {
        left.add(position);
      }
    }
    noteUse(claims, candidates, now);
    settleLeft(claims, left, found, now);
    return Arrays.stream(found).map(Objects::requireNonNull).toList();
  }

  private List<List<Candidate>> candidates(List<Claim> claims) {
    Map<Integer, List<Candidate>> byPosition =
        lookups.candidates(claims).stream().collect(Collectors.groupingBy(Candidate::position));
    return IntStream.range(0, claims.size())
        .mapToObj(position -> byPosition.getOrDefault(position, List.of()))
        .toList();
  }

  private static boolean isKnownAndUnchanged(Claim claim, Match match) {
    Candidate found = match.found();
    return found != null
        && !claim.phoneProved()
        && found.identity().filledFrom(claim).equals(found.identity())
        && (found.row().unit() != null || claim.unit() == null);
  }

  private void noteUse(List<Claim> claims, List<List<Candidate>> candidates, Instant now) {
    Map<String, Long> met = new HashMap<>();
    for (int position = 0; position < claims.size(); position++) {
      String token = claims.get(position).deviceToken();
      for (Candidate candidate : candidates.get(position)) {
        if (token != null && candidate.foundBy() == Candidate.DEVICE) {
          met.put(token, candidate.person());
        }
      }
    }
    devices.used(met, now);
  }

  private void settleLeft(
      List<Claim> claims, List<Integer> left, @Nullable Identified[] found, Instant now) {
    if (left.isEmpty()) {
      return;
    }
    transactions.executeWithoutResult(
        status -> {
          lookups.lock(left.stream().map(claims::get).toList());
          for (int position : left) {
            found[position] = identifyLocked(claims.get(position), now);
          }
        });
  }

  private Identified identifyLocked(Claim claim, Instant now) {
    Match match = Matching.match(claim, lookups.candidates(List.of(claim)));
    Candidate found = match.found();
    if (found == null) {
      return create(claim, match, now);
    }
    PersonRow row = persons.lock(found.person()).orElseThrow();
    if (row.destroyed() || row.opened(keyring).contradicts(claim)) {
      return create(claim, match, now);
    }
    return new Identified(row.number(), false, fill(row, claim, match, now));
  }

  private Identified create(Claim claim, Match match, Instant now) {
    StoredIdentity identity = StoredIdentity.of(claim);
    long person = records.create(identity, claim.unit(), claim.source(), now);
    if (claim.phone() != null && claim.phoneProved()) {
      records.prove(person, identity, claim.phone(), null, now);
    }
    if (match.sharesDevice()) {
      records.shareDevice(person, claim);
    }
    return new Identified(person, true, suspect(person, match, now));
  }

  /** Adds what the record did not know; returns whether that left something to settle. */
  private boolean fill(PersonRow row, Claim claim, Match match, Instant now) {
    StoredIdentity before = row.opened(keyring);
    StoredIdentity after = before.filledFrom(claim);
    Integer unit = row.unit() == null ? claim.unit() : row.unit();
    boolean changed = !after.equals(before);
    if (changed || !Objects.equals(unit, row.unit())) {
      records.change(row, after, unit, now);
    }
    if (claim.phone() != null && claim.phoneProved()) {
      records.prove(row.number(), after, claim.phone(), null, now);
    }
    return changed && suspect(row.number(), match, now);
  }

  /** Leaves pairs to settle, but none of two records that are one person already. */
  private boolean suspect(long person, Match match, Instant now) {
    if (match.suspects().isEmpty()) {
      return false;
    }
    List<Long> all = new ArrayList<>(match.suspects().keySet());
    all.add(person);
    Map<Long, Long> canonical = aliases.canonical(all);
    Map<Long, PossibleDuplicate.Reason> others =
        match.suspects().entrySet().stream()
            .filter(
                suspect -> !Objects.equals(canonical.get(suspect.getKey()), canonical.get(person)))
            .limit(DUPLICATES_MOST)
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return duplicates.insert(person, others, now) > 0;
  }
}
