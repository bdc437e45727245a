package vn.lachan.app.privacy;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lachan.app.access.Actor;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.kernel.Limits;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.messaging.Messages;
import vn.lachan.app.messaging.Reference;
import vn.lachan.app.people.MaskedPerson;
import vn.lachan.app.people.People;
import vn.lachan.app.people.PersonQuery;

/**
 * The register of breaches: what happened, by when the authority must know, whom it concerns, and
 * what was done. PRIVACY_MANAGE for all of it; what is written is sealed and opened by an act.
 */
@Component
public class Breaches {
  /** What may be written about a breach. */
  public static final List<String> TEXTS = List.of("what", "consequences", "measures", "contact");

  private static final int AFFECTED_SHOWN = 200;
  private static final int NOTICES_AT_ONCE = 500;

  private final BreachTable breaches;
  private final Periods periods;
  private final SealedTexts texts;
  private final Steps steps;
  private final PersonData persons;
  private final People people;
  private final Messages messages;
  private final Audit audit;
  private final PrivacySettings settings;

  Breaches(
      BreachTable breaches,
      Periods periods,
      SealedTexts texts,
      Steps steps,
      PersonData persons,
      People people,
      Messages messages,
      Audit audit,
      PrivacySettings settings) {
    this.breaches = breaches;
    this.periods = periods;
    this.texts = texts;
    this.steps = steps;
    this.persons = persons;
    this.people = people;
    this.messages = messages;
    this.audit = audit;
    this.settings = settings;
  }

  /**
   * Enters a breach; the clock runs from its discovery.
   *
   * @throws Refusal {@code privacy.refused.breach}, {@code privacy.refused.received-at}, {@code
   *     privacy.refused.no-law}
   */
  @Transactional
  public UUID enter(Actor actor, NewBreach breach, Instant now) {
    Whole.require(actor);
    check(breach);
    long days = Duration.between(breach.discoveredAt(), now).toDays();
    if (breach.discoveredAt().isAfter(now) || days > settings.olderDays()) {
      throw Refusal.invalid("privacy.refused.received-at", settings.olderDays());
    }
    Period law =
        periods
            .at(Duty.BREACH_NOTIFY, breach.discoveredAt())
            .orElseThrow(() -> Refusal.invalid("privacy.refused.no-law"));
    UUID id = UUID.randomUUID();
    breaches.insert(
        id,
        breach,
        law,
        periods.end(law, breach.discoveredAt()),
        texts.keep(id, breach.texts()),
        actor.account(),
        now);
    done(actor, id, "ENTERED", "privacy.breach-enter", now);
    return id;
  }

  /** Replaces what is known of an open breach; when it was discovered stands. */
  @Transactional
  public void update(Actor actor, UUID id, NewBreach breach, Instant now) {
    BreachTable.Row row = open(actor, id);
    check(breach);
    breaches.update(row.number(), breach);
    texts.replace(row.text(), id, breach.texts());
    done(actor, id, "UPDATED", "privacy.breach-update", now);
  }

  /** Open ones by their clock, then closed ones. */
  @Transactional(readOnly = true)
  public Page<BreachRow> list(Actor actor, @Nullable Long after, int rows, Instant now) {
    Whole.require(actor);
    int size = Limits.pageRows(rows);
    return Page.of(breaches.list(after, size + 1), size, row -> Long.toString(row.number()))
        .map(row -> row(row, now));
  }

  /** One breach; what is written stays sealed. */
  @Transactional(readOnly = true)
  public BreachView get(Actor actor, UUID id, Instant now) {
    Whole.require(actor);
    return view(breaches.find(id).orElseThrow(PersonRequests::notFound), false, now);
  }

  /** The same with what is written: an act. */
  @Transactional
  public BreachView open(Actor actor, UUID id, Instant now) {
    Whole.require(actor);
    BreachTable.Row row = breaches.find(id).orElseThrow(PersonRequests::notFound);
    audit.record(Act.on(actor.account(), "privacy.breach-read", "VP-" + row.number()));
    return view(row, true, now);
  }

  /**
   * The authority was told at that time.
   *
   * @throws Refusal {@code privacy.refused.notified-at} before the discovery or in the future
   */
  @Transactional
  public void notified(Actor actor, UUID id, Instant at, Instant now) {
    BreachTable.Row row = open(actor, id);
    if (at.isBefore(row.discoveredAt()) || at.isAfter(now)) {
      throw Refusal.invalid("privacy.refused.notified-at");
    }
    breaches.notified(row.number(), at);
    done(actor, id, "NOTIFIED", "privacy.breach-notified", now);
  }

  /**
   * Binds persons to a breach: a phone, citizen number or personal code a line; all or none.
   *
   * @throws Refusal {@code privacy.refused.breach-line} with the number of the first line that
   *     names nobody or more than one
   */
  @Transactional
  public int addPersons(Actor actor, UUID id, String lines, Instant now) {
    BreachTable.Row row = open(actor, id);
    List<String> read = lines.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    if (read.isEmpty() || read.size() > settings.breachPersons()) {
      throw Refusal.invalid("privacy.refused.breach-lines", settings.breachPersons());
    }
    Set<Long> found = new LinkedHashSet<>();
    for (int i = 0; i < read.size(); i++) {
      found.add(person(actor, read.get(i), i + 1));
    }
    breaches.addPersons(row.number(), found, actor.account(), now);
    audit.record(
        new Act(
            actor.account(),
            "privacy.breach-persons",
            null,
            null,
            "VP-" + row.number(),
            found.size(),
            List.copyOf(found)));
    steps.note(id, "PERSONS", actor.account(), now);
    return found.size();
  }

  /**
   * Sends the notice to those bound to the breach who were not told yet, at most 500 at once.
   *
   * @throws Refusal {@code privacy.refused.no-messages} where no message can be sent
   */
  @Transactional
  public int tell(Actor actor, UUID id, Instant now) {
    BreachTable.Row row = open(actor, id);
    if (!messages.canSend()) {
      throw Refusal.conflict("privacy.refused.no-messages");
    }
    List<BreachTable.Affected> told = breaches.tell(row.number(), NOTICES_AT_ONCE, now);
    told.forEach(
        one ->
            messages.send(
                new Reference(BreachNotices.OWNER, BreachNotices.TEMPLATE, one.number())));
    if (!told.isEmpty()) {
      breaches.told(row.number(), now);
      done(actor, id, "TOLD", "privacy.breach-tell", now);
    }
    return told.size();
  }

  /**
   * Closes a breach.
   *
   * @throws Refusal {@code privacy.refused.breach-not-notified} before the authority was told
   */
  @Transactional
  public void close(Actor actor, UUID id, Instant now) {
    BreachTable.Row row = open(actor, id);
    if (row.notifiedAt() == null) {
      throw Refusal.conflict("privacy.refused.breach-not-notified");
    }
    breaches.closed(row.number(), now);
    done(actor, id, "CLOSED", "privacy.breach-close", now);
  }

  private BreachTable.Row open(Actor actor, UUID id) {
    Whole.require(actor);
    BreachTable.Row row = breaches.lock(id).orElseThrow(PersonRequests::notFound);
    if (row.closedAt() != null) {
      throw Refusal.conflict("privacy.refused.closed");
    }
    return row;
  }

  private void done(Actor actor, UUID id, String what, String kind, Instant now) {
    steps.note(id, what, actor.account(), now);
    BreachTable.Row row = breaches.find(id).orElseThrow(PersonRequests::notFound);
    audit.record(Act.on(actor.account(), kind, "VP-" + row.number()));
  }

  private long person(Actor actor, String line, int number) {
    PersonQuery query;
    try {
      query = PersonQuery.parse(line);
    } catch (Refusal unreadable) {
      throw Refusal.invalid("privacy.refused.breach-line", number);
    }
    List<MaskedPerson> hits = people.find(actor, query, null, 2).rows();
    if (hits.size() != 1) {
      throw Refusal.invalid("privacy.refused.breach-line", number);
    }
    return persons.number(hits.getFirst().publicId());
  }

  private static void check(NewBreach breach) {
    boolean negative = breach.persons() != null && breach.persons() < 0;
    boolean silent = breach.texts().getOrDefault("what", "").isBlank();
    if (negative
        || silent
        || breach.categories().isEmpty()
        || !Catalogue.CLASSES.containsAll(breach.categories())) {
      throw Refusal.invalid("privacy.refused.breach");
    }
  }

  private BreachView view(BreachTable.Row row, boolean opened, Instant now) {
    List<Long> affected = breaches.persons(row.number(), AFFECTED_SHOWN);
    Map<Long, MaskedPerson> masked = people.masked(affected);
    return new BreachView(
        row(row, now),
        opened ? texts.open(row.text(), row.publicId()) : Map.of(),
        affected.stream().filter(masked::containsKey).map(masked::get).toList(),
        steps.of(row.publicId(), opened));
  }

  private static BreachRow row(BreachTable.Row row, Instant now) {
    Instant notified = row.notifiedAt() == null ? now : row.notifiedAt();
    return new BreachRow(
        row.publicId(),
        row.number(),
        row.discoveredAt(),
        row.categories(),
        row.persons(),
        row.listed(),
        row.told(),
        row.harmLikely(),
        row.notifyDue(),
        row.notifiedAt(),
        row.toldAt(),
        row.closedAt(),
        notified.isAfter(row.notifyDue()),
        row.document(),
        row.certainty());
  }
}
