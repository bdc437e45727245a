package vn.lachan.app.visits;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.engine.scan.PlaceCode;

/** The front door: hands each question to the part that answers it and counts what is refused. */
@Component
class StoredVisits implements Visits {
  private final OwnPhones phones;
  private final Gates gates;
  private final Intake intake;
  private final VisitLists lists;
  private final VisitLoad loading;
  private final Visitors visitors;
  private final StayTable stays;
  private final VisitStore store;
  private final RefusalRules rules;
  private final Audit audit;
  private final TransactionOperations transactions;

  StoredVisits(
      OwnPhones phones,
      Gates gates,
      Intake intake,
      VisitLists lists,
      VisitLoad loading,
      Visitors visitors,
      StayTable stays,
      VisitStore store,
      RefusalRules rules,
      Audit audit,
      TransactionOperations transactions) {
    this.phones = phones;
    this.gates = gates;
    this.intake = intake;
    this.lists = lists;
    this.loading = loading;
    this.visitors = visitors;
    this.stays = stays;
    this.store = store;
    this.rules = rules;
    this.audit = audit;
    this.transactions = transactions;
  }

  @Override
  public DoorView door(PlaceCode place, OwnPhone phone, Instant now) {
    return counting(() -> phones.door(place, phone, now));
  }

  @Override
  public Entered enter(
      PlaceCode place, Visitor.@Nullable Claimed visitor, OwnPhone phone, Instant now) {
    return counting(() -> phones.enter(place, visitor, phone, now));
  }

  @Override
  public Instant leave(PlaceCode place, OwnPhone phone, Instant now) {
    return counting(() -> phones.leave(place, phone, now));
  }

  @Override
  public Optional<OwnStays> ownStays(OwnPhone phone, Instant from, Instant to) {
    return phones.stays(phone, from, to);
  }

  @Override
  public GroupDoor groupDoor(PlaceCode place, List<Long> persons, OwnPhone phone, Instant now) {
    return counting(() -> phones.groupDoor(place, persons, phone, now));
  }

  @Override
  public Map<Long, Instant> enterAll(
      PlaceCode place, List<Long> persons, OwnPhone phone, Instant now) {
    return counting(() -> phones.enterAll(place, persons, phone, now));
  }

  @Override
  public Map<Long, Instant> leaveAll(
      PlaceCode place, List<Long> persons, OwnPhone phone, Instant now) {
    return counting(() -> phones.leaveAll(place, persons, phone, now));
  }

  @Override
  public OwnStays staysOf(long person, OwnPhone phone, Instant from, Instant to) {
    return phones.staysOf(person, phone, from, to);
  }

  @Override
  public Gate gate(Actor actor, UUID place, Instant now) {
    return lists.gate(actor, place, now);
  }

  @Override
  public Verdict scan(Actor actor, UUID place, GateScan scan, Instant now) {
    return gates.scan(actor, place, scan, now);
  }

  @Override
  public AtGate atGate(Actor actor, UUID place, GateScan scan, Instant now) {
    return counting(() -> gates.atGate(actor, place, scan, now));
  }

  @Override
  public long person(Actor actor, UUID place, Visitor visitor, Instant at) {
    return counting(() -> gates.person(actor, place, visitor, at));
  }

  @Override
  public int inside(Actor actor, UUID place, Instant now) {
    PlaceCard card = lists.place(actor, Permission.VISITS_CAPTURE, place);
    return stays.inside(card.number(), now);
  }

  @Override
  public Receipt record(Actor actor, SentVisit visit, CaptureWay way, Instant now) {
    Receipt receipt = recordAll(actor, List.of(visit), way, now).getFirst();
    if (receipt.refusal() != null) {
      throw receipt.refusal();
    }
    return receipt;
  }

  @Override
  public List<Receipt> recordAll(Actor actor, List<SentVisit> visits, CaptureWay way, Instant now) {
    return counting(() -> intake.recordAll(actor, visits, way, now));
  }

  @Override
  public void withdraw(
      Actor actor,
      UUID placeId,
      UUID person,
      Instant enteredAt,
      WithdrawalReason reason,
      Instant now) {
    PlaceCard place = lists.place(actor, Permission.VISITS_WITHDRAW, placeId);
    long number = visitors.known(person);
    if (!stays.exists(number, place.number(), enteredAt)) {
      throw Refusal.notFound("visits.refused.unknown-visit");
    }
    var withdrawal =
        new NewWithdrawal(
            number, place.number(), enteredAt.getEpochSecond(), actor.account(), reason.key());
    transactions.executeWithoutResult(
        status -> {
          store.append(List.of(withdrawal));
          audit.record(Act.onPerson(actor.account(), "visits.withdraw", number, reason.key()));
        });
  }

  @Override
  public Page<ListedVisit> ofDay(
      Actor actor, UUID place, LocalDate day, @Nullable String after, int rows) {
    return lists.ofDay(actor, place, day, after, rows);
  }

  @Override
  public DayFigures figures(Actor actor, UUID place, LocalDate day, Instant now) {
    return lists.figures(actor, place, day, now);
  }

  @Override
  public List<UnmatchedDeparture> unmatched(Actor actor, UUID place, Instant now) {
    return lists.unmatched(actor, place, now);
  }

  @Override
  public Refusal counted(Refusal refusal) {
    return rules.counted(refusal);
  }

  @Override
  public long load(Iterator<LoadedVisit> visits, Instant now) {
    return loading.load(visits, now);
  }

  private <T> T counting(Supplier<T> answer) {
    try {
      return answer.get();
    } catch (Refusal refusal) {
      throw rules.counted(refusal);
    }
  }
}
