package vn.lachan.app.visits;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.engine.tracing.PlaceWindow;
import vn.lachan.engine.tracing.Visit;

/**
 * The two reads of tracing. Each is an index-only scan a window: {@code offset 0} keeps the planner
 * from joining by a hash of whole days, the outer bounds prune partitions once for the statement
 * and the inner ones once for each window.
 */
@Component
class WindowTable {
  static final String OF_PERSONS =
      """
      select w.key, v.place, v.entered, v.left_by, v.departure
      from unnest(:keys::bigint[], :reads::bigint[], :froms::bigint[], :tos::bigint[])
        as w (key, reads, since, until)
      cross join lateral (
        select v.place, date_part('epoch', v.entered_at)::bigint as entered,
               date_part('epoch', v.left_at)::bigint as left_by, v.departure
        from visits.visit v
        where v.person = w.key
          and v.entered_at >= to_timestamp(w.reads) and v.entered_at < to_timestamp(w.until)
          and v.entered_at >= to_timestamp(:first::bigint)
          and v.entered_at < to_timestamp(:last::bigint)
          and v.left_at > to_timestamp(w.since)
        offset 0) v
      """;
  static final String AT_PLACES =
      """
      select w.key, v.person, v.entered, v.left_by, v.departure
      from unnest(:keys::bigint[], :reads::bigint[], :froms::bigint[], :tos::bigint[])
        as w (key, reads, since, until)
      cross join lateral (
        select v.person, date_part('epoch', v.entered_at)::bigint as entered,
               date_part('epoch', v.left_at)::bigint as left_by, v.departure
        from visits.visit v
        where v.place = w.key
          and v.entered_at >= to_timestamp(w.reads) and v.entered_at < to_timestamp(w.until)
          and v.entered_at >= to_timestamp(:first::bigint)
          and v.entered_at < to_timestamp(:last::bigint)
          and v.left_at > to_timestamp(w.since)
        offset 0) v
      """;
  private static final int FETCH_ROWS = 20_000;

  private final JdbcClient jdbc;

  WindowTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Visit> ofPersons(Windows windows) {
    return read(
        OF_PERSONS,
        windows,
        (row, index) ->
            new Visit(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getInt(5) == 0));
  }

  List<Visit> atPlaces(Windows windows) {
    return read(
        AT_PLACES,
        windows,
        (row, index) ->
            new Visit(
                row.getLong(2),
                row.getLong(1),
                row.getLong(3),
                row.getLong(4),
                row.getInt(5) == 0));
  }

  List<Visit> presentAt(PlaceWindow window, long fromSecond, int skipped, int rows) {
    return present(
            """
            select person, place, date_part('epoch', entered_at)::bigint as entered,
                   date_part('epoch', left_at)::bigint as left_by, departure
            """,
            window,
            """
              and entered_at >= to_timestamp(:since::bigint)
            order by entered_at, person offset :skipped limit :rows
            """)
        .param("since", fromSecond)
        .param("skipped", skipped)
        .param("rows", rows)
        .query(
            (row, _) ->
                new Visit(
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getInt(5) == 0))
        .list();
  }

  Set<Long> personsAt(PlaceWindow window) {
    return present("select person", window, "").query((row, _) -> row.getLong(1)).set();
  }

  private JdbcClient.StatementSpec present(String what, PlaceWindow window, String order) {
    return jdbc.sql(
            what
                + """
                 from visits.visit where place = :place
                  and entered_at >= to_timestamp(:reads::bigint)
                  and entered_at < to_timestamp(:to::bigint)
                  and left_at > to_timestamp(:from::bigint)
                """
                + order)
        .param("place", window.place())
        .param("reads", window.from() - VisitRules.LONGEST_SECONDS)
        .param("from", window.from())
        .param("to", window.to());
  }

  private List<Visit> read(String sql, Windows windows, RowMapper<Visit> mapper) {
    if (windows.isEmpty()) {
      return List.of();
    }
    return statement(jdbc, sql, windows)
        .query(
            rows -> {
              List<Visit> visits = new ArrayList<>();
              while (rows.next()) {
                visits.add(mapper.mapRow(rows, 0));
              }
              return visits;
            });
  }

  static JdbcClient.StatementSpec statement(JdbcClient jdbc, String sql, Windows windows) {
    return jdbc.sql(sql)
        .withFetchSize(FETCH_ROWS)
        .param("keys", windows.keys.array())
        .param("reads", windows.readFrom.array())
        .param("froms", windows.from.array())
        .param("tos", windows.to.array())
        .param("first", windows.firstRead)
        .param("last", windows.lastRead);
  }
}
