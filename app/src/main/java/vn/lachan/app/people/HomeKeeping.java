package vn.lachan.app.people;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Reach;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.kernel.Refusal;

/** Recording who lives with whom and where, each with its time and on whose word. */
@Component
class HomeKeeping implements Homes {
  /** Stays in one household, a dormitory's too. */
  private static final int STAYS_MOST = 5_000;

  private final HomeTable table;
  private final HomeReading reading;
  private final AliasTable aliases;
  private final IdentityOpening opening;
  private final RecordEditing editing;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transactions;

  HomeKeeping(
      HomeTable table,
      HomeReading reading,
      AliasTable aliases,
      IdentityOpening opening,
      RecordEditing editing,
      Audit audit,
      ApplicationEventPublisher events,
      TransactionTemplate transactions) {
    this.table = table;
    this.reading = reading;
    this.aliases = aliases;
    this.opening = opening;
    this.editing = editing;
    this.audit = audit;
    this.events = events;
    this.transactions = transactions;
  }

  @Override
  public HomeFile file(Actor actor, long person) {
    Reach reach = actor.require(Permission.PEOPLE_READ);
    return reading.file(wholeInReach(reach, person));
  }

  @Override
  public UUID found(
      Actor actor, long person, HouseholdKind kind, Instant since, SaidBy saidBy, Instant now) {
    Reach reach = actor.require(Permission.PEOPLE_EDIT);
    refuseFuture(since, now);
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              long standing = wholeInReach(reach, person).getFirst();
              HomeTable.Place place =
                  table.insert(kind, reading.unit(standing), actor.account(), now);
              table.enter(place.number(), standing, since, null, saidBy, actor.account(), now);
              record(actor, "people.household-found", saidBy, List.of(standing));
              return place.id();
            }));
  }

  @Override
  public void join(
      Actor actor,
      UUID household,
      long person,
      Instant since,
      @Nullable Instant until,
      SaidBy saidBy,
      Instant now) {
    Reach reach = actor.require(Permission.PEOPLE_EDIT);
    refuseFuture(since, now);
    if (until != null && (!until.isAfter(since) || until.isAfter(now))) {
      throw Refusal.invalid("people.refused.left-before");
    }
    transactions.executeWithoutResult(
        status -> {
          List<Long> whole = wholeInReach(reach, person);
          HomeTable.Place place = locked(reach, household);
          List<Long> members = table.members(place.number());
          if (members.size() >= STAYS_MOST) {
            throw Refusal.invalid("people.refused.household-full", STAYS_MOST);
          }
          if (table.staysOf(place.number(), whole).stream()
              .anyMatch(stay -> stay.overlaps(since, until))) {
            throw Refusal.conflict("people.refused.lives-there");
          }
          table.enter(place.number(), whole.getFirst(), since, until, saidBy, actor.account(), now);
          record(actor, "people.household-join", saidBy, whole);
          tell(members, whole, since);
        });
  }

  @Override
  public void leave(
      Actor actor, UUID household, long person, Instant at, SaidBy saidBy, Instant now) {
    Reach reach = actor.require(Permission.PEOPLE_EDIT);
    refuseFuture(at, now);
    transactions.executeWithoutResult(
        status -> {
          List<Long> whole = wholeInReach(reach, person);
          HomeTable.Place place = locked(reach, household);
          HomeTable.Stay stay = openStay(place, whole);
          if (!at.isAfter(stay.enteredAt())) {
            throw Refusal.invalid("people.refused.left-before");
          }
          table.leave(stay, at, saidBy, actor.account(), now);
          record(actor, "people.household-leave", saidBy, whole);
          tell(table.members(place.number()), whole, at);
        });
  }

  @Override
  public void neverLivedThere(
      Actor actor, UUID household, long person, SaidBy saidBy, Instant now) {
    Reach reach = actor.require(Permission.PEOPLE_EDIT);
    transactions.executeWithoutResult(
        status -> {
          List<Long> whole = wholeInReach(reach, person);
          HomeTable.Place place = locked(reach, household);
          List<HomeTable.Stay> stays = table.staysOf(place.number(), whole);
          if (stays.isEmpty()) {
            throw Refusal.conflict("people.refused.lives-not-there");
          }
          List<Long> members = table.members(place.number());
          table.delete(stays.getFirst());
          record(actor, "people.household-mistake", saidBy, whole);
          tell(members, whole, stays.getFirst().enteredAt());
        });
  }

  @Override
  public UUID liveTogether(
      @Nullable UUID household, List<Long> asked, SaidBy saidBy, Instant since, Instant now) {
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              HomeTable.Place place =
                  household == null
                      ? table.insert(
                          HouseholdKind.FAMILY, reading.unit(asked.getFirst()), Act.PROGRAM, now)
                      : table
                          .lock(household)
                          .orElseThrow(() -> Refusal.notFound("people.refused.no-household"));
              asked.forEach(person -> enterOwn(place, person, saidBy, since, now));
              return place.id();
            }));
  }

  private void enterOwn(
      HomeTable.Place place, long person, SaidBy saidBy, Instant since, Instant now) {
    List<Long> whole = whole(person);
    List<Long> members = table.members(place.number());
    if (members.size() >= STAYS_MOST) {
      throw Refusal.invalid("people.refused.household-full", STAYS_MOST);
    }
    if (table.staysOf(place.number(), whole).stream()
        .noneMatch(stay -> stay.overlaps(since, null))) {
      table.enter(place.number(), person, since, null, saidBy, Act.PROGRAM, now);
      audit.record(Act.onPerson(Act.PROGRAM, "people.household-join", person, saidBy.name()));
      tell(members, whole, since);
    }
  }

  @Override
  public void leaveHome(UUID household, long person, SaidBy saidBy, Instant at, Instant now) {
    transactions.executeWithoutResult(
        status ->
            table
                .lock(household)
                .ifPresent(
                    place ->
                        table.staysOf(place.number(), whole(person)).stream()
                            .filter(stay -> stay.leftAt() == null && at.isAfter(stay.enteredAt()))
                            .forEach(stay -> leaveOwn(place, stay, saidBy, at, now))));
  }

  private void leaveOwn(
      HomeTable.Place place, HomeTable.Stay stay, SaidBy saidBy, Instant at, Instant now) {
    table.leave(stay, at, saidBy, Act.PROGRAM, now);
    audit.record(Act.onPerson(Act.PROGRAM, "people.household-leave", stay.person(), saidBy.name()));
    tell(table.members(place.number()), List.of(stay.person()), at);
  }

  private List<Long> whole(long person) {
    long standing = Objects.requireNonNull(aliases.canonical(List.of(person)).get(person));
    return Objects.requireNonNull(aliases.records(List.of(standing)).get(standing));
  }

  @Override
  public void move(
      Actor actor, long person, NewHome home, SaidBy saidBy, int version, Instant now) {
    Reach reach = actor.require(Permission.PEOPLE_EDIT);
    refuseFuture(home.since(), now);
    transactions.executeWithoutResult(
        status -> {
          editing.move(actor, reach, person, home, saidBy, version, now);
          events.publishEvent(new ResidenceChanged(person));
        });
  }

  private HomeTable.Stay openStay(HomeTable.Place place, Collection<Long> whole) {
    return table.staysOf(place.number(), whole).stream()
        .filter(stay -> stay.leftAt() == null)
        .findFirst()
        .orElseThrow(() -> Refusal.conflict("people.refused.lives-not-there"));
  }

  /** A household is in reach when anybody of it is. */
  private HomeTable.Place locked(Reach reach, UUID household) {
    HomeTable.Place place =
        table.lock(household).orElseThrow(() -> Refusal.notFound("people.refused.no-household"));
    if (opening.inReach(table.members(place.number()), reach).isEmpty()) {
      throw Refusal.notFound("people.refused.no-household");
    }
    return place;
  }

  private List<Long> wholeInReach(Reach reach, long person) {
    Map<Long, List<Long>> wholes = opening.inReach(List.of(person), reach);
    if (wholes.isEmpty()) {
      throw Refusal.notFound("people.refused.not-found");
    }
    return wholes.values().iterator().next();
  }

  private void tell(Collection<Long> members, Collection<Long> whole, Instant from) {
    Set<Long> all = new HashSet<>(members);
    all.addAll(whole);
    events.publishEvent(
        new HouseholdChanged(
            new ArrayList<>(new HashSet<>(aliases.canonical(all).values())), from));
  }

  private void record(Actor actor, String kind, SaidBy saidBy, List<Long> persons) {
    audit.record(
        new Act(actor.account(), kind, saidBy.name(), null, null, 1, List.copyOf(persons)));
  }

  private static void refuseFuture(Instant time, Instant now) {
    if (time.isAfter(now)) {
      throw Refusal.invalid("people.refused.future");
    }
  }
}
