package vn.lachan.engine.tracing;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Traces the contacts of one index case. A state machine: {@link #needs()} says what it wants to
 * know, the matching {@code supply…} answers, until nothing is needed and {@link #result()} is
 * ready. Answers may hold rows in any order, repeated, and rows nobody asked for, which are
 * ignored.
 *
 * <p>The stays of one person at one place are united, never summed. A source's stays are cut to its
 * window: that of the index case as given, that of a close contact from its own first exposure. A
 * pair is judged by the seconds of its overlaps at one place that began on one local day; touching
 * is no overlap. Who comes to a place after a source left but within the air-out time has a
 * lingering exposure: it lasts until they leave or the air has gone, adds no minutes, and is not
 * cut to the window, because only stays are. A person is listed once, in the lowest generation.
 * Where more people were at a place than a {@link CrowdRule} lists, they are a {@link Crowd}.
 */
public final class Tracer {
  public static final int MAXIMUM_GENERATIONS = 3;

  /** Evidence kept for one contact unless told otherwise. */
  public static final int KEPT_EXPOSURES = 200;

  private enum Step {
    STAYS,
    TRAITS,
    PRESENT,
    ENCOUNTERS,
    DONE
  }

  private final long indexPerson;
  private final Window window;
  private final Rules rules;
  private final int generations;
  private final int keptExposures;
  private final CrowdRule crowdRule;
  private final LocalDays days;
  private final LongIndex known = new LongIndex();
  private final PlaceSettings settings = new PlaceSettings();
  private final List<Contact> contacts = new ArrayList<>();
  private final List<GenerationStats> stats = new ArrayList<>();
  private final List<Crowd> crowds = new ArrayList<>();

  private Generation generation;
  private Step step = Step.STAYS;
  private List<Long> unansweredPlaces = List.of();
  private List<PlaceWindow> placeWindows = List.of();

  private Tracer(
      long indexPerson,
      Window window,
      Rules rules,
      int generations,
      ZoneId zone,
      int kept,
      CrowdRule crowdRule) {
    this.indexPerson = indexPerson;
    this.window = window;
    this.rules = rules;
    this.generations = generations;
    this.keptExposures = kept;
    this.crowdRule = crowdRule;
    days = new LocalDays(zone);
    known.add(indexPerson);
    var sources = new SourcePersons();
    sources.add(indexPerson, window.from(), window.to());
    generation = new Generation(1, sources, known, rules, days, crowdRule);
  }

  /** Opens a trace; generations from 1 to {@link #MAXIMUM_GENERATIONS}. */
  public static Tracer open(
      long indexPerson, Window window, Rules rules, int generations, ZoneId zone) {
    return open(indexPerson, window, rules, generations, zone, KEPT_EXPOSURES);
  }

  /** As above, keeping at most so many exposures a contact, at least one. */
  public static Tracer open(
      long indexPerson, Window window, Rules rules, int generations, ZoneId zone, int kept) {
    return open(indexPerson, window, rules, generations, zone, kept, CrowdRule.NONE);
  }

  /** As above, reporting crowds instead of listing them. */
  public static Tracer open(
      long indexPerson,
      Window window,
      Rules rules,
      int generations,
      ZoneId zone,
      int kept,
      CrowdRule crowdRule) {
    requireGenerations(generations);
    if (kept < 1) {
      throw new IllegalArgumentException("a contact keeps at least one exposure, not " + kept);
    }
    return new Tracer(indexPerson, window, rules, generations, zone, kept, crowdRule);
  }

  /** What is wanted next; empty when the trace is finished. */
  public Optional<Needs> needs() {
    return switch (step) {
      case STAYS -> Optional.of(new Needs.StaysOf(generation.windows()));
      case TRAITS -> Optional.of(new Needs.TraitsOf(unansweredPlaces));
      case PRESENT -> Optional.of(new Needs.PresentAt(placeWindows));
      case ENCOUNTERS ->
          Optional.of(new Needs.EncountersOf(generation.windows(), rules.encounters().keySet()));
      case DONE -> Optional.empty();
    };
  }

  /** Answers {@link Needs.StaysOf} or {@link Needs.PresentAt}, whichever was asked. */
  public void supplyVisits(Collection<Visit> visits) {
    supplyVisits(VisitRows.of(visits));
  }

  /** As above, for many rows; they are read, not kept. */
  public void supplyVisits(VisitRows visits) {
    if (step == Step.STAYS) {
      generation.stays(visits);
      askForTraits();
    } else {
      requireStep(Step.PRESENT);
      generation.present(visits);
      askForEncounters();
    }
  }

  /** Answers {@link Needs.TraitsOf}. */
  public void supplyTraits(Collection<PlaceTraits> traits) {
    requireStep(Step.TRAITS);
    settings.answer(unansweredPlaces, traits);
    askWhoWasPresent();
  }

  /** Answers {@link Needs.EncountersOf}. */
  public void supplyEncounters(Collection<Encounter> encounters) {
    requireStep(Step.ENCOUNTERS);
    generation.encounters(encounters);
    finishGeneration();
  }

  public TraceResult result() {
    requireStep(Step.DONE);
    return new TraceResult(indexPerson, window, rules, contacts, stats, crowds);
  }

  private void askForTraits() {
    unansweredPlaces =
        rules.distinguishesSettings() ? settings.unanswered(generation.places()) : List.of();
    if (unansweredPlaces.isEmpty()) {
      askWhoWasPresent();
    } else {
      step = Step.TRAITS;
    }
  }

  private void askWhoWasPresent() {
    generation.settings(settings);
    placeWindows = generation.placeWindows();
    if (placeWindows.isEmpty()) {
      askForEncounters();
    } else {
      step = Step.PRESENT;
    }
  }

  private void askForEncounters() {
    if (rules.encounters().isEmpty()) {
      finishGeneration();
    } else {
      step = Step.ENCOUNTERS;
    }
  }

  private void finishGeneration() {
    List<Contact> found = generation.contacts(keptExposures);
    contacts.addAll(found);
    crowds.addAll(generation.crowds());
    stats.add(generation.stats(found));
    var sources = new SourcePersons();
    for (Contact contact : found) {
      if (contact.contactClass() == ContactClass.CLOSE) {
        sources.add(contact.person(), contact.firstAt(), window.to());
      }
    }
    int next = stats.size() + 1;
    if (next > generations || sources.size() == 0) {
      step = Step.DONE;
    } else {
      generation = new Generation(next, sources, known, rules, days, crowdRule);
      step = Step.STAYS;
    }
  }

  static void requireGenerations(int generations) {
    if (generations < 1 || generations > MAXIMUM_GENERATIONS) {
      throw new TraceRefused(TraceRefused.Code.GENERATIONS, "generations " + generations);
    }
  }

  private void requireStep(Step expected) {
    if (step != expected) {
      throw new IllegalStateException("at " + step + ", not at " + expected);
    }
  }
}
