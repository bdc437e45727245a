package vn.lachan.app.tracing;

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
import vn.lachan.app.people.HouseholdLink;
import vn.lachan.engine.tracing.Contact;
import vn.lachan.engine.tracing.Crowd;
import vn.lachan.engine.tracing.CrowdRule;
import vn.lachan.engine.tracing.Encounter;
import vn.lachan.engine.tracing.Exposure;
import vn.lachan.engine.tracing.Needs;
import vn.lachan.engine.tracing.PersonWindow;
import vn.lachan.engine.tracing.PlaceTraits;
import vn.lachan.engine.tracing.Rules;
import vn.lachan.engine.tracing.Setting;
import vn.lachan.engine.tracing.Source;
import vn.lachan.engine.tracing.Tracer;
import vn.lachan.engine.tracing.Visit;
import vn.lachan.engine.tracing.VisitRows;
import vn.lachan.engine.tracing.Window;

/**
 * One computation of a trace: turns what storage answers into the engine's words, in canonical
 * persons, and remembers the exposing stays. All records of a person are asked for, and each row is
 * taken as the person's, so two records of one person are never each other's contact.
 */
final class TraceRun {
  /** What a computation is about; visits that began before {@code copyBefore} are given back. */
  record Question(
      long indexPerson,
      Window window,
      Rules rules,
      CrowdRule crowds,
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
      List<Contact> contacts,
      List<Crowd> crowds,
      List<ExposingStay> stays,
      boolean reachesBeyond,
      Set<Visit> copied) {}

  private final Question question;
  private final FrozenEvidence frozen;
  private final Tracer tracer;
  private final Map<Long, Setting> settings = new HashMap<>();
  private final List<ExposingStay> stays = new ArrayList<>();
  private final Set<Visit> copied = new HashSet<>();
  private List<Visit> sourceVisits = List.of();
  private List<PersonWindow> sourceWindows = List.of();
  private int generation;
  private boolean reachesBeyond;

  TraceRun(Question question, FrozenEvidence frozen) {
    this.question = question;
    this.frozen = frozen;
    this.tracer =
        Tracer.open(
            question.indexPerson,
            question.window,
            question.rules,
            question.rules.generations(),
            question.zone,
            question.keptExposures,
            question.crowds);
  }

  Optional<Needs> needs() {
    return tracer.needs();
  }

  /** Records whose visits are not stored any more, but were copied. */
  Set<Long> frozenRecords() {
    Set<Long> records = new HashSet<>();
    frozen.visits().forEach(visit -> records.add(visit.person()));
    return records;
  }

  void stays(List<Visit> stored, Map<Long, List<Long>> records) {
    keepStays();
    generation++;
    if (!(tracer.needs().orElseThrow() instanceof Needs.StaysOf(List<PersonWindow> windows))) {
      throw new IllegalStateException("stays were not asked for");
    }
    Map<Long, Long> personOf = new HashMap<>();
    for (PersonWindow window : windows) {
      for (long record : records.getOrDefault(window.person(), List.of(window.person()))) {
        personOf.put(record, window.person());
      }
    }
    List<Visit> visits = new ArrayList<>(stored.size());
    remember(stored);
    stored.forEach(visit -> visits.add(as(visit, personOf)));
    frozen.visits().forEach(visit -> visits.add(as(visit, personOf)));
    sourceVisits = visits;
    sourceWindows = windows;
    reachesBeyond |= visits.stream().anyMatch(visit -> visit.leftAt() > question.window.to());
    tracer.supplyVisits(visits);
  }

  void traits(List<Long> places, Map<Long, Setting> known) {
    List<PlaceTraits> traits = new ArrayList<>();
    for (long place : places) {
      Setting setting = known.get(place);
      if (setting != null) {
        settings.put(place, setting);
        traits.add(new PlaceTraits(place, setting));
      }
    }
    tracer.supplyTraits(traits);
  }

  void present(List<Visit> stored, Map<Long, Long> canonical) {
    remember(stored);
    var rows = new VisitRows();
    stored.forEach(visit -> add(rows, visit, canonical));
    frozen.visits().forEach(visit -> add(rows, visit, canonical));
    tracer.supplyVisits(rows);
  }

  void encounters(Collection<HouseholdLink> links, Collection<Encounter> rides) {
    List<Encounter> all = new ArrayList<>(rides);
    for (HouseholdLink link : links) {
      all.add(
          Encounter.of(
              link.personA(),
              link.personB(),
              link.kind() == HouseholdKind.FAMILY ? Source.HOUSEHOLD : Source.RESIDENCE,
              link.from().getEpochSecond(),
              link.to().getEpochSecond()));
    }
    tracer.supplyEncounters(all);
  }

  Found found() {
    keepStays();
    List<Contact> contacts = tracer.result().contacts().stream().map(this::kept).toList();
    return new Found(
        contacts, tracer.result().crowds(), List.copyOf(stays), reachesBeyond, Set.copyOf(copied));
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

  /** What is to be copied before its day is destroyed. */
  private void remember(List<Visit> stored) {
    for (Visit visit : stored) {
      if (visit.enteredAt() < question.copyBefore) {
        copied.add(visit);
      }
    }
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

  private static void add(VisitRows rows, Visit visit, Map<Long, Long> canonical) {
    rows.add(
        canonical.getOrDefault(visit.person(), visit.person()),
        visit.place(),
        visit.enteredAt(),
        visit.leftAt(),
        visit.departureInferred());
  }
}
