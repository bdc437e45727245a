package vn.lachan.app.places;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
import vn.lachan.engine.scan.Reading;
import vn.lachan.engine.scan.ServerScanPorts;

/**
 * Registration by an owner who has no account: a draft, a one-time code to the phone, then an
 * account and a submitted registration. The challenge is kept with the draft, so that a code for
 * one draft never confirms another; sending codes is throttled by the module access.
 */
@Component
class SelfService {
  private static final PlaceScope ANY_DRAFT = new PlaceScope("p.status = 'draft'", Map.of());

  private final PlaceRules rules;
  private final PlaceDesk desk;
  private final PlaceTable places;
  private final OwnerSeal owners;
  private final PhoneProof proof;
  private final PlacesSettings settings;
  private final ProgramSettings program;
  private final Clock clock;

  SelfService(
      PlaceRules rules,
      PlaceDesk desk,
      PlaceTable places,
      OwnerSeal owners,
      PhoneProof proof,
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

  UUID draft(Registration registration, Instant now) {
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
    return desk.draft(facts, proof.request(phone, now), now);
  }

  @Transactional
  long confirm(UUID publicId, String oneTimeCode, Instant now) {
    PlaceTable.Held draft = places.hold(publicId, ANY_DRAFT).orElseThrow(PlaceScope::notFound);
    String challenge = draft.challenge();
    if (challenge == null) {
      throw PlaceScope.notFound();
    }
    OwnerContact contact = owners.open(publicId, draft.owner());
    PhoneNumber phone = new PhoneNumber(known(contact.phone()));
    proof.confirm(challenge, oneTimeCode, phone, now);
    long account = proof.ownerOf(draft.number(), phone, name(known(contact.name())), now);
    desk.submit(draft, account, now);
    return account;
  }

  /** Drafts whose phone nobody confirmed are forgotten, with the name and phone in them. */
  @Scheduled(fixedDelay = 3_600_000)
  void forgetDrafts() {
    places.deleteDrafts(clock.instant().minus(Duration.ofHours(settings.draftHours())));
  }

  private static String known(@Nullable String text) {
    if (text == null) {
      throw new IllegalStateException("A draft has its owner's name and phone");
    }
    return text;
  }

  private static PersonName name(String stored) {
    return switch (PersonName.parse(stored, new ServerScanPorts())) {
      case Reading.Accepted<PersonName>(PersonName name) -> name;
      case Reading.Rejected<PersonName> rejected ->
          throw new IllegalStateException("A stored name is a name");
    };
  }
}
