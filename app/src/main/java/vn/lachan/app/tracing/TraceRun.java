package vn.lachan.app.tracing;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.lachan.app.people.HouseholdKind;
import vn.lachan.engine.tracing.Contact;
import vn.lachan.engine.tracing.Encounter;
import vn.lachan.engine.tracing.Exposure;
import vn.lachan.engine.tracing.Needs;
import vn.lachan.engine.tracing.PersonWindow;
import vn.lachan.engine.tracing.PlaceTraits;
import vn.lachan.engine.tracing.PlaceWindow;
import vn.lachan.engine.tracing.Rules;
import vn.lachan.engine.tracing.Setting;
import vn.lachan.engine.tracing.Source;
import vn.lachan.engine.tracing.Tracer;
import vn.lachan.engine.tracing.Visit;
import vn.lachan.engine.tracing.VisitRows;
import vn.lachan.engine.tracing.Window;

/**
 * One computation of a trace: answers the engine's questions from stored data, in canonical
 * persons, and remembers the exposing stays. All records of a person are asked for, and each row is
 * taken as the person's, so two records of one person are never each other's contact.
 */
final class TraceRun {
  /** What a computation is about; visits that began before {@code copyBefore} are given back. */
  record Question(
      long indexPerson,
      Window window,
      Rules rules,
      ZoneId zone,
      int keptExposures,
      int keptFarExposures,
      long copyBefore) {}

  /**
   * What it found.
   *
   * @param reachesBeyond whether some stay of a source goes on after the window's end
   * @param copied stored visits that took part and began before {@code copyBefore}
   */
  record Found(
      List<Contact> contacts, List<ExposingStay> stays, boolean reachesBeyond, Set<Visit> copied) {}

  private final Question question;
  private final TraceSources sources;
  private final FrozenEvidence frozen;
  private final Map<Long, Setting> settings = new HashMap<>();
  private final List<ExposingStay> stays = new ArrayList<>();
  private final Set<Visit> copied = new HashSet<>();
  private List<Visit> sourceVisits = List.of();
  private List<PersonWindow> sourceWindows = List.of();
  private int generation;
  private boolean reachesBeyond;

  private TraceRun(Question question, TraceSources sources, FrozenEvidence frozen) {
    this.question = question;
    this.sources = sources;
    this.frozen = frozen;
  }

  static Found find(Question question, TraceSources sources, FrozenEvidence frozen) {
    return new TraceRun(question, sources, frozen).find();
  }

  private Found find() {
    Tracer tracer =
        Tracer.open(
            question.indexPerson,
            question.window,
            question.rules,
            question.rules.generations(),
            question.zone,
            question.keptExposures);
    Optional<Needs> needs = tracer.needs();
    while (needs.isPresent()) {
      answer(tracer, needs.get());
      needs = tracer.needs();
    }
    keepStays();
    List<Contact> contacts = tracer.result().contacts().stream().map(this::kept).toList();
    return new Found(contacts, List.copyOf(stays), reachesBeyond, Set.copyOf(copied));
  }

  /** The engine knows one limit of evidence; later generations have a lower one. */
  private Contact kept(Contact contact) {
    List<Exposure> exposures = contact.exposures();
    if (contact.generation() == 1 || exposures.size() <= question.keptFarExposures) {
      return contact;
    }
    return new Contact(
        contact.person(),
        contact.generation(),
        contact.contactClass(),
        contact.minutes(),
        contact.firstAt(),
        contact.lastAt(),
        contact.via(),
        List.copyOf(exposures.subList(0, question.keptFarExposures)),
        contact.exposureCount());
  }

  private void answer(Tracer tracer, Needs needs) {
    switch (needs) {
      case Needs.StaysOf(List<PersonWindow> windows) -> tracer.supplyVisits(staysOf(windows));
      case Needs.TraitsOf(List<Long> places) -> tracer.supplyTraits(traitsOf(places));
      case Needs.PresentAt(List<PlaceWindow> windows) -> tracer.supplyVisits(presentAt(windows));
      case Needs.EncountersOf(List<PersonWindow> windows, Set<Source> wanted) ->
          tracer.supplyEncounters(encountersOf(windows, wanted));
    }
  }

  private List<Visit> staysOf(List<PersonWindow> windows) {
    keepStays();
    generation++;
    List<Long> persons = windows.stream().map(PersonWindow::person).toList();
    Map<Long, List<Long>> records = sources.recordsOf(persons);
    Map<Long, Long> personOf = new HashMap<>();
    List<PersonWindow> asked = new ArrayList<>();
    for (PersonWindow window : windows) {
      for (long record : records.getOrDefault(window.person(), List.of(window.person()))) {
        asked.add(new PersonWindow(record, window.from(), window.to()));
        personOf.put(record, window.person());
      }
    }
    List<Visit> visits = new ArrayList<>();
    read(sources.ofPersons(asked)).forEach(visit -> visits.add(as(visit, personOf)));
    frozen.visits().forEach(visit -> visits.add(as(visit, personOf)));
    sourceVisits = visits;
    sourceWindows = windows;
    reachesBeyond |= visits.stream().anyMatch(visit -> visit.leftAt() > question.window.to());
    return visits;
  }

  /** Remembers what is to be copied. */
  private List<Visit> read(List<Visit> stored) {
    for (Visit visit : stored) {
      if (visit.enteredAt() < question.copyBefore) {
        copied.add(visit);
      }
    }
    return stored;
  }

  private List<PlaceTraits> traitsOf(List<Long> places) {
    Map<Long, Setting> answered = sources.settings(places);
    settings.putAll(answered);
    return answered.entrySet().stream()
        .map(entry -> new PlaceTraits(entry.getKey(), entry.getValue()))
        .toList();
  }

  private VisitRows presentAt(List<PlaceWindow> windows) {
    List<Visit> visits = new ArrayList<>(read(sources.atPlaces(windows)));
    visits.addAll(frozen.visits());
    Set<Long> records = new HashSet<>();
    visits.forEach(visit -> records.add(visit.person()));
    Map<Long, Long> personOf = sources.canonical(records);
    var rows = new VisitRows();
    for (Visit visit : visits) {
      add(rows, visit, personOf.getOrDefault(visit.person(), visit.person()));
    }
    return rows;
  }

  private Collection<Encounter> encountersOf(List<PersonWindow> windows, Set<Source> wanted) {
    if (!wanted.contains(Source.HOUSEHOLD) && !wanted.contains(Source.RESIDENCE)) {
      return List.of();
    }
    List<Long> persons = windows.stream().map(PersonWindow::person).toList();
    long from = windows.stream().mapToLong(PersonWindow::from).min().orElseThrow();
    long to = windows.stream().mapToLong(PersonWindow::to).max().orElseThrow();
    return sources
        .household(persons, Instant.ofEpochSecond(from), Instant.ofEpochSecond(to))
        .stream()
        .map(
            link ->
                Encounter.of(
                    link.personA(),
                    link.personB(),
                    link.kind() == HouseholdKind.FAMILY ? Source.HOUSEHOLD : Source.RESIDENCE,
                    link.from().getEpochSecond(),
                    link.to().getEpochSecond()))
        .toList();
  }

  /** Only now is it known what the places are like. */
  private void keepStays() {
    stays.addAll(
        new SourceStays(question.rules, settings).unite(generation, sourceVisits, sourceWindows));
    sourceVisits = List.of();
    sourceWindows = List.of();
  }

  private static Visit as(Visit visit, Map<Long, Long> personOf) {
    long person = personOf.getOrDefault(visit.person(), visit.person());
    return person == visit.person()
        ? visit
        : new Visit(
            person, visit.place(), visit.enteredAt(), visit.leftAt(), visit.departureInferred());
  }

  private static void add(VisitRows rows, Visit visit, long person) {
    rows.add(person, visit.place(), visit.enteredAt(), visit.leftAt(), visit.departureInferred());
  }
}
