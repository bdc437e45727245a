package vn.lachan.app.visits;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The visits of one place in their order, with the latest second of each. */
@Component
class LimitTable {
  private final JdbcClient jdbc;

  LimitTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Where a portion ended. */
  record Key(long enteredAt, long person) {
    static final Key FIRST = new Key(0, 0);

    static Key of(String text) {
      if (text.isEmpty()) {
        return FIRST;
      }
      int dot = text.indexOf('.');
      return new Key(
          Long.parseLong(text.substring(0, dot)), Long.parseLong(text.substring(dot + 1)));
    }

    String text() {
      return enteredAt + "." + person;
    }
  }

  record Row(long person, long enteredAt, long departsBy) {
    Key key() {
      return new Key(enteredAt, person);
    }
  }

  List<Row> after(long place, Key key, int rows) {
    return jdbc.sql(
            """
            select person, date_part('epoch', entered_at)::bigint as entered,
                   date_part('epoch', departs_by)::bigint as departs
            from visits.visit
            where place = :place and entered_at >= to_timestamp(:entered)
              and (entered_at, person) > (to_timestamp(:entered), :person)
            order by entered_at, person limit :rows
            """)
        .param("place", place)
        .param("entered", key.enteredAt())
        .param("person", key.person())
        .param("rows", rows)
        .query((row, _) -> new Row(row.getLong(1), row.getLong(2), row.getLong(3)))
        .list();
  }
}
