package vn.lachan.app.tracing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import vn.lachan.app.people.HouseholdLink;
import vn.lachan.engine.tracing.Encounter;
import vn.lachan.engine.tracing.Needs;
import vn.lachan.engine.tracing.PersonWindow;
import vn.lachan.engine.tracing.PlaceWindow;
import vn.lachan.engine.tracing.Setting;
import vn.lachan.engine.tracing.Source;
import vn.lachan.engine.tracing.Visit;

/**
 * Computes several traces side by side: what all of them want to know next is one question to
 * storage, so that a generation of many cases costs the statements of one. Each is given only rows
 * that it asked for, and so finds what it would find alone.
 */
final class TraceBatch {
  private final List<TraceRun> runs;
  private final TraceSources sources;

  private TraceBatch(List<TraceRun> runs, TraceSources sources) {
    this.runs = runs;
    this.sources = sources;
  }

  /** In the order of the runs. */
  static List<TraceRun.Found> find(List<TraceRun> runs, TraceSources sources) {
    var batch = new TraceBatch(List.copyOf(runs), sources);
    while (batch.unfinished()) {
      batch.stays();
      batch.traits();
      batch.present();
      batch.encounters();
    }
    return runs.stream().map(TraceRun::found).toList();
  }

  private boolean unfinished() {
    return runs.stream().anyMatch(run -> run.needs().isPresent());
  }

  private record Asked<N extends Needs>(TraceRun run, N needs) {}

  private <N extends Needs> List<Asked<N>> asked(Class<N> kind) {
    List<Asked<N>> asked = new ArrayList<>();
    for (TraceRun run : runs) {
      run.needs()
          .filter(kind::isInstance)
          .ifPresent(needs -> asked.add(new Asked<>(run, kind.cast(needs))));
    }
    return asked;
  }

  private void stays() {
    List<Asked<Needs.StaysOf>> asked = asked(Needs.StaysOf.class);
    if (asked.isEmpty()) {
      return;
    }
    Set<Long> persons = new HashSet<>();
    asked.forEach(one -> one.needs.windows().forEach(window -> persons.add(window.person())));
    Map<Long, List<Long>> records = sources.recordsOf(persons);
    List<List<PersonWindow>> ofRuns =
        asked.stream().map(one -> ofRecords(one.needs.windows(), records)).toList();
    List<Visit> visits = sources.ofPersons(ofRuns.stream().flatMap(List::stream).toList());
    for (int i = 0; i < asked.size(); i++) {
      List<PersonWindow> windows = ofRuns.get(i);
      asked.get(i).run.stays(asked.size() == 1 ? visits : ofPersons(visits, windows), records);
    }
  }

  private static List<PersonWindow> ofRecords(
      List<PersonWindow> windows, Map<Long, List<Long>> records) {
    List<PersonWindow> all = new ArrayList<>(windows.size());
    for (PersonWindow window : windows) {
      for (long record : records.getOrDefault(window.person(), List.of(window.person()))) {
        all.add(new PersonWindow(record, window.from(), window.to()));
      }
    }
    return all;
  }

  private static List<Visit> ofPersons(List<Visit> visits, List<PersonWindow> windows) {
    Map<Long, PersonWindow> windowOf = HashMap.newHashMap(windows.size());
    windows.forEach(window -> windowOf.put(window.person(), window));
    List<Visit> wanted = new ArrayList<>();
    for (Visit visit : visits) {
      PersonWindow window = windowOf.get(visit.person());
      if (window != null && visit.enteredAt() < window.to() && visit.leftAt() > window.from()) {
        wanted.add(visit);
      }
    }
    return wanted;
  }

  private void traits() {
    List<Asked<Needs.TraitsOf>> asked = asked(Needs.TraitsOf.class);
    if (asked.isEmpty()) {
      return;
    }
    Set<Long> places = new HashSet<>();
    asked.forEach(one -> places.addAll(one.needs.places()));
    Map<Long, Setting> settings = sources.settings(places);
    asked.forEach(one -> one.run.traits(one.needs.places(), settings));
  }

  private void present() {
    List<Asked<Needs.PresentAt>> asked = asked(Needs.PresentAt.class);
    if (asked.isEmpty()) {
      return;
    }
    List<PlaceWindow> windows =
        asked.stream().flatMap(one -> one.needs.windows().stream()).toList();
    List<Visit> visits = sources.atPlaces(windows);
    Set<Long> records = new HashSet<>();
    visits.forEach(visit -> records.add(visit.person()));
    asked.forEach(one -> records.addAll(one.run.frozenRecords()));
    Map<Long, Long> canonical = sources.canonical(records);
    for (Asked<Needs.PresentAt> one : asked) {
      List<Visit> wanted = asked.size() == 1 ? visits : atPlaces(visits, one.needs.windows());
      one.run.present(wanted, canonical);
    }
  }

  private static List<Visit> atPlaces(List<Visit> visits, List<PlaceWindow> windows) {
    Map<Long, List<PlaceWindow>> windowsOf = new HashMap<>();
    for (PlaceWindow window : windows) {
      windowsOf.computeIfAbsent(window.place(), _ -> new ArrayList<>()).add(window);
    }
    List<Visit> wanted = new ArrayList<>();
    for (Visit visit : visits) {
      for (PlaceWindow window : windowsOf.getOrDefault(visit.place(), List.of())) {
        if (visit.enteredAt() < window.to() && visit.leftAt() > window.from()) {
          wanted.add(visit);
          break;
        }
      }
    }
    return wanted;
  }

  private void encounters() {
    List<Asked<Needs.EncountersOf>> asked = asked(Needs.EncountersOf.class);
    if (asked.isEmpty()) {
      return;
    }
    List<HouseholdLink> links =
        asked(asked, TraceBatch::householdsOf)
            .map(each -> sources.household(each.persons(), each.from(), each.to()))
            .orElse(List.of());
    List<Encounter> rides =
        asked(asked, TraceBatch::ridesOf)
            .map(each -> sources.rides(each.persons(), each.from(), each.to()))
            .orElse(List.of());
    boolean alone = asked.size() == 1;
    for (Asked<Needs.EncountersOf> one : asked) {
      one.run.encounters(ofPersons(links, one, alone), ridesOf(rides, one, alone));
    }
  }

  /** All persons of those who ask for such sources, and the time that holds all their windows. */
  private record Together(Set<Long> persons, Instant from, Instant to) {}

  private static Optional<Together> asked(
      List<Asked<Needs.EncountersOf>> asked, Predicate<Set<Source>> wanted) {
    Set<Long> persons = new HashSet<>();
    long from = Long.MAX_VALUE;
    long to = Long.MIN_VALUE;
    for (Asked<Needs.EncountersOf> one : asked) {
      if (!wanted.test(one.needs.sources())) {
        continue;
      }
      for (PersonWindow window : one.needs.windows()) {
        persons.add(window.person());
        from = Math.min(from, window.from());
        to = Math.max(to, window.to());
      }
    }
    return persons.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Together(persons, Instant.ofEpochSecond(from), Instant.ofEpochSecond(to)));
  }

  private static Collection<HouseholdLink> ofPersons(
      List<HouseholdLink> links, Asked<Needs.EncountersOf> one, boolean alone) {
    if (!householdsOf(one.needs.sources())) {
      return List.of();
    }
    if (alone) {
      return links;
    }
    Set<Long> persons = persons(one);
    return links.stream()
        .filter(link -> persons.contains(link.personA()) || persons.contains(link.personB()))
        .toList();
  }

  private static Collection<Encounter> ridesOf(
      List<Encounter> rides, Asked<Needs.EncountersOf> one, boolean alone) {
    if (!ridesOf(one.needs.sources())) {
      return List.of();
    }
    if (alone) {
      return rides;
    }
    Set<Long> persons = persons(one);
    return rides.stream()
        .filter(ride -> persons.contains(ride.personA()) || persons.contains(ride.personB()))
        .toList();
  }

  private static Set<Long> persons(Asked<Needs.EncountersOf> one) {
    Set<Long> persons = new HashSet<>();
    one.needs.windows().forEach(window -> persons.add(window.person()));
    return persons;
  }

  private static boolean householdsOf(Set<Source> wanted) {
    return wanted.contains(Source.HOUSEHOLD) || wanted.contains(Source.RESIDENCE);
  }

  private static boolean ridesOf(Set<Source> wanted) {
    return wanted.contains(Source.VEHICLE_SEAT);
  }
}
