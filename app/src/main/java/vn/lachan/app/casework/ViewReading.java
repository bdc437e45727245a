package vn.lachan.app.casework;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lachan.app.access.Actor;
import vn.lachan.app.kernel.Limits;
import vn.lachan.app.people.MaskedPerson;
import vn.lachan.app.people.People;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.tracing.ContactEvidence;
import vn.lachan.app.tracing.ExposingPlace;
import vn.lachan.app.tracing.Timeline;
import vn.lachan.app.tracing.TraceGraph;
import vn.lachan.app.tracing.Traces;
import vn.lachan.engine.tracing.Exposure;

/** Reads a case for the eye: numbers of the trace with masked names and places. */
@Component
@Transactional(readOnly = true)
class ViewReading implements CaseViews {
  private final CaseReading cases;
  private final ContactReading contacts;
  private final Traces traces;
  private final People people;
  private final CaseworkSettings settings;

  ViewReading(
      CaseReading cases,
      ContactReading contacts,
      Traces traces,
      People people,
      CaseworkSettings settings) {
    this.cases = cases;
    this.contacts = contacts;
    this.traces = traces;
    this.people = people;
    this.settings = settings;
  }

  @Override
  public CaseGraph graph(Actor actor, UUID caseId, boolean closeOnly) {
    StoredCase stored = cases.visible(actor, caseId);
    TraceGraph graph =
        traces.graph(
            actor, stored.number(), closeOnly, settings.graphNodes(), settings.graphClusters());
    Set<Long> persons = new HashSet<>(Set.of(graph.index()));
    graph.nodes().forEach(node -> persons.add(node.person()));
    Stream<Long> placeNumbers =
        Stream.concat(
            graph.nodes().stream().map(TraceGraph.Node::place),
            graph.clusters().stream().map(TraceGraph.Cluster::place));
    return new CaseGraph(
        stored.number(), graph, people.masked(persons), cards(placeNumbers), settings.graphNodes());
  }

  @Override
  public CaseMap map(Actor actor, UUID caseId) {
    StoredCase stored = cases.visible(actor, caseId);
    List<ExposingPlace> places = traces.places(actor, stored.number(), Limits.PAGE_ROWS_MOST);
    return new CaseMap(
        places,
        traces.stays(actor, stored.number()),
        cards(places.stream().map(ExposingPlace::place)));
  }

  @Override
  public CaseTimeline timeline(
      Actor actor, UUID caseId, @Nullable UUID place, @Nullable UUID person) {
    StoredCase stored = cases.visible(actor, caseId);
    Timeline all = traces.timeline(actor, stored.number(), settings.timelineRows());
    Timeline shown = all;
    if (place != null) {
      shown =
          traces.timelineAt(actor, stored.number(), contacts.place(place), settings.timelineRows());
    } else if (person != null) {
      ContactEvidence evidence = traces.evidence(actor, stored.number(), contacts.person(person));
      shown =
          new Timeline(
              all.stays(),
              List.of(new Timeline.Row(evidence.contact(), evidence.exposures())),
              false);
    }
    Map<Long, MaskedPerson> persons = people.masked(personsOf(stored, all, shown));
    return new CaseTimeline(shown, persons, cards(placesOf(all, shown)), choice(all, persons));
  }

  private Map<Long, PlaceCard> cards(Stream<Long> numbers) {
    return contacts.cards(numbers.filter(number -> number >= 0).distinct().toList());
  }

  private static List<MaskedPerson> choice(Timeline all, Map<Long, MaskedPerson> persons) {
    return all.contacts().stream()
        .map(row -> persons.get(row.contact().person()))
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .toList();
  }

  private static Set<Long> personsOf(StoredCase stored, Timeline all, Timeline shown) {
    Set<Long> persons = new HashSet<>(Set.of(stored.person()));
    Stream.concat(all.contacts().stream(), shown.contacts().stream())
        .forEach(
            row -> {
              persons.add(row.contact().person());
              row.exposures().forEach(exposure -> persons.add(exposure.via()));
            });
    return persons;
  }

  private static Stream<Long> placesOf(Timeline all, Timeline shown) {
    return Stream.concat(
        all.stays().stream().map(Timeline.Stay::place),
        shown.contacts().stream().flatMap(row -> row.exposures().stream()).map(Exposure::place));
  }
}
