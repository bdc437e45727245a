package vn.lachan.app.places;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lachan.app.access.Accounts;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Assignment;
import vn.lachan.app.access.Keepers;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.kernel.Refusal;

/** Badges of keepers as the module access has them. */
@Component
class AccessBadges implements Badges {
  private static final int CODE_BYTES = 10;

  private final Keepers keepers;
  private final Accounts accounts;
  private final PlaceCardTable cards;
  private final BadgeTable badges;
  private final BadgeSheet sheet;
  private final Audit audit;
  private final SecureRandom random = new SecureRandom();

  AccessBadges(
      Keepers keepers,
      Accounts accounts,
      PlaceCardTable cards,
      BadgeTable badges,
      BadgeSheet sheet,
      Audit audit) {
    this.keepers = keepers;
    this.accounts = accounts;
    this.cards = cards;
    this.badges = badges;
    this.sheet = sheet;
    this.audit = audit;
  }

  @Override
  @Transactional
  public byte[] pdf(Actor actor, UUID place, String address, Instant now) {
    PlaceCard card = cards.byPublicId(place).orElseThrow(PlaceScope::notFound);
    List<BadgeSheet.Card> printed = new ArrayList<>();
    for (Keepers.Keeper keeper : keepers.list(actor, card.number())) {
      byte[] code = new byte[CODE_BYTES];
      random.nextBytes(code);
      String given =
          badges.give(
              HexFormat.of().formatHex(code),
              card.number(),
              keeper.assignment(),
              actor.account(),
              now);
      printed.add(
          new BadgeSheet.Card(
              keeper.displayName(), keeper.username(), address + "/places/badge/" + given));
    }
    if (printed.isEmpty()) {
      throw Refusal.conflict("places.badge.refused.none");
    }
    audit.record(
        new Act(
            actor.account(),
            "places.badges",
            null,
            null,
            place.toString(),
            printed.size(),
            List.of()));
    return sheet.pdf(card, printed);
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Badge> check(String code) {
    return badges
        .find(code)
        .flatMap(given -> cards.byNumber(given.place()).map(card -> badge(card, given)));
  }

  private Badge badge(PlaceCard card, BadgeTable.Given given) {
    Optional<Assignment> held =
        accounts.ofPlace(given.place()).stream()
            .filter(assignment -> assignment.number() == given.assignment())
            .findFirst();
    String name =
        held.map(
                assignment ->
                    accounts
                        .names(List.of(assignment.account()))
                        .getOrDefault(assignment.account(), ""))
            .orElse("");
    return new Badge(card, name, held.isPresent() && card.status() == Status.OPEN);
  }
}
