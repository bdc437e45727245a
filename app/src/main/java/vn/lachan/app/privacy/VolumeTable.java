package vn.lachan.app.privacy;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much is held, read off the database's own statistics: no table of another module is read. */
@Component
class VolumeTable {
  private final JdbcClient jdbc;

  VolumeTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Rows by schema, about; partitions count for themselves. */
  Map<String, Long> rowsBySchema() {
    Map<String, Long> rows = new HashMap<>();
    jdbc.sql(
            """
            select n.nspname as schema,
                   sum(greatest(k.reltuples, pg_stat_get_live_tuples(k.oid), 0))::bigint as rows
            from pg_class k join pg_namespace n on n.oid = k.relnamespace
            where k.relkind = 'r'
              and n.nspname not in ('pg_catalog', 'information_schema', 'public')
              and n.nspname not like 'pg\\_%'
            group by n.nspname
            """)
        .query((row, _) -> Map.entry(String.valueOf(row.getString("schema")), row.getLong("rows")))
        .list()
        .forEach(entry -> rows.put(entry.getKey(), entry.getValue()));
    return rows;
  }
}
