package vn.lachan.app.visits;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.access.Actor;
import vn.lachan.app.kernel.Inside;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.engine.scan.PlaceCode;

/**
 * The front door for people, keepers and other systems. Every answer that says recorded comes after
 * the durable commit. Refusals have codes {@code visits.refused.…}; a full queue is {@code
 * visits.queue-full}, to be tried again.
 */
public interface Visits {
  /** What somebody sees who opens the poster's address on their own phone. */
  @Inside("the code is printed on a public poster")
  DoorView door(PlaceCode place, OwnPhone phone, Instant now);

  /**
   * Checks in by one's own phone. A second tap answers what the first did.
   *
   * @param visitor what was typed; null where the phone is known and one tap is enough
   */
  @Inside("whoever stands at the place may check in")
  Entered enter(PlaceCode place, Visitor.@Nullable Claimed visitor, OwnPhone phone, Instant now);

  /** Checks this phone's person out; answers when. */
  @Inside("the phone's cookie names the person")
  Instant leave(PlaceCode place, OwnPhone phone, Instant now);

  /**
   * The visits that this phone recorded for its person, under any record of the person, that
   * overlap [from, to), the latest first; empty where the phone names nobody. As at the door,
   * visits that others recorded are never shown: a cookie got by a false claim must tell nothing.
   */
  @Inside("the phone's cookies name the person and their own visits")
  Optional<OwnStays> ownStays(OwnPhone phone, Instant from, Instant to);

  /** What somebody sees who checks several persons of theirs in; persons by number. */
  @Inside("the code is printed on a public poster; the persons are the caller's own")
  GroupDoor groupDoor(PlaceCode place, List<Long> persons, OwnPhone phone, Instant now);

  /**
   * Checks several persons in by one phone, as {@link #enter} does one: since when each is inside.
   */
  @Inside("whoever stands at the place may check in; the persons are the caller's own")
  Map<Long, Instant> enterAll(PlaceCode place, List<Long> persons, OwnPhone phone, Instant now);

  /** Checks those of the persons out who are inside by this phone; answers when each left. */
  @Inside("the persons are the caller's own")
  Map<Long, Instant> leaveAll(PlaceCode place, List<Long> persons, OwnPhone phone, Instant now);

  /** The visits that this phone recorded for a person of its holder, the latest first. */
  @Inside("the person is the caller's own")
  OwnStays staysOf(long person, OwnPhone phone, Instant from, Instant to);

  Gate gate(Actor actor, UUID place, Instant now);

  /** Reads what a gate scanned and records it; what cannot be recorded is a red verdict. */
  Verdict scan(Actor actor, UUID place, GateScan scan, Instant now);

  /**
   * Who stands at a gate and whether they are inside, before anything is recorded; VISITS_CAPTURE.
   * A question makes nobody.
   *
   * @throws Refusal where nothing may be recorded at the place now
   */
  AtGate atGate(Actor actor, UUID place, GateScan scan, Instant now);

  /**
   * The record of somebody whom a gate captured, made where nobody knew them; VISITS_CAPTURE.
   *
   * @param at when they were captured, by which a signed code is judged
   * @throws Refusal where nothing may be recorded at the place then, or the visitor names nobody
   */
  long person(Actor actor, UUID place, Visitor visitor, Instant at);

  /** Persons inside now, each once; VISITS_CAPTURE. */
  int inside(Actor actor, UUID place, Instant now);

  /** One visit or check-out sent by a system; a refused one throws. */
  Receipt record(Actor actor, SentVisit visit, CaptureWay way, Instant now);

  /**
   * Many at once, each answered on its own; they may wait for each other, not for other callers.
   */
  List<Receipt> recordAll(Actor actor, List<SentVisit> visits, CaptureWay way, Instant now);

  /** Takes a visit back; {@code person} is a public id. The act is in the audit record. */
  void withdraw(
      Actor actor,
      UUID place,
      UUID person,
      Instant enteredAt,
      WithdrawalReason reason,
      Instant now);

  /** The visits that began on a day, latest first, masked. */
  Page<ListedVisit> ofDay(Actor actor, UUID place, LocalDate day, @Nullable String after, int rows);

  DayFigures figures(Actor actor, UUID place, LocalDate day, Instant now);

  /** Check-outs that have waited for their entry for 48 hours, latest first. */
  List<UnmatchedDeparture> unmatched(Actor actor, UUID place, Instant now);

  /** Counts a refusal that was found before a visit could be read, and answers it. */
  @Inside("only counts")
  Refusal counted(Refusal refusal);

  /** Stores a simulated province at once, in any order; returns how many were stored. */
  @Inside("only the loader of the demo calls it")
  long load(Iterator<LoadedVisit> visits, Instant now);
}
