package vn.lachan.app.places;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.access.Actor;
import vn.lachan.app.kernel.Inside;
import vn.lachan.app.kernel.Page;
import vn.lachan.engine.scan.PlaceCode;
import vn.lachan.engine.tracing.Setting;

/**
 * The front door of places. What other modules read of a place is its {@link PlaceCard}; cards are
 * kept in memory for at most {@value PlaceCardCache#SECONDS} seconds, so a place that closes, or
 * whose code is replaced, refuses visits everywhere within that time. What a person does takes the
 * actor first; places outside their reach do not exist for them.
 */
public interface Places {

  /** The place that bears a code now. A code that was replaced bears no place any more. */
  @Inside("a code is printed on a public poster")
  Optional<PlaceCard> byCode(PlaceCode code);

  @Inside("visits and tracing read places by number after their own check")
  Optional<PlaceCard> find(long place);

  @Inside("visits and tracing read places by number after their own check")
  Map<Long, PlaceCard> cards(Collection<Long> places);

  @Inside("the number behind a public id is no secret of the place")
  Optional<PlaceCard> byPublicId(UUID publicId);

  /** What the air is like; places that do not exist are left out. */
  @Inside("tracing asks for the settings of the places in a trace")
  Map<Long, Setting> settings(Collection<Long> places);

  /**
   * What departures are inferred from: the place's hours and the minutes of its type as the data
   * said on that day. A day before the first data about a type is judged by the first.
   */
  @Inside("visits infer departures that nobody scanned")
  Optional<DwellRule> dwell(long place, LocalDate on);

  /** The kinds of places in force on a day, in the order of the file. */
  @Inside("kinds of places are public reference data")
  List<PlaceType> types(LocalDate on);

  /** What a page shows before anybody registers anything: one type as it stands on a day. */
  @Inside("kinds of places are public reference data")
  Optional<PlaceType> type(String code, LocalDate on);

  /**
   * An officer, or an owner who is signed in, registers a place. It is open at once where the actor
   * may also approve there, otherwise it waits for the commune.
   *
   * @return the public id
   */
  UUID register(Actor actor, Registration registration, Instant now);

  /**
   * The first step of self-service: the registration is kept as a draft and a one-time code goes to
   * the owner's phone. Refused without a name and a mobile phone.
   *
   * @param language of the message
   * @throws vn.lachan.app.kernel.Refusal also where codes are asked for too often
   */
  @Inside("anybody may register a place; the phone is confirmed in the next step")
  DraftPlace draft(Registration registration, Locale language, Instant now);

  /**
   * The second step: the one-time code proves the phone, the owner gets an account, and the
   * registration is submitted.
   *
   * @param token of the draft
   * @param oneTimeCode null asks whether an officer confirmed the phone by calling
   * @return the owner's account
   */
  @Inside("the one-time code is the proof")
  long confirm(UUID draft, String token, @Nullable String oneTimeCode, Instant now);

  Page<PlaceRow> list(Actor actor, PlaceFilter filter, @Nullable String after, int rows);

  /** Registrations that wait for the actor, the longest waiting first. */
  Page<PlaceRow> approvals(Actor actor, @Nullable String after, int rows);

  /** The latest places that the actor entered and that still exist, the newest first; few. */
  List<PlaceRow> justEntered(Actor actor);

  PlaceView get(Actor actor, UUID place);

  /** The owner's name and phone, opened: an act in the audit record. */
  Optional<OwnerContact> owner(Actor actor, UUID place, String purpose);

  /**
   * Changes the facts of a place. An owner may change an open place's hours and capacity only; a
   * returned registration that its owner corrects is submitted again.
   *
   * @param revision the revision that the actor saw; another one is refused as a conflict
   */
  void correct(Actor actor, UUID place, Registration registration, int revision, Instant now);

  /**
   * Opens a registration.
   *
   * @param revision the revision that the actor read; another one is refused as a conflict that
   *     says who changed what; null approves what stands there now
   */
  void approve(Actor actor, UUID place, @Nullable Integer revision, Instant now);

  /** Sends a registration back to its owner, who reads the reason and corrects it. */
  void giveBack(Actor actor, UUID place, String reason, Instant now);

  void close(Actor actor, UUID place, String reason, Instant now);

  void reopen(Actor actor, UUID place, String reason, Instant now);

  /** Gives the place a new code, for a poster that was lost or forged; the old one dies. */
  PlaceCode replaceCode(Actor actor, UUID place, String reason, Instant now);

  /**
   * Many places at once, open from the start, for the demo: a few thousand a second.
   *
   * @return their numbers in the order of the iterator
   */
  @Inside("only the loader of the demo calls it")
  long[] load(Iterator<NewPlace> places, Instant now);
}
