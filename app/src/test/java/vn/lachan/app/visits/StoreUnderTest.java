package vn.lachan.app.visits;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lachan.app.TestDatabase;

/** A store over a real database, and a look behind it. Several may share one database. */
public final class StoreUnderTest {
  public final VisitStore store;
  final JdbcClient jdbc;
  final VisitDays days;

  public StoreUnderTest(TestDatabase database) {
    this(database, Distances.NONE);
  }

  StoreUnderTest(TestDatabase database, Distances distances) {
    jdbc = database.jdbc();
    var visits = new VisitTable(jdbc);
    var arrivals = new ArrivalTable(jdbc);
    days = new VisitDays(new DayTable(jdbc));
    var writer =
        new GroupWriter(
            visits,
            arrivals,
            distances,
            new VisitMetrics(new SimpleMeterRegistry()),
            Clock.systemUTC());
    store =
        new PostgresVisitStore(
            database.transactions(), writer, new WindowTable(jdbc), arrivals, visits, days);
  }

  void clear() {
    jdbc.sql("delete from visits.visit").update();
    jdbc.sql("delete from visits.departure").update();
    jdbc.sql("delete from visits.withdrawn_visit").update();
    jdbc.sql("delete from visits.arrival").update();
  }

  /** What does not depend on who sent it when: every order of arrival must end in the same. */
  List<String> contents() {
    return jdbc.sql(
            """
            select 'visit' as row, person, place, entered_at as at, left_at, departs_by, departure,
              flags
            from visits.visit
            union all
            select 'departure', person, place, left_at, null, null, kind, matched::int
            from visits.departure
            union all
            select 'withdrawn', person, place, entered_at, null, null, null, null
            from visits.withdrawn_visit
            order by 1, 2, 3, 4
            """)
        .query((row, index) -> text(row))
        .list();
  }

  private static String text(ResultSet row) throws SQLException {
    var text = new StringBuilder();
    for (int column = 1; column <= 8; column++) {
      text.append(row.getString(column)).append(' ');
    }
    return text.toString();
  }
}
