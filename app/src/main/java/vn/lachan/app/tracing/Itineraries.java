package vn.lachan.app.tracing;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.access.Actor;
import vn.lachan.app.kernel.Inside;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.visits.OwnPhone;

/**
 * The front door of published itineraries: a place and a window that an officer makes public, so
 * that whoever was there may come forward. Nothing published names a case or a person. Officers
 * reach those of places in their units; everybody reads what is public.
 */
public interface Itineraries {
  /** The longest window in days; a longer one is a typing mistake or says nothing. */
  int MOST_DAYS = 7;

  /** From so many stays on, who was there is no list any more but a crowd. */
  int MOST_STAYS = 200_000;

  /**
   * Makes a place and a window public; CASES_WRITE over the place, an act in the audit record.
   *
   * @return the public id
   * @throws Refusal {@code tracing.refused.itinerary-place}, {@code …-window}, {@code …-days},
   *     {@code …-future}, {@code …-old}, {@code …-instructions}, {@code …-names}, {@code …-twice}
   */
  UUID publish(Actor actor, NewItinerary itinerary, Instant now);

  /**
   * How many were there; empty where there are too many to be a list, which may be published all
   * the same. Nothing is stored; refused as {@link #publish}.
   */
  OptionalInt preview(Actor actor, NewItinerary itinerary, Instant now);

  /**
   * Takes an itinerary back: it disappears from the public at once; CASES_WRITE, an act in the
   * audit record.
   *
   * @throws Refusal {@code tracing.refused.no-itinerary}, {@code
   *     tracing.refused.itinerary-withdrawn}, {@code tracing.refused.reason}
   */
  void withdraw(Actor actor, UUID itinerary, String reason, Instant now);

  /** The itineraries of the actor's units, the latest published first; CASES_READ. */
  Page<Itinerary> list(
      Actor actor, ItineraryFilter filter, @Nullable String after, int rows, Instant now);

  /** One of them, also a withdrawn one; CASES_READ. */
  Itinerary get(Actor actor, UUID itinerary, Instant now);

  /**
   * Everybody recorded there in the window, masked, by first minute; VISITS_READ over the place. A
   * person with several stays or records is one row, with the minutes of their union.
   *
   * @throws Refusal {@code tracing.refused.itinerary-crowd} from {@link #MOST_STAYS} stays on
   */
  ItineraryVisitors visitors(Actor actor, UUID itinerary, @Nullable String after, int rows);

  /** All of them for an export; CASES_EXPORT, an act in the audit record. */
  List<ItineraryVisitor> export(Actor actor, UUID itinerary);

  /**
   * Tells everybody listed in the app, by long work, each person once; CASES_WRITE over the place,
   * an act in the audit record.
   *
   * @param persons how many the officer saw and confirmed
   * @throws Refusal {@code tracing.refused.told-count} where the list has another number now,
   *     {@code tracing.refused.itinerary-withdrawn}, {@code tracing.refused.itinerary-crowd}
   */
  void tell(Actor actor, UUID itinerary, ItineraryAdvice advice, int persons, Instant now);

  /** How many were told and read it; CASES_READ. */
  ItineraryTold told(Actor actor, UUID itinerary);

  /** What is public at this moment, the latest window first. */
  @Inside("published for everybody to read")
  List<PublicItinerary> published(@Nullable Integer unit, Instant now);

  /** As {@link #published}, for modules that compare places by number. */
  @Inside("published for everybody to read")
  List<PublicWindow> windows(Instant now);

  /**
   * One that is public.
   *
   * @throws Refusal {@code tracing.refused.itinerary-gone} when it was withdrawn, {@code
   *     tracing.refused.no-itinerary} when it is unknown or no longer public
   */
  @Inside("published for everybody to read")
  PublicItinerary shown(UUID itinerary, Instant now);

  /**
   * Which stays that this phone recorded for its person fall into published windows. Nothing is
   * stored, and nobody else's stay is told.
   */
  @Inside("the phone's own cookies are the right, as at the door")
  OwnCheck ownCheck(OwnPhone phone, Instant now);
}
