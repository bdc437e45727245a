package vn.lachan.app.tracing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.access.Actor;
import vn.lachan.app.kernel.Inside;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.visits.OwnPhone;

/**
 * The front door of published itineraries: places and windows that an officer made public, so that
 * whoever was there can know. They name no case and no person.
 */
public interface Itineraries {
  /**
   * Makes a place and a window public; CASES_WRITE over the place's unit, an act in the audit
   * record.
   *
   * @throws Refusal {@code tracing.refused.itinerary-…}
   */
  UUID publish(Actor actor, NewItinerary itinerary, Instant now);

  /** Takes an itinerary back; CASES_WRITE over its unit, an act in the audit record. */
  void withdraw(Actor actor, UUID itinerary, String reason, Instant now);

  /** Itineraries in reach, the latest first, withdrawn ones too; CASES_READ. */
  Page<Itinerary> list(Actor actor, @Nullable String after, int rows);

  /** One itinerary in reach; CASES_READ. */
  Itinerary get(Actor actor, UUID itinerary);

  /** How many people were there; CASES_READ over its unit. */
  int countPresent(Actor actor, UUID itinerary);

  /** Who was there, masked, by the time they came; CASES_READ over its unit, an act. */
  Page<PresentPerson> present(Actor actor, UUID itinerary, @Nullable String after, int rows);

  /** What is public now, the latest window first. */
  @Inside("published for everybody")
  Page<PublicItinerary> published(@Nullable String after, int rows, Instant now);

  /** Which public itineraries this phone's own visits meet; it learns of nobody else. */
  @Inside("the phone's cookies name the person and the device")
  List<OwnMatch> check(OwnPhone phone, Instant now);
}
