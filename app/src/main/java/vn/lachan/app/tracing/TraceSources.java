package vn.lachan.app.tracing;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import vn.lachan.app.people.HouseholdLink;
import vn.lachan.app.visits.Followed;
import vn.lachan.engine.tracing.Encounter;
import vn.lachan.engine.tracing.PersonWindow;
import vn.lachan.engine.tracing.PlaceWindow;
import vn.lachan.engine.tracing.Setting;
import vn.lachan.engine.tracing.Visit;

/**
 * What traces read of other modules, in the words of their front doors. Visits are of records;
 * everything else is of canonical persons.
 */
interface TraceSources {
  List<Visit> ofPersons(List<PersonWindow> windows);

  List<Visit> atPlaces(List<PlaceWindow> windows);

  Map<Long, Long> canonical(Collection<Long> records);

  Map<Long, List<Long>> recordsOf(Collection<Long> canonical);

  Map<Long, Integer> residenceUnits(Collection<Long> persons);

  Map<Long, Setting> settings(Collection<Long> places);

  List<HouseholdLink> household(Collection<Long> persons, Instant from, Instant to);

  /** Who shared a vehicle with these persons. */
  default List<Encounter> rides(Collection<Long> persons, Instant from, Instant to) {
    return List.of();
  }

  Followed follow(long cursor, int groups);

  long head();
}
