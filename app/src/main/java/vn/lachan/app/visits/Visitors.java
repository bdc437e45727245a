package vn.lachan.app.visits;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.people.Claim;
import vn.lachan.app.people.Identified;
import vn.lachan.app.people.People;
import vn.lachan.app.people.PersonalCodes;
import vn.lachan.app.people.Source;
import vn.lachan.app.places.PlaceCard;

/** From the way a person is named to the number of their record. */
@Component
class Visitors {
  private static final int CLAIMS_MOST = 1_000;
  private static final long KEPT_MILLIS = 60_000;
  private static final int KEPT_MOST = 50_000;

  private final People people;
  private final PersonalCodes codes;
  private final Clock clock;
  private final ConcurrentHashMap<UUID, Kept> kept = new ConcurrentHashMap<>();

  private record Kept(long person, long untilMillis) {}

  Visitors(People people, PersonalCodes codes, Clock clock) {
    this.people = people;
    this.codes = codes;
    this.clock = clock;
  }

  /**
   * The record of somebody who needs no claim.
   *
   * @param at when the person was there, which is when a signed code was shown
   * @throws Refusal {@code visits.refused.unknown-person}, or of people, where a signed code is
   *     forged, revoked or out of its time
   */
  long known(Visitor visitor, Instant at) {
    OptionalLong found =
        switch (visitor) {
          case Visitor.PublicId(UUID id) -> byPublicId(id);
          case Visitor.Code(var code) -> people.byPersonalCode(code);
          case Visitor.Signed(var code) -> OptionalLong.of(codes.check(code, at).person());
          case Visitor.Device(String token) -> people.byDevice(token);
          case Visitor.Claimed ignored -> OptionalLong.empty();
        };
    return found.orElseThrow(Visitors::unknown);
  }

  /** The record of somebody named by public id; refused as the other. */
  long known(UUID publicId) {
    return byPublicId(publicId).orElseThrow(Visitors::unknown);
  }

  /**
   * The record that a claim speaks of, made where there is none.
   *
   * @throws Refusal of people, where the claim is malformed
   */
  long claimed(Visitor.Claimed claimed, PlaceCard place, Source source, Instant now) {
    return people.identify(claim(claimed, place, source), now).person();
  }

  /** The record that a claim speaks of; empty where there is none yet. */
  OptionalLong found(Visitor.Claimed claimed, PlaceCard place, Source source) {
    return people.known(claim(claimed, place, source));
  }

  /** As {@link #claimed} for many, in few statements. */
  List<Long> claimedAll(List<Claim> claims, Instant now) {
    List<Long> persons = new ArrayList<>(claims.size());
    for (int from = 0; from < claims.size(); from += CLAIMS_MOST) {
      List<Claim> part = claims.subList(from, Math.min(claims.size(), from + CLAIMS_MOST));
      people.identifyAll(part, now).stream().map(Identified::person).forEach(persons::add);
    }
    return persons;
  }

  /** Where nobody knows where the person lives, the commune of the place is in charge. */
  static Claim claim(Visitor.Claimed claimed, PlaceCard place, Source source) {
    if (claimed.phone() == null && claimed.citizenNumber() == null) {
      throw Refusal.invalid("visits.refused.unnamed-person");
    }
    return new Claim(
        null,
        claimed.citizenNumber() == null ? null : claimed.citizenNumber().digits(),
        claimed.phone(),
        false,
        claimed.name(),
        claimed.birthYear(),
        claimed.sex(),
        claimed.address(),
        place.unit(),
        source);
  }

  private static Refusal unknown() {
    return Refusal.notFound("visits.refused.unknown-person");
  }

  private OptionalLong byPublicId(UUID id) {
    long now = clock.millis();
    Kept found = kept.get(id);
    if (found != null && found.untilMillis() > now) {
      return OptionalLong.of(found.person());
    }
    OptionalLong person = people.byPublicId(id);
    if (kept.size() >= KEPT_MOST) {
      kept.clear();
    }
    person.ifPresent(number -> kept.put(id, new Kept(number, now + KEPT_MILLIS)));
    return person;
  }
}
