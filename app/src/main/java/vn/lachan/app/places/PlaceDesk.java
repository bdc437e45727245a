package vn.lachan.app.places;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.places.PlaceTable.Held;
import vn.lachan.app.places.StateChange.What;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.app.units.Units;
import vn.lachan.engine.scan.PersonName;
import vn.lachan.engine.scan.PhoneNumber;
import vn.lachan.engine.scan.PlaceCode;

/**
 * What people do to places. Each step locks the place within the actor's scope, checks its status,
 * writes the change, its history and its audit entry in one transaction, and then forgets the card.
 */
@Component
class PlaceDesk {
  private static final DateTimeFormatter CHANGED_AT = DateTimeFormatter.ofPattern("HH:mm dd/MM");

  private final PlaceTable places;
  private final PlaceHistoryTable history;
  private final PlaceCardTable cards;
  private final PlaceCardCache cache;
  private final PlaceRules rules;
  private final OwnerSeal owners;
  private final OwnerProof proof;
  private final Units units;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transactions;
  private final ProgramSettings program;

  PlaceDesk(
      PlaceTable places,
      PlaceHistoryTable history,
      PlaceCardTable cards,
      PlaceCardCache cache,
      PlaceRules rules,
      OwnerSeal owners,
      OwnerProof proof,
      Units units,
      Audit audit,
      ApplicationEventPublisher events,
      TransactionTemplate transactions,
      ProgramSettings program) {
    this.places = places;
    this.history = history;
    this.cards = cards;
    this.cache = cache;
    this.rules = rules;
    this.owners = owners;
    this.proof = proof;
    this.units = units;
    this.audit = audit;
    this.events = events;
    this.transactions = transactions;
    this.program = program;
  }

  /** A place that was just written. */
  record Entered(long number, UUID publicId) {}

  UUID register(Actor actor, Registration registration, Instant now) {
    actor.require(Permission.PLACES_REGISTER);
    return enter(actor, rules.check(registration, today(now)), now).publicId();
  }

  /** What {@link #register} does with facts that passed the rules; joins a transaction. */
  Entered enter(Actor actor, PlaceFacts facts, Instant now) {
    actor.require(Permission.PLACES_REGISTER);
    boolean owner = actor.kind() == Actor.Kind.OWNER;
    if (!owner && !reaches(actor, Permission.PLACES_REGISTER, facts.unit())) {
      throw Refusal.forbidden("places.refused.outside-reach");
    }
    boolean opens = !owner && reaches(actor, Permission.PLACES_APPROVE, facts.unit());
    UUID publicId = UUID.randomUUID();
    Long number = transactions.execute(status -> enter(actor, facts, publicId, owner, opens, now));
    return new Entered(Objects.requireNonNull(number), publicId);
  }

  private long enter(
      Actor actor, PlaceFacts facts, UUID publicId, boolean owner, boolean opens, Instant now) {
    Long account = owner ? Long.valueOf(actor.account()) : named(facts, now);
    Status first = opens ? Status.OPEN : Status.SUBMITTED;
    long number = write(publicId, facts, account, first, actor.account(), now);
    if (account != null) {
      proof.assign(account, number, actor.account(), now);
    }
    history.record(number, What.SUBMITTED, now, actor.account(), null);
    if (opens) {
      history.record(number, What.APPROVED, now, actor.account(), null);
    }
    audit.record(Act.on(actor.account(), "places.register", publicId.toString()));
    events.publishEvent(new PlaceRegistered(number, facts.unit(), facts.type().code(), now));
    return number;
  }

  /** The account of the owner whom an officer names, if both name and mobile phone are known. */
  private @Nullable Long named(PlaceFacts facts, Instant now) {
    PhoneNumber phone = facts.ownerPhone();
    PersonName name = facts.ownerName();
    return phone == null || name == null || !phone.isMobile()
        ? null
        : Long.valueOf(proof.accountFor(phone, name, now));
  }

  /** A registration of somebody unknown; nothing but this row exists until the phone is proved. */
  UUID draft(PlaceFacts facts, Instant now) {
    UUID publicId = UUID.randomUUID();
    transactions.executeWithoutResult(
        status -> write(publicId, facts, null, Status.DRAFT, null, now));
    return publicId;
  }

  /** The owner's phone is proved: the draft goes to the commune. */
  void submit(Held draft, long account, Instant now) {
    transactions.executeWithoutResult(
        status -> {
          places.setStatus(draft.number(), Status.SUBMITTED, now);
          places.setOwner(draft.number(), account);
          history.record(draft.number(), What.SUBMITTED, now, account, null);
          audit.record(Act.on(account, "places.register", draft.publicId().toString()));
          PlaceCard card = cards.byNumber(draft.number()).orElseThrow();
          events.publishEvent(new PlaceRegistered(card.number(), card.unit(), card.type(), now));
        });
  }

  void correct(Actor actor, UUID place, Registration registration, int revision, Instant now) {
    PlaceFacts facts = rules.check(registration, today(now));
    boolean owner = actor.kind() == Actor.Kind.OWNER;
    if (!owner && !reaches(actor, Permission.PLACES_REGISTER, facts.unit())) {
      throw Refusal.forbidden("places.refused.outside-reach");
    }
    PlaceScope scope = PlaceScope.of(actor, Permission.PLACES_REGISTER);
    change(
        place,
        scope,
        held -> {
          if (held.revision() != revision) {
            throw Refusal.conflict("places.refused.revision");
          }
          if (held.status() == Status.CLOSED) {
            throw state(held.status());
          }
          if (owner && held.status() == Status.OPEN) {
            checkOwnerMay(cards.byNumber(held.number()).orElseThrow(), facts);
          }
          OwnerSeal.Columns sealed =
              owners.seal(place, held.owner(), facts.ownerName(), facts.ownerPhone());
          PlaceCard before = cards.byNumber(held.number()).orElseThrow();
          places.correct(held, facts, sealed);
          PlaceChanged.between(before, cards.byNumber(held.number()).orElseThrow())
              .ifPresent(events::publishEvent);
          history.record(held.number(), What.CORRECTED, now, actor.account(), null);
          if (held.status() == Status.RETURNED) {
            move(held, What.SUBMITTED, actor, null, now);
          }
          audit.record(Act.on(actor.account(), "places.correct", place.toString()));
        });
  }

  /**
   * Approves what the officer read. Without a revision what stands there now, for systems that do
   * not send one yet.
   */
  void approve(Actor actor, UUID place, @Nullable Integer revision, Instant now) {
    PlaceScope scope = PlaceScope.of(actor, Permission.PLACES_APPROVE);
    change(
        place,
        scope,
        held -> {
          if (revision != null) {
            checkRevision(held, revision);
          }
          if (held.status() != Status.SUBMITTED) {
            throw state(held.status());
          }
          move(held, What.APPROVED, actor, null, now);
          audit.record(Act.on(actor.account(), "places.approved", place.toString()));
        });
  }

  /** Refuses what was decided about an older reading, and says who changed what since. */
  void checkRevision(Held held, int revision) {
    if (held.revision() == revision) {
      return;
    }
    StateChange last = history.changes(held.number()).getFirst();
    Long by = last.by();
    String who = by == null ? "" : proof.nameOf(by);
    String when = CHANGED_AT.format(last.at().atZone(program.zone()));
    String code =
        switch (last.what()) {
          case CORRECTED, SUBMITTED, MOVED -> "places.refused.changed-facts";
          case APPROVED, REOPENED -> "places.refused.changed-approved";
          case RETURNED -> "places.refused.changed-returned";
          case CLOSED -> "places.refused.changed-closed";
          default -> "places.refused.changed-other";
        };
    throw Refusal.conflict(code, who, when);
  }

  void checkOpen(Held held) {
    if (held.status() != Status.OPEN) {
      throw state(held.status());
    }
  }

  void giveBack(Actor actor, UUID place, String reason, Instant now) {
    step(actor, Permission.PLACES_APPROVE, place, What.RETURNED, reason, now, Status.SUBMITTED);
  }

  /** The commune may close any place of its own, an owner theirs. */
  void close(Actor actor, UUID place, String reason, Instant now) {
    Permission permission =
        actor.may(Permission.PLACES_APPROVE)
            ? Permission.PLACES_APPROVE
            : Permission.PLACES_REGISTER;
    step(
        actor,
        permission,
        place,
        What.CLOSED,
        reason,
        now,
        Status.OPEN,
        Status.SUBMITTED,
        Status.RETURNED);
  }

  void reopen(Actor actor, UUID place, String reason, Instant now) {
    step(actor, Permission.PLACES_APPROVE, place, What.REOPENED, reason, now, Status.CLOSED);
  }

  PlaceCode replaceCode(Actor actor, UUID place, String reason, Instant now) {
    String why = PlaceRules.reason(reason);
    PlaceScope scope = PlaceScope.of(actor, Permission.PLACES_APPROVE);
    change(
        place,
        scope,
        held -> {
          history.retireCodes(held.number(), why, now);
          places.setCode(held.number(), newCode(held.number(), now));
          history.record(held.number(), What.CODE_REPLACED, now, actor.account(), why);
          audit.record(Act.on(actor.account(), "places.replace-code", place.toString()));
        });
    return cards.byPublicId(place).orElseThrow().code();
  }

  private void step(
      Actor actor,
      Permission permission,
      UUID place,
      What what,
      @Nullable String reason,
      Instant now,
      Status... from) {
    PlaceScope scope = PlaceScope.of(actor, permission);
    String why = reason == null ? null : PlaceRules.reason(reason);
    change(
        place,
        scope,
        held -> {
          if (!List.of(from).contains(held.status())) {
            throw state(held.status());
          }
          move(held, what, actor, why, now);
          audit.record(Act.on(actor.account(), "places." + what.key(), place.toString()));
        });
  }

  private void move(Held held, What what, Actor actor, @Nullable String reason, Instant now) {
    Status status = what.status();
    if (status == null) {
      throw new IllegalStateException(what + " changes no status");
    }
    places.setStatus(held.number(), status, now);
    history.record(held.number(), what, now, actor.account(), reason);
  }

  /** The card is forgotten after the commit, under the code that it had before. */
  void change(UUID place, PlaceScope scope, Consumer<Held> step) {
    PlaceCard before = cards.byPublicId(place).orElseThrow(PlaceScope::notFound);
    transactions.executeWithoutResult(
        status -> step.accept(places.hold(place, scope).orElseThrow(PlaceScope::notFound)));
    cache.forget(before);
  }

  private long write(
      UUID publicId,
      PlaceFacts facts,
      @Nullable Long account,
      Status status,
      @Nullable Long by,
      Instant now) {
    long number = places.nextNumbers(1).getFirst();
    PlaceCode code = newCode(number, now);
    OwnerSeal.Columns sealed =
        owners.seal(publicId, OwnerSeal.Columns.NONE, facts.ownerName(), facts.ownerPhone());
    places.insert(
        List.of(
            new PlaceTable.NewRow(
                number, publicId, code, facts, sealed, account, status, now, by)));
    history.record(number, What.REGISTERED, now, by, null);
    return number;
  }

  private PlaceCode newCode(long number, Instant now) {
    return Objects.requireNonNull(history.issueCodes(List.of(number), now).get(number));
  }

  boolean reaches(Actor actor, Permission permission, int unit) {
    if (!actor.may(permission)) {
      return false;
    }
    var reach = actor.require(permission);
    return reach.isEverywhere()
        || reach.units().stream().anyMatch(ancestor -> units.contains(ancestor, unit));
  }

  /** What visitors and officers know a place by is the commune's to change once it is open. */
  private static void checkOwnerMay(PlaceCard now, PlaceFacts wanted) {
    boolean same =
        now.name().equals(wanted.name())
            && now.address().equals(wanted.address())
            && now.type().equals(wanted.type().code())
            && now.unit() == wanted.unit();
    if (!same) {
      throw Refusal.forbidden("places.refused.correction-by-commune");
    }
  }

  static Refusal state(Status status) {
    String code = "places.refused.state-" + status.key();
    return Refusal.conflict(code);
  }

  LocalDate today(Instant now) {
    return LocalDate.ofInstant(now, program.zone());
  }
}
