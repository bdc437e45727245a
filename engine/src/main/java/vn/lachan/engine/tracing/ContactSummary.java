package vn.lachan.engine.tracing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Sums up the exposures of one person into a contact. */
final class ContactSummary {
  private record Through(long via, ContactClass contactClass, long seconds, long firstAt) {}

  private static final Comparator<Through> BEST_FIRST =
      Comparator.comparing(Through::contactClass)
          .thenComparing(Comparator.comparingLong(Through::seconds).reversed())
          .thenComparingLong(Through::firstAt)
          .thenComparingLong(Through::via);

  private ContactSummary() {}

  static Contact of(long person, int generation, List<Exposure> exposures, int kept) {
    Through best = best(exposures);
    long firstAt = Long.MAX_VALUE;
    long lastAt = Long.MIN_VALUE;
    ContactClass contactClass = ContactClass.CASUAL;
    for (Exposure exposure : exposures) {
      firstAt = Math.min(firstAt, exposure.firstAt());
      lastAt = Math.max(lastAt, exposure.lastAt());
      contactClass = contactClass.orBetter(exposure.contactClass());
    }
    return new Contact(
        person,
        generation,
        contactClass,
        measuredSeconds(exposures) / 60,
        firstAt,
        lastAt,
        best.via,
        strongest(exposures, best.via, kept),
        exposures.size());
  }

  private static Through best(List<Exposure> exposures) {
    if (exposures.size() == 1) {
      return through(exposures);
    }
    exposures.sort(Comparator.comparingLong(Exposure::via));
    Through best = null;
    for (int first = 0, next; first < exposures.size(); first = next) {
      long via = exposures.get(first).via();
      next = first + 1;
      while (next < exposures.size() && exposures.get(next).via() == via) {
        next++;
      }
      Through through = through(exposures.subList(first, next));
      if (best == null || BEST_FIRST.compare(through, best) < 0) {
        best = through;
      }
    }
    if (best == null) {
      throw new IllegalStateException("a contact without an exposure");
    }
    return best;
  }

  private static Through through(List<Exposure> ofOneVia) {
    ContactClass contactClass = ContactClass.CASUAL;
    long firstAt = Long.MAX_VALUE;
    for (Exposure exposure : ofOneVia) {
      contactClass = contactClass.orBetter(exposure.contactClass());
      firstAt = Math.min(firstAt, exposure.firstAt());
    }
    long via = ofOneVia.getFirst().via();
    return new Through(via, contactClass, measuredSeconds(ofOneVia), firstAt);
  }

  /** Seconds of the union over time: who is recorded at two places at once is there once. */
  private static long measuredSeconds(List<Exposure> exposures) {
    if (exposures.size() == 1) {
      Exposure only = exposures.getFirst();
      return only.source().measured() ? only.seconds() : 0;
    }
    var overlaps = new ArrayList<Overlap>();
    for (Exposure exposure : exposures) {
      if (exposure.source().measured()) {
        overlaps.addAll(exposure.overlaps());
      }
    }
    overlaps.sort(Comparator.comparingLong(Overlap::from));
    long seconds = 0;
    long covered = Long.MIN_VALUE;
    for (Overlap overlap : overlaps) {
      long from = Math.max(overlap.from(), covered);
      if (from < overlap.to()) {
        seconds += overlap.to() - from;
        covered = overlap.to();
      }
    }
    return seconds;
  }

  private static List<Exposure> strongest(List<Exposure> exposures, long via, int kept) {
    if (exposures.size() > 1) {
      exposures.sort(
          Comparator.comparing((Exposure exposure) -> exposure.via() != via)
              .thenComparing(Exposure.STRONGEST_FIRST));
    }
    return List.copyOf(exposures.subList(0, Math.min(kept, exposures.size())));
  }
}
