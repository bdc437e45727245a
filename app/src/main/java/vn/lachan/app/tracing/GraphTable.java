package vn.lachan.app.tracing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Columns;
import vn.lachan.engine.tracing.ContactClass;
import vn.lachan.engine.tracing.Source;

/** Contacts as nodes of a graph, and counted by place where they are too many to draw. */
@Component
class GraphTable {
  private static final String FROM =
      """
       from tracing.contact c join tracing.exposure e
         on e.trace = c.trace and e.person = c.person and e.ordinal = 0
       where c.trace = :trace and c.withdrawn_at is null and (not :closeOnly or not c.casual)
      """;

  private final JdbcClient jdbc;

  GraphTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** How many contacts each generation has. */
  SortedMap<Integer, Integer> sizes(long trace, boolean closeOnly) {
    SortedMap<Integer, Integer> sizes = new TreeMap<>();
    jdbc.sql(
            """
            select c.generation, count(*) as contacts from tracing.contact c
            where c.trace = :trace and c.withdrawn_at is null and (not :closeOnly or not c.casual)
            group by c.generation
            """)
        .param("trace", trace)
        .param("closeOnly", closeOnly)
        .query(
            row -> {
              sizes.put(row.getInt("generation"), row.getInt("contacts"));
            });
    return sizes;
  }

  List<TraceGraph.Node> nodes(long trace, boolean closeOnly, int lastGeneration) {
    return jdbc.sql(
            """
            select c.person, c.generation, c.casual, c.minutes, c.first_at, c.last_at, c.inferred,
              c.late, c.via, e.place, e.source
            """
                + FROM
                + " and c.generation <= :last order by c.generation, c.casual, -c.minutes, c.person")
        .param("trace", trace)
        .param("closeOnly", closeOnly)
        .param("last", lastGeneration)
        .query(GraphTable::node)
        .list();
  }

  /**
   * The largest clusters of each generation after {@code drawn}; what lies beyond them is added up.
   */
  List<TraceGraph.Cluster> clusters(long trace, boolean closeOnly, int drawn, int most) {
    return jdbc.sql(
            """
            select generation,
              case when by_via and position <= :most then value
                when by_via then :elsewhere else -1 end as via,
              case when by_via then -1 when position <= :most then value else :elsewhere end as place,
              sum(close)::int as close, sum(casual)::int as casual,
              min(first_at) as first_at, max(last_at) as last_at
            from (select generation, by_via, value, count(*) filter (where not casual) as close,
                count(*) filter (where casual) as casual,
                min(first_at) as first_at, max(last_at) as last_at,
                row_number() over (partition by generation order by count(*) desc, value) as position
              from (select c.generation, c.casual, c.first_at, c.last_at,
                  c.generation = :byVia as by_via,
                  case when c.generation = :byVia then c.via else e.place end as value
            """
                + FROM
                + """
                  and c.generation > :drawn) wanted
                group by 1, 2, 3) counted
                group by 1, 2, 3
                order by generation, min(position)
                """)
        .param("trace", trace)
        .param("closeOnly", closeOnly)
        .param("drawn", drawn)
        .param("byVia", drawn == 0 ? 0 : drawn + 1)
        .param("most", most)
        .param("elsewhere", TraceGraph.ELSEWHERE)
        .query(GraphTable::cluster)
        .list();
  }

  private static TraceGraph.Node node(ResultSet row, int index) throws SQLException {
    return new TraceGraph.Node(
        row.getLong("person"),
        row.getInt("generation"),
        row.getBoolean("casual") ? ContactClass.CASUAL : ContactClass.CLOSE,
        row.getLong("minutes"),
        Columns.instant(row, "first_at"),
        Columns.instant(row, "last_at"),
        row.getBoolean("inferred"),
        row.getBoolean("late"),
        row.getLong("via"),
        row.getLong("place"),
        Source.valueOf(Columns.text(row, "source")));
  }

  private static TraceGraph.Cluster cluster(ResultSet row, int index) throws SQLException {
    return new TraceGraph.Cluster(
        row.getInt("generation"),
        row.getLong("via"),
        row.getLong("place"),
        row.getInt("close"),
        row.getInt("casual"),
        Columns.instant(row, "first_at"),
        Columns.instant(row, "last_at"));
  }
}
