package vn.lachan.app.casework;

import java.util.Map;
import vn.lachan.app.people.MaskedPerson;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.tracing.TraceGraph;

/**
 * The graph of a case with masked names and places.
 *
 * @param limit how many contacts are drawn at most; more are counted by place
 */
public record CaseGraph(
    long caseNumber,
    TraceGraph graph,
    Map<Long, MaskedPerson> persons,
    Map<Long, PlaceCard> places,
    int limit) {
  public CaseGraph {
    persons = Map.copyOf(persons);
    places = Map.copyOf(places);
  }
}
