package vn.lachan.app.tracing;

import java.time.Instant;
import java.util.List;
import vn.lachan.engine.tracing.ContactClass;
import vn.lachan.engine.tracing.Source;

/**
 * The supported contacts of a trace as a graph from the index case outwards. Whole generations are
 * drawn contact by contact as long as they fit; those beyond are counted: the first of them by
 * through whom they came, all others by place.
 *
 * @param index the index case
 * @param contacts how many there are, drawn or counted
 * @param nodes by generation, the riskiest first; every {@code via} is {@code index} or a node
 * @param clusters by generation, the largest first; those beyond the limit are one cluster of
 *     {@link #ELSEWHERE}
 */
public record TraceGraph(long index, int contacts, List<Node> nodes, List<Cluster> clusters) {
  /** The place of an exposure without one: a household, a residence. */
  public static final long NO_PLACE = -1;

  /** No single person. */
  public static final long NOBODY = -1;

  /** Stands for all places, or all persons, beyond the limit. */
  public static final long ELSEWHERE = -2;

  public TraceGraph {
    nodes = List.copyOf(nodes);
    clusters = List.copyOf(clusters);
  }

  /** Whether some generation is only counted. */
  public boolean aggregated() {
    return !clusters.isEmpty();
  }

  /** A contact with its strongest exposure. */
  public record Node(
      long person,
      int generation,
      ContactClass contactClass,
      long minutes,
      Instant firstAt,
      Instant lastAt,
      boolean inferred,
      boolean late,
      long via,
      long place,
      Source source) {}

  /**
   * Contacts of a generation, counted.
   *
   * @param via through whom, a drawn contact; {@link #NOBODY} where they are counted by place
   * @param place where; {@link #NO_PLACE} where they are counted by through whom
   */
  public record Cluster(
      int generation,
      long via,
      long place,
      int close,
      int casual,
      Instant firstAt,
      Instant lastAt) {
    public int all() {
      return close + casual;
    }
  }
}
