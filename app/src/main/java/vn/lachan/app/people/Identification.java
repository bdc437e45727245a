package vn.lachan.app.people;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lachan.app.kernel.Keyring;
import vn.lachan.app.kernel.Refusal;

/**
 * From a claim to a record. Whoever is known and brings nothing new costs no write: a first pass
 * reads all claims at once, and only what is left is done again under locks on its hashes, so that
 * two first claims of one person at the same moment end in one record. Left is also what a claim
 * left before it could change: many claims at once end as one by one.
 */
@Component
class Identification {
  static final int CLAIMS_MOST = 1_000;

  private final LookupTable lookups;
  private final Settlement settlement;
  private final PersonDevices devices;
  private final Keyring keyring;
  private final TransactionTemplate transactions;

  Identification(
      LookupTable lookups,
      Settlement settlement,
      PersonDevices devices,
      Keyring keyring,
      TransactionTemplate transactions) {
    this.lookups = lookups;
    this.settlement = settlement;
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
    Set<String> leftTies = new HashSet<>();
    Hits hits = lookups.named(claims);
    Drafts drafts = drafts(claims, hits);
    for (int position = 0; position < found.length; position++) {
      Candidate match = drafts.match(position).found();
      Set<String> ties = left.isEmpty() ? Set.of() : drafts.ties(position);
      if (match != null
          && isUnchanged(claims.get(position), match)
          && Collections.disjoint(leftTies, ties)) {
        found[position] = new Identified(match.person(), false, false);
      } else {
        left.add(position);
        leftTies.addAll(drafts.ties(position));
      }
    }
    noteUse(claims, hits, now);
    settleLeft(claims, left, found, now);
    return Arrays.stream(found).map(Objects::requireNonNull).toList();
  }

  /** Reads only: a question must leave nothing behind. */
  OptionalLong known(Claim claim) {
    List<Claim> asked = List.of(claim);
    Candidate match = drafts(asked, lookups.named(asked)).match(0).found();
    return match == null ? OptionalLong.empty() : OptionalLong.of(match.person());
  }

  private Drafts drafts(List<Claim> claims, Hits hits) {
    var drafts = new Drafts(claims);
    drafts.add(hits.hits());
    hits.rows().values().forEach(row -> drafts.put(new Draft(row, row.opened(keyring), false)));
    return drafts;
  }

  private static boolean isUnchanged(Claim claim, Candidate found) {
    return !claim.phoneProved()
        && found.identity().filledFrom(claim).equals(found.identity())
        && (found.unit() != null || claim.unit() == null);
  }

  private void noteUse(List<Claim> claims, Hits hits, Instant now) {
    Map<String, Long> met = new HashMap<>();
    for (Hits.Hit hit : hits.hits()) {
      String token = claims.get(hit.position()).deviceToken();
      if (token != null
          && hit.foundBy() == Candidate.DEVICE
          && hits.rows().containsKey(hit.person())) {
        met.put(token, hit.person());
      }
    }
    devices.used(met, now);
  }

  private void settleLeft(
      List<Claim> claims, List<Integer> left, @Nullable Identified[] found, Instant now) {
    if (left.isEmpty()) {
      return;
    }
    List<Claim> settling = left.stream().map(claims::get).toList();
    List<Identified> settled =
        Objects.requireNonNull(
            transactions.execute(
                status -> {
                  lookups.lock(settling);
                  return settlement.settle(settling, now);
                }));
    for (int index = 0; index < left.size(); index++) {
      found[left.get(index)] = settled.get(index);
    }
  }
}
