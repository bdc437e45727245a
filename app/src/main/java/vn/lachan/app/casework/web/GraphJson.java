package vn.lachan.app.casework.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.casework.CaseGraph;
import vn.lachan.app.people.MaskedPerson;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.program.Formats;
import vn.lachan.app.tracing.TraceGraph;
import vn.lachan.engine.tracing.ContactClass;

/**
 * A graph of contacts as a page or a program draws it; names are masked. Where {@code aggregated},
 * later generations have no nodes but clusters that count them.
 *
 * @param index the index case's masked name
 * @param contacts how many there are, drawn or counted
 * @param limit how many are drawn at most
 * @param places named by nodes and clusters with their position in this list
 * @param sources words of the kinds of exposure
 */
public record GraphJson(
    String index,
    String caseNumber,
    int contacts,
    int limit,
    boolean aggregated,
    List<PlaceOfGraph> places,
    Map<String, String> sources,
    List<NodeOfGraph> nodes,
    List<ClusterOfGraph> clusters) {
  /** Stands for no place: a household, a residence. */
  static final int NO_PLACE = -1;

  /** Stands for all places beyond the limit. */
  static final int ELSEWHERE = -2;

  /** A place of the graph. */
  public record PlaceOfGraph(UUID id, String name) {}

  /** A contact; {@code via} is a position in the list of nodes, -1 the index case. */
  public record NodeOfGraph(
      @Nullable UUID person,
      String name,
      @Nullable Integer born,
      int generation,
      boolean close,
      long minutes,
      String from,
      boolean inferred,
      boolean late,
      int via,
      int place,
      String source) {}

  /**
   * Contacts of a generation, counted by place or by through whom; {@code via} is a position in the
   * list of nodes, -1 for nobody in particular.
   */
  public record ClusterOfGraph(int generation, int via, int place, int close, int casual) {}

  static GraphJson of(CaseGraph graph, CaseWords words, Formats formats) {
    var numbering = new Numbering(graph.places());
    Map<Long, Integer> positions = new HashMap<>();
    List<NodeOfGraph> nodes = new ArrayList<>();
    for (TraceGraph.Node node : graph.graph().nodes()) {
      positions.put(node.person(), nodes.size());
      MaskedPerson who = graph.persons().get(node.person());
      nodes.add(
          new NodeOfGraph(
              who == null ? null : who.publicId(),
              words.name(who),
              who == null ? null : who.birthYear(),
              node.generation(),
              node.contactClass() == ContactClass.CLOSE,
              node.minutes(),
              formats.dayTime(node.firstAt()),
              node.inferred(),
              node.late(),
              positions.getOrDefault(node.via(), -1),
              numbering.of(node.place()),
              node.source().name()));
    }
    List<ClusterOfGraph> clusters =
        graph.graph().clusters().stream()
            .map(
                each ->
                    new ClusterOfGraph(
                        each.generation(),
                        positions.getOrDefault(each.via(), NO_PLACE),
                        each.via() == TraceGraph.ELSEWHERE ? ELSEWHERE : numbering.of(each.place()),
                        each.close(),
                        each.casual()))
            .toList();
    return new GraphJson(
        words.name(graph.persons().get(graph.graph().index())),
        words.caseNumber(graph.caseNumber()),
        graph.graph().contacts(),
        graph.limit(),
        graph.graph().aggregated(),
        numbering.places,
        sources(graph, words),
        nodes,
        clusters);
  }

  private static Map<String, String> sources(CaseGraph graph, CaseWords words) {
    Map<String, String> sources = new TreeMap<>();
    graph
        .graph()
        .nodes()
        .forEach(
            node ->
                sources.computeIfAbsent(
                    node.source().name(),
                    _ -> words.say("casework.source." + words.key(node.source()))));
    return sources;
  }

  /** Gives each place its position, in the order in which they are first named. */
  private static final class Numbering {
    private final Map<Long, PlaceCard> cards;
    private final Map<Long, Integer> positions = new HashMap<>();
    private final List<PlaceOfGraph> places = new ArrayList<>();

    Numbering(Map<Long, PlaceCard> cards) {
      this.cards = cards;
    }

    int of(long number) {
      PlaceCard card = cards.get(number);
      if (card == null) {
        return number == TraceGraph.ELSEWHERE ? ELSEWHERE : NO_PLACE;
      }
      return positions.computeIfAbsent(
          number,
          _ -> {
            places.add(new PlaceOfGraph(card.publicId(), card.name()));
            return places.size() - 1;
          });
    }
  }
}
