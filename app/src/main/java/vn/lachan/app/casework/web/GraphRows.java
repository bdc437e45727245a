package vn.lachan.app.casework.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.casework.CaseGraph;
import vn.lachan.app.people.MaskedPerson;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.tracing.TraceGraph;
import vn.lachan.engine.tracing.ContactClass;

/** What a graph shows, as lines of a table: who met whom, where, and how many. */
final class GraphRows {
  /** Lines of the table; the list of contacts has the rest. */
  static final int MOST = 300;

  private GraphRows() {}

  /**
   * One line.
   *
   * @param via public id of whom they met; null for the index case
   * @param place public id; null for a household
   */
  record Row(
      int generation,
      @Nullable UUID via,
      @Nullable String viaName,
      @Nullable UUID place,
      String where,
      int close,
      int casual,
      @Nullable Instant firstAt,
      @Nullable Instant lastAt) {}

  static List<Row> of(CaseGraph graph, CaseWords words) {
    List<Row> rows = new ArrayList<>(nodes(graph, words));
    rows.addAll(clusters(graph, words));
    return rows;
  }

  private static List<Row> clusters(CaseGraph graph, CaseWords words) {
    List<Row> rows = new ArrayList<>();
    for (TraceGraph.Cluster each : graph.graph().clusters()) {
      PlaceCard card = graph.places().get(each.place());
      MaskedPerson via = graph.persons().get(each.via());
      boolean byVia = via != null || each.via() == TraceGraph.ELSEWHERE;
      rows.add(
          new Row(
              each.generation(),
              via == null ? null : via.publicId(),
              via == null ? null : words.name(via),
              card == null ? null : card.publicId(),
              byVia ? elsewhere(each, words) : where(each.place(), card, words),
              each.close(),
              each.casual(),
              each.firstAt(),
              each.lastAt()));
    }
    return rows;
  }

  private static String elsewhere(TraceGraph.Cluster each, CaseWords words) {
    return each.via() == TraceGraph.ELSEWHERE ? words.say("casework.graph.others") : "";
  }

  private record Key(int generation, long via, long place) {}

  private static List<Row> nodes(CaseGraph graph, CaseWords words) {
    Map<Key, List<TraceGraph.Node>> clusters = new LinkedHashMap<>();
    for (TraceGraph.Node node : graph.graph().nodes()) {
      clusters
          .computeIfAbsent(
              new Key(node.generation(), node.via(), node.place()), _ -> new ArrayList<>())
          .add(node);
    }
    return clusters.entrySet().stream()
        .sorted(
            (one, other) ->
                one.getKey().generation() == other.getKey().generation()
                    ? other.getValue().size() - one.getValue().size()
                    : one.getKey().generation() - other.getKey().generation())
        .limit(MOST)
        .map(entry -> row(graph, entry.getKey(), entry.getValue(), words))
        .toList();
  }

  private static Row row(CaseGraph graph, Key key, List<TraceGraph.Node> nodes, CaseWords words) {
    MaskedPerson via = key.generation() == 1 ? null : graph.persons().get(key.via());
    PlaceCard card = graph.places().get(key.place());
    int close =
        Math.toIntExact(
            nodes.stream().filter(node -> node.contactClass() == ContactClass.CLOSE).count());
    return new Row(
        key.generation(),
        via == null ? null : via.publicId(),
        via == null ? null : words.name(via),
        card == null ? null : card.publicId(),
        where(key.place(), card, words),
        close,
        nodes.size() - close,
        nodes.stream().map(TraceGraph.Node::firstAt).min(Instant::compareTo).orElse(null),
        nodes.stream().map(TraceGraph.Node::lastAt).max(Instant::compareTo).orElse(null));
  }

  private static String where(long place, @Nullable PlaceCard card, CaseWords words) {
    if (card != null) {
      return card.name();
    }
    if (place == TraceGraph.ELSEWHERE) {
      return words.say("casework.graph.elsewhere");
    }
    return words.say(place == TraceGraph.NO_PLACE ? "casework.place.home" : "casework.place.gone");
  }
}
