package vn.lachan.app.visits;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Columns;
import vn.lachan.engine.tracing.Visit;

/** The received order of what was committed. */
@Component
class ArrivalTable {
  private final JdbcClient jdbc;

  ArrivalTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Writes one row for the whole group. The caller holds the writers' lock and commits next.
   *
   * @throws IllegalStateException when the arrays differ in length
   */
  void insert(ArrivalColumns columns) {
    jdbc.sql(
            """
            insert into visits.arrival (kind, departure, person, place, entered, left_by,
              previous_left)
            values (:kinds::smallint[], :departures::smallint[], :persons::bigint[],
              :places::bigint[], :entered::bigint[], :left::bigint[], :previous::bigint[])
            """)
        .param("kinds", columns.kinds.array())
        .param("departures", columns.departures.array())
        .param("persons", columns.persons.array())
        .param("places", columns.places.array())
        .param("entered", columns.entered.array())
        .param("left", columns.left.array())
        .param("previous", columns.previousLeft.array())
        .update();
  }

  Followed after(long cursor, int groups) {
    List<Followed.Change> changes = new ArrayList<>();
    long[] last = {cursor};
    jdbc.sql(
            """
            select number, kind, departure, person, place, entered, left_by, previous_left
            from visits.arrival where number > :cursor order by number limit :groups
            """)
        .param("cursor", cursor)
        .param("groups", groups)
        .query(
            row -> {
              last[0] = row.getLong(1);
              addTo(changes, row);
            });
    return new Followed(changes, last[0]);
  }

  long head() {
    return jdbc.sql("select coalesce(max(number), 0) from visits.arrival")
        .query(Long.class)
        .single();
  }

  VisitStore.Waiting waiting(long cursor) {
    return jdbc.sql(
            """
            select count(*) as arrivals, min(recorded_at) as oldest
            from visits.arrival where number > :cursor
            """)
        .param("cursor", cursor)
        .query(
            (row, _) ->
                new VisitStore.Waiting(
                    row.getLong("arrivals"),
                    Optional.ofNullable(Columns.instantOrNull(row, "oldest"))))
        .single();
  }

  void forgetBefore(Instant midnight) {
    jdbc.sql("delete from visits.arrival where recorded_at < :midnight")
        .param("midnight", VisitTable.timestamp(midnight))
        .update();
  }

  private static void addTo(List<Followed.Change> changes, ResultSet row) throws SQLException {
    long group = row.getLong(1);
    Short[] kinds = (Short[]) row.getArray(2).getArray();
    Short[] departures = (Short[]) row.getArray(3).getArray();
    Long[] persons = longs(row.getArray(4));
    Long[] places = longs(row.getArray(5));
    Long[] entered = longs(row.getArray(6));
    Long[] left = longs(row.getArray(7));
    Long[] previous = longs(row.getArray(8));
    for (int i = 0; i < kinds.length; i++) {
      boolean inferred = departures[i] == DepartureKind.INFERRED.code();
      var visit = new Visit(persons[i], places[i], entered[i], left[i], inferred);
      changes.add(new Followed.Change(group, i, Followed.Kind.of(kinds[i]), visit, previous[i]));
    }
  }

  private static Long[] longs(Array array) throws SQLException {
    return (Long[]) array.getArray();
  }
}
