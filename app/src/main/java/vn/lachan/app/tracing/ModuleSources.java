package vn.lachan.app.tracing;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.lachan.app.people.HouseholdLink;
import vn.lachan.app.people.People;
import vn.lachan.app.places.Places;
import vn.lachan.app.visits.Followed;
import vn.lachan.app.visits.VisitStore;
import vn.lachan.engine.tracing.Encounter;
import vn.lachan.engine.tracing.PersonWindow;
import vn.lachan.engine.tracing.PlaceWindow;
import vn.lachan.engine.tracing.Setting;
import vn.lachan.engine.tracing.Visit;

/** The sources of the running program: its own modules. */
@Component
class ModuleSources implements TraceSources {
  private final VisitStore visits;
  private final People people;
  private final Places places;
  private final ObjectProvider<SharedRides> rides;

  ModuleSources(
      VisitStore visits, People people, Places places, ObjectProvider<SharedRides> rides) {
    this.visits = visits;
    this.people = people;
    this.places = places;
    this.rides = rides;
  }

  @Override
  public List<Visit> ofPersons(List<PersonWindow> windows) {
    return visits.ofPersons(windows);
  }

  @Override
  public List<Visit> atPlaces(List<PlaceWindow> windows) {
    return visits.atPlaces(windows);
  }

  @Override
  public Map<Long, Long> canonical(Collection<Long> records) {
    return people.canonical(records);
  }

  @Override
  public Map<Long, List<Long>> recordsOf(Collection<Long> canonical) {
    return people.recordsOf(canonical);
  }

  @Override
  public Map<Long, Integer> residenceUnits(Collection<Long> persons) {
    return people.residenceUnits(persons);
  }

  @Override
  public Map<Long, Setting> settings(Collection<Long> asked) {
    return places.settings(asked);
  }

  @Override
  public List<HouseholdLink> household(Collection<Long> persons, Instant from, Instant to) {
    return people.household(persons, from, to);
  }

  @Override
  public List<Encounter> rides(Collection<Long> persons, Instant from, Instant to) {
    return rides.orderedStream().flatMap(each -> each.of(persons, from, to).stream()).toList();
  }

  @Override
  public Followed follow(long cursor, int groups) {
    return visits.follow(cursor, groups);
  }

  @Override
  public long head() {
    return visits.head();
  }
}
