package vn.lachan.app.operations;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the database takes up. */
@Component
class StorageTable {
  private final JdbcClient jdbc;

  StorageTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Bytes a schema with indexes, the largest first; rows are PostgreSQL's own estimate. */
  List<Storage> schemas() {
    return jdbc.sql(
            """
            select n.nspname as name, count(*) as tables,
                   sum(pg_total_relation_size(c.oid))::bigint as bytes,
                   sum(greatest(c.reltuples, 0))::bigint as rows
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'r' and n.nspname not like 'pg\\_%'
              and n.nspname <> 'information_schema'
            group by n.nspname
            order by bytes desc, name
            """)
        .query(
            (row, index) ->
                new Storage(
                    row.getString("name"),
                    row.getLong("tables"),
                    row.getLong("rows"),
                    row.getLong("bytes")))
        .list();
  }
}
