package vn.lachan.engine.tracing;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Answers a tracer from data that lies in memory as a whole: a file, a simulation, a test. */
public record TraceInMemory(
    VisitRows visits, Collection<PlaceTraits> traits, Collection<Encounter> encounters) {

  public static TraceInMemory of(VisitRows visits) {
    return new TraceInMemory(visits, List.of(), List.of());
  }

  /** Everything is given each time; the tracer takes what it asked for. */
  public TraceResult run(Tracer tracer) {
    Optional<Needs> needs = tracer.needs();
    while (needs.isPresent()) {
      switch (needs.get()) {
        case Needs.StaysOf _, Needs.PresentAt _ -> tracer.supplyVisits(visits);
        case Needs.TraitsOf _ -> tracer.supplyTraits(traits);
        case Needs.EncountersOf _ -> tracer.supplyEncounters(encounters);
      }
      needs = tracer.needs();
    }
    return tracer.result();
  }
}
