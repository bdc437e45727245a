package vn.lachan.app.people;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.WrappedKeyTable;

/**
 * Keys of persons. They are too many to look into each: the version stands beside, with an index.
 */
@Component
class PersonKeyTable extends WrappedKeyTable {
  private final JdbcClient jdbc;

  PersonKeyTable(JdbcClient jdbc) {
    super(
        jdbc,
        new Columns(
            "people.person",
            "wrapped_key",
            "number",
            "bigint",
            "public_id::text",
            ", master_version = :version"));
    this.jdbc = jdbc;
  }

  @Override
  public Map<Integer, Long> byVersion() {
    Map<Integer, Long> counts = new HashMap<>();
    jdbc.sql(
            """
            select master_version, count(*) as rows from people.person
            where wrapped_key is not null group by master_version
            """)
        .query(
            (RowCallbackHandler)
                row -> counts.put(row.getInt("master_version"), row.getLong("rows")));
    return counts;
  }
}
