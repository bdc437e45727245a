package vn.lachan.app.places;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.places.PlaceTable.Held;
import vn.lachan.app.places.StateChange.What;

/** The front door of what else happens to places; each step holds the place as the desk does. */
@Component
class StepDesk implements PlaceSteps {
  private static final int BACK_DAYS_MOST = 60;

  private final PlaceDesk desk;
  private final PlaceRules rules;
  private final PlaceTable places;
  private final PlaceCardTable cards;
  private final PlaceHistoryTable history;
  private final LocationTable locations;
  private final CoverageCellTable coverage;
  private final OwnerSeal owners;
  private final OwnerProof proof;
  private final Audit audit;
  private final ApplicationEventPublisher events;

  StepDesk(
      PlaceDesk desk,
      PlaceRules rules,
      PlaceTable places,
      PlaceCardTable cards,
      PlaceHistoryTable history,
      LocationTable locations,
      CoverageCellTable coverage,
      OwnerSeal owners,
      OwnerProof proof,
      Audit audit,
      ApplicationEventPublisher events) {
    this.desk = desk;
    this.rules = rules;
    this.places = places;
    this.cards = cards;
    this.history = history;
    this.locations = locations;
    this.coverage = coverage;
    this.owners = owners;
    this.proof = proof;
    this.audit = audit;
    this.events = events;
  }

  @Override
  public void move(
      Actor actor, UUID place, NewLocation to, String reason, int revision, Instant now) {
    PlaceScope scope = PlaceScope.of(actor, Permission.PLACES_APPROVE);
    String why = PlaceRules.reason(reason);
    LocalDate today = desk.today(now);
    if (to.from().isAfter(today) || to.from().isBefore(today.minusDays(BACK_DAYS_MOST))) {
      throw Refusal.invalid("places.refused.move-day", BACK_DAYS_MOST);
    }
    if (!desk.reaches(actor, Permission.PLACES_APPROVE, to.unit())) {
      throw Refusal.forbidden("places.refused.outside-reach");
    }
    desk.change(
        place,
        scope,
        held -> {
          desk.checkRevision(held, revision);
          desk.checkOpen(held);
          PlaceCard card = cards.byNumber(held.number()).orElseThrow();
          PlaceFacts facts = rules.check(moved(card, to), today);
          Instant from = LocationTable.midnight(to.from());
          if (locations.of(held.number()).stream().anyMatch(was -> !was.until().isBefore(from))) {
            throw Refusal.invalid("places.refused.move-before-last");
          }
          locations.keep(held.number(), from);
          locations.set(held.number(), facts);
          settle(actor, held, What.MOVED, why, from, card.unit(), facts.unit(), now);
        });
  }

  @Override
  public void undoMove(Actor actor, UUID place, String reason, Instant now) {
    PlaceScope scope = PlaceScope.of(actor, Permission.PLACES_APPROVE);
    String why = PlaceRules.reason(reason);
    desk.change(
        place,
        scope,
        held -> {
          desk.checkOpen(held);
          PlaceCard card = cards.byNumber(held.number()).orElseThrow();
          FormerLocation was =
              locations
                  .takeLast(held.number())
                  .orElseThrow(() -> Refusal.conflict("places.refused.not-moved"));
          var back =
              new NewLocation(
                  was.address(),
                  was.unit(),
                  was.exact() ? was.location() : null,
                  desk.today(was.until()));
          PlaceFacts facts = rules.check(moved(card, back), desk.today(now));
          locations.set(held.number(), facts);
          settle(actor, held, What.MOVE_UNDONE, why, was.until(), card.unit(), facts.unit(), now);
        });
  }

  @Override
  public List<FormerLocation> formerLocations(Actor actor, UUID place) {
    PlaceScope scope = PlaceScope.of(actor, Permission.PLACES_READ);
    return locations.of(places.number(place, scope).orElseThrow(PlaceScope::notFound));
  }

  @Override
  public Optional<FormerLocation> where(long place, Instant at) {
    return locations.at(place, at);
  }

  @Override
  public List<UUID> split(
      Actor actor,
      UUID place,
      List<String> names,
      boolean closes,
      String reason,
      int revision,
      Instant now) {
    PlaceScope scope = PlaceScope.of(actor, Permission.PLACES_APPROVE);
    String why = PlaceRules.reason(reason);
    List<String> wanted = names.stream().filter(name -> !name.isBlank()).toList();
    if (wanted.size() < (closes ? 2 : 1) || wanted.size() > PARTS_MOST) {
      throw Refusal.invalid("places.refused.split-count", PARTS_MOST);
    }
    List<UUID> made = new ArrayList<>();
    desk.change(
        place,
        scope,
        held -> {
          desk.checkRevision(held, revision);
          desk.checkOpen(held);
          PlaceCard card = cards.byNumber(held.number()).orElseThrow();
          history.record(held.number(), What.SPLIT, now, actor.account(), why);
          if (closes) {
            places.setStatus(held.number(), Status.CLOSED, now);
            history.record(held.number(), What.CLOSED, now, actor.account(), why);
          }
          for (String name : wanted) {
            made.add(part(actor, held, card, name, now));
          }
          audit.record(Act.on(actor.account(), "places.split", place.toString()));
        });
    return made;
  }

  @Override
  public List<PlaceCard> parts(long place) {
    List<Long> numbers = locations.openParts(place);
    if (numbers.isEmpty()) {
      return List.of();
    }
    Map<Long, PlaceCard> found = cards.byNumbers(numbers);
    return numbers.stream().map(number -> Objects.requireNonNull(found.get(number))).toList();
  }

  @Override
  @Transactional
  public OwnerChange beginOwnerChange(
      Actor actor, UUID place, String name, String phone, Locale language, Instant now) {
    PlaceScope scope = PlaceScope.of(actor, Permission.PLACES_REGISTER);
    PlaceRules.newOwner(name, phone);
    long number = places.number(place, scope).orElseThrow(PlaceScope::notFound);
    OwnerProof.Begun begun =
        proof.request(PlaceRules.mobile(phone), purpose(number), language, now);
    audit.record(Act.on(actor.account(), "places.begin-owner-change", place.toString()));
    return new OwnerChange(begun.token(), begun.reference(), begun.sent(), begun.expiresAt());
  }

  @Override
  public void confirmOwnerChange(
      Actor actor,
      UUID place,
      String token,
      @Nullable String oneTimeCode,
      String name,
      Instant now) {
    PlaceScope scope = PlaceScope.of(actor, Permission.PLACES_REGISTER);
    desk.change(
        place,
        scope,
        held -> {
          if (held.status() == Status.CLOSED || held.status() == Status.DRAFT) {
            throw PlaceDesk.state(held.status());
          }
          OwnerProof.Proved proved =
              proof
                  .proved(token, oneTimeCode, purpose(held.number()), now)
                  .orElseThrow(() -> Refusal.conflict("places.refused.phone-waits"));
          var owner = PlaceRules.newOwner(name, proved.phone().digits());
          long account = proved.account(owner, now);
          proof.handOver(held.number(), account, actor.account(), now);
          OwnerSeal.Columns sealed =
              owners.seal(place, OwnerSeal.Columns.NONE, owner, proved.phone());
          places.setOwner(held.number(), account, sealed);
          history.record(held.number(), What.OWNER_CHANGED, now, actor.account(), null);
          audit.record(Act.on(actor.account(), "places.change-owner", place.toString()));
        });
  }

  private void settle(
      Actor actor,
      Held held,
      What what,
      String why,
      Instant from,
      int oldUnit,
      int newUnit,
      Instant now) {
    history.record(held.number(), what, now, actor.account(), why);
    coverage.note(oldUnit, desk.today(from));
    coverage.note(newUnit, desk.today(from));
    audit.record(Act.on(actor.account(), "places." + what.key(), held.publicId().toString()));
    events.publishEvent(new PlaceMoved(held.number(), from));
  }

  /** A part is what the whole is, but for its name; its owner is the same. */
  private UUID part(Actor actor, Held held, PlaceCard card, String name, Instant now) {
    OwnerContact owner = owners.open(card.publicId(), held.owner());
    PlaceCardTable.OwnHours own = cards.ownHours(card.number()).orElseThrow();
    OpeningHours hours = own.hours();
    var registration =
        new Registration(
            name,
            card.type(),
            card.address(),
            card.unit(),
            card.locationExact() ? card.location() : null,
            card.setting(),
            hours == null ? null : hours.text(),
            null,
            card.validFrom(),
            card.validTo(),
            owner.name(),
            owner.phone() == null ? null : "+" + owner.phone());
    PlaceFacts facts = rules.check(registration, desk.today(now));
    PlaceDesk.Entered entered = desk.enter(actor, facts, now);
    locations.addPart(card.number(), entered.number(), now, actor.account());
    history.record(entered.number(), What.SPLIT_OFF, now, actor.account(), card.code().shown());
    return entered.publicId();
  }

  private static Registration moved(PlaceCard card, NewLocation to) {
    return new Registration(
        card.name(),
        card.type(),
        to.address(),
        to.unit(),
        to.location(),
        card.setting(),
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** A proof for one place serves no other. */
  private static String purpose(long place) {
    return "places.owner." + place;
  }
}
