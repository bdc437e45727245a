package vn.lachan.app.people;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Reach;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.kernel.Limits;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.kernel.Refusal;

/** Destroying whole persons, with the entry that survives them. */
@Component
class PersonDestruction {
  static final int BASIS_LIMIT = 300;

  private final PersonTable persons;
  private final AliasTable aliases;
  private final IdentityOpening opening;
  private final IdentityDestruction forgetting;
  private final DestructionTable table;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transactions;

  PersonDestruction(
      PersonTable persons,
      AliasTable aliases,
      IdentityOpening opening,
      IdentityDestruction forgetting,
      DestructionTable table,
      Audit audit,
      ApplicationEventPublisher events,
      TransactionTemplate transactions) {
    this.persons = persons;
    this.aliases = aliases;
    this.opening = opening;
    this.forgetting = forgetting;
    this.table = table;
    this.audit = audit;
    this.events = events;
    this.transactions = transactions;
  }

  void destroy(
      Actor actor,
      Reach reach,
      long person,
      DestructionReason reason,
      @Nullable String basis,
      Instant now) {
    String ground = checked(basis);
    transactions.executeWithoutResult(
        status -> {
          if (opening.inReach(List.of(person), reach).isEmpty()) {
            throw Refusal.notFound("people.refused.not-found");
          }
          if (persons.lock(person).filter(row -> !row.destroyed()).isEmpty()) {
            throw new Refusal(Refusal.Kind.GONE, "people.refused.destroyed");
          }
          destroyWhole(actor.account(), List.of(person), reason, ground, now);
        });
  }

  /** In the caller's transaction; returns how many persons went. */
  int destroyWhole(
      long by,
      Collection<Long> asked,
      DestructionReason reason,
      @Nullable String basis,
      Instant now) {
    aliases.lock();
    Map<Long, List<Long>> wholes =
        aliases.records(new java.util.HashSet<>(aliases.canonical(asked).values()));
    List<Long> records = wholes.values().stream().flatMap(List::stream).toList();
    List<Long> companions = forgetting.livedWith(records);
    persons.recordDestruction(records, by, reason, now);
    IdentityDestruction.Forgotten forgotten = forgetting.forget(records, now);
    table.insert(by, reason, basis, wholes.size(), records.size(), forgotten, now);
    audit.record(new Act(by, "people.destroy", reason.name(), null, basis, wholes.size(), records));
    events.publishEvent(new PersonDestroyed(records));
    if (!companions.isEmpty()) {
      events.publishEvent(new HouseholdChanged(companions, Instant.EPOCH));
    }
    return wholes.size();
  }

  Page<DestructionEntry> entries(@Nullable String after, int rows) {
    int size = Limits.pageRows(rows);
    return Page.of(
        table.latest(before(after), size + 1), size, entry -> Long.toString(entry.number()));
  }

  private static @Nullable String checked(@Nullable String basis) {
    String text = basis == null ? "" : basis.strip();
    if (text.length() > BASIS_LIMIT || Purpose.hasLongNumber(text)) {
      throw Refusal.invalid("people.refused.basis", BASIS_LIMIT);
    }
    return text.isEmpty() ? null : text;
  }

  private static long before(@Nullable String after) {
    try {
      return after == null ? Long.MAX_VALUE : Long.parseLong(after);
    } catch (NumberFormatException e) {
      throw Refusal.invalid("people.refused.page");
    }
  }
}
