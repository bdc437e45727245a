package vn.lachan.app.declarations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.visits.DeclaredStays;
import vn.lachan.engine.tracing.PlaceWindow;

/** Where people say to have been, by place and time. */
@Component
class StayTable {
  private final JdbcClient jdbc;

  StayTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<DeclaredStays.Declared> atPlace(PlaceWindow window, int most) {
    return jdbc.sql(
            """
            select person, extract(epoch from from_at)::bigint as from_second,
              extract(epoch from to_at)::bigint as to_second, false as possible
            from declarations.stay
            where place = :place and to_at > to_timestamp(:from) and from_at < to_timestamp(:to)
            order by from_at, person limit :most
            """)
        .param("place", window.place())
        .param("from", window.from())
        .param("to", window.to())
        .param("most", most)
        .query(StayTable::declared)
        .list();
  }

  /** By any of the keyed hashes of a name, one a version of the key. */
  List<DeclaredStays.Declared> named(List<Long> hashes, PlaceWindow window, int most) {
    return jdbc.sql(
            """
            select person, extract(epoch from from_at)::bigint as from_second,
              extract(epoch from to_at)::bigint as to_second, true as possible
            from declarations.stay
            where words && :hashes::bigint[] and words is not null
              and to_at > to_timestamp(:from) and from_at < to_timestamp(:to)
            order by from_at, person limit :most
            """)
        .param("hashes", hashes.toArray(Long[]::new))
        .param("from", window.from())
        .param("to", window.to())
        .param("most", most)
        .query(StayTable::declared)
        .list();
  }

  private static DeclaredStays.Declared declared(ResultSet row, int index) throws SQLException {
    return new DeclaredStays.Declared(
        row.getLong("person"),
        row.getLong("from_second"),
        row.getLong("to_second"),
        row.getBoolean("possible"));
  }
}
