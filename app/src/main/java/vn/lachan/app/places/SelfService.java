package vn.lachan.app.places;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.engine.scan.PersonName;
import vn.lachan.engine.scan.PhoneNumber;

/**
 * Registration by an owner who has no account: a draft, a one-time code to the phone, then an
 * account and a submitted registration. The phone that is proved must be the one in the draft, so
 * that nobody confirms another's; sending codes is throttled by the module access.
 */
@Component
class SelfService {
  private static final PlaceScope ANY_DRAFT =
      new PlaceScope("p.status = 'draft'", Map.of(), List.of());

  private final PlaceRules rules;
  private final PlaceDesk desk;
  private final PlaceTable places;
  private final OwnerSeal owners;
  private final OwnerProof proof;
  private final PlacesSettings settings;
  private final ProgramSettings program;
  private final Clock clock;

  SelfService(
      PlaceRules rules,
      PlaceDesk desk,
      PlaceTable places,
      OwnerSeal owners,
      OwnerProof proof,
      PlacesSettings settings,
      ProgramSettings program,
      Clock clock) {
    this.rules = rules;
    this.desk = desk;
    this.places = places;
    this.owners = owners;
    this.proof = proof;
    this.settings = settings;
    this.program = program;
    this.clock = clock;
  }

  DraftPlace draft(Registration registration, Locale language, Instant now) {
    PlaceFacts facts = rules.check(registration, LocalDate.ofInstant(now, program.zone()));
    if (facts.ownerName() == null) {
      throw Refusal.invalid("places.refused.owner-name");
    }
    PhoneNumber phone = facts.ownerPhone();
    if (phone == null) {
      throw Refusal.invalid("places.refused.owner-phone");
    }
    if (!phone.isMobile()) {
      throw Refusal.invalid("places.refused.owner-phone-not-mobile");
    }
    OwnerProof.Begun begun = proof.request(phone, OwnerProof.PURPOSE, language, now);
    UUID place = desk.draft(facts, now);
    return new DraftPlace(place, begun.token(), begun.reference(), begun.sent(), begun.expiresAt());
  }

  @Transactional
  long confirm(UUID publicId, String token, @Nullable String oneTimeCode, Instant now) {
    PlaceTable.Held draft = places.hold(publicId, ANY_DRAFT).orElseThrow(PlaceScope::notFound);
    OwnerProof.Proved proved =
        proof
            .proved(token, oneTimeCode, OwnerProof.PURPOSE, now)
            .orElseThrow(() -> Refusal.conflict("places.refused.phone-waits"));
    OwnerContact contact = owners.open(publicId, draft.owner());
    if (!proved.phone().digits().equals(contact.phone())) {
      throw Refusal.forbidden("places.refused.phone-other");
    }
    long account = proved.account(name(contact.name()), now);
    proof.assign(account, draft.number(), account, now);
    desk.submit(draft, account, now);
    return account;
  }

  /** Drafts whose phone nobody confirmed are forgotten, with the name and phone in them. */
  @Scheduled(fixedDelay = 3_600_000)
  void forgetDrafts() {
    places.deleteDrafts(clock.instant().minus(Duration.ofHours(settings.draftHours())));
  }

  private static PersonName name(@Nullable String stored) {
    if (stored == null) {
      throw new IllegalStateException("A draft has its owner's name");
    }
    return new PersonName(stored);
  }
}
