package vn.lachan.engine.tracing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the crowds of one generation and says who of them may become a contact. Windows with fewer
 * visitors than the rule asks for cost one count and nothing else.
 */
final class CrowdWatch {
  private final int generation;
  private final CrowdRule rule;
  private final ExposingStays exposing;
  private final Stays present;
  private final Rules rules;
  private final Setting[] settings;
  private final @Nullable BitSet[] admitted;
  private final List<Crowd> crowds = new ArrayList<>();

  CrowdWatch(
      int generation,
      CrowdRule rule,
      ExposingStays exposing,
      Stays present,
      Rules rules,
      Setting[] settings) {
    this.generation = generation;
    this.rule = rule;
    this.exposing = exposing;
    this.present = present;
    this.rules = rules;
    this.settings = settings;
    admitted = new BitSet[exposing.windowCount()];
    if (present.size() > rule.visitors()) {
      int[] visitors = visitors();
      for (int window = 0; window < visitors.length; window++) {
        if (visitors[window] > rule.visitors()) {
          settle(window, visitors[window]);
        }
      }
    }
  }

  List<Crowd> crowds() {
    return crowds;
  }

  /** Whether somebody present, by ordinal, may be exposed by the stays of a window. */
  boolean admits(int window, int person) {
    BitSet persons = admitted[window];
    return persons == null || persons.get(person);
  }

  /** Persons with a stay in each window; rows of one person lie together. */
  private int[] visitors() {
    int[] visitors = new int[exposing.windowCount()];
    int[] latest = new int[visitors.length];
    Arrays.fill(latest, -1);
    for (int stay = 0; stay < present.size(); stay++) {
      int place = present.place[stay];
      int end = exposing.windowsOf(place + 1);
      for (int window = exposing.windowReaching(place, present.from[stay]);
          window < end && exposing.window(window).from() < present.to[stay];
          window++) {
        if (latest[window] != present.person[stay]) {
          latest[window] = present.person[stay];
          visitors[window]++;
        }
      }
    }
    return visitors;
  }

  private void settle(int window, int visitors) {
    PlaceWindow where = exposing.window(window);
    Optional<CrowdDecision> decided = rule.decision(where);
    boolean narrowed = decided.filter(decision -> decision.narrows(where)).isPresent();
    if (narrowed) {
      CrowdDecision decision = decided.orElseThrow();
      exposing.narrow(window, decision.keepFrom(), decision.keepTo());
    }
    List<long[]> sources = exposing.united(window);
    int minimum = decided.map(CrowdDecision::minimumMinutes).orElse(0) * 60;
    var tally = new Tally(narrowed ? Math.max(1, minimum) : 0, closeSeconds(window));
    count(window, sources, tally);
    boolean listed =
        (narrowed && tally.remaining.cardinality() <= rule.visitors())
            || decided.filter(CrowdDecision::includeAll).isPresent();
    admitted[window] = listed ? tally.remaining : new BitSet();
    Crowd.Outcome included = narrowed ? Crowd.Outcome.NARROWED : Crowd.Outcome.INCLUDED;
    crowds.add(
        new Crowd(
            generation,
            where,
            visitors,
            tally.remaining.cardinality(),
            tally.close,
            sources.stream().mapToLong(span -> span[1] - span[0]).sum() / 60,
            listed ? included : Crowd.Outcome.HELD_BACK,
            Arrays.stream(tally.atLeast).boxed().toList()));
  }

  /** Adds up what each person shared; the stays of one person at the place lie together. */
  private void count(int window, List<long[]> sources, Tally tally) {
    PlaceWindow where = exposing.window(window);
    int place = exposing.placeOf(window);
    int person = -1;
    long seconds = 0;
    for (int stay = 0; stay < present.size(); stay++) {
      boolean there =
          present.place[stay] == place
              && present.from[stay] < where.to()
              && present.to[stay] > where.from();
      if (there) {
        if (present.person[stay] != person) {
          tally.add(person, seconds);
          person = present.person[stay];
          seconds = 0;
        }
        seconds += shared(sources, present.from[stay], present.to[stay]);
      }
    }
    tally.add(person, seconds);
  }

  private static long shared(List<long[]> sources, long from, long to) {
    long seconds = 0;
    for (long[] span : sources) {
      seconds += Math.max(0, Math.min(to, span[1]) - Math.max(from, span[0]));
    }
    return seconds;
  }

  private long closeSeconds(int window) {
    Integer minutes = rules.at(settings[exposing.placeOf(window)]).closeFromMinutes();
    return minutes == null ? Long.MAX_VALUE : minutes * 60L;
  }

  /** Who remains, and how many shared how much. */
  private static final class Tally {
    final BitSet remaining = new BitSet();
    final int[] atLeast = new int[Crowd.STEPS.size()];
    int close;
    private final long minimumSeconds;
    private final long closeSeconds;

    Tally(long minimumSeconds, long closeSeconds) {
      this.minimumSeconds = minimumSeconds;
      this.closeSeconds = closeSeconds;
    }

    void add(int person, long seconds) {
      if (person < 0) {
        return;
      }
      for (int step = 0; step < atLeast.length; step++) {
        atLeast[step] += seconds >= Crowd.STEPS.get(step) * 60L ? 1 : 0;
      }
      if (seconds >= minimumSeconds) {
        remaining.set(person);
        close += seconds >= closeSeconds ? 1 : 0;
      }
    }
  }
}
