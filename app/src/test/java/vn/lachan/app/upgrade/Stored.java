package vn.lachan.app.upgrade;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the tables of a database hold: columns, number of rows, and a hash of their values. */
final class Stored {
  private Stored() {}

  /** Tables of the modules with their columns; days of visits count as their parent. */
  static Map<String, List<String>> columns(Connection connection) throws SQLException {
    Map<String, List<String>> columns = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select format('%I.%I', n.nspname, c.relname), quote_ident(a.attname)
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                where c.relkind in ('r', 'p') and not c.relispartition
                  and n.nspname not in ('pg_catalog', 'information_schema', 'public')
                order by 1, a.attnum
                """)) {
      while (rows.next()) {
        columns
            .computeIfAbsent(rows.getString(1), table -> new ArrayList<>())
            .add(rows.getString(2));
      }
    }
    return columns;
  }

  /** For each table the count and the hash of these columns in all rows. */
  static Map<String, String> rows(Connection connection, Map<String, List<String>> columns)
      throws SQLException {
    Map<String, String> rows = new TreeMap<>();
    try (Statement statement = connection.createStatement()) {
      for (var table : columns.entrySet()) {
        try (ResultSet row =
            statement.executeQuery(
                "select count(*), md5(string_agg(t::text, '|' order by t::text)) from (select %s from %s) t"
                    .formatted(String.join(", ", table.getValue()), table.getKey()))) {
          row.next();
          rows.put(table.getKey(), row.getLong(1) + " rows " + row.getString(2));
        }
      }
    }
    return rows;
  }

  /** Columns that must be given a value by whoever inserts a row. */
  static List<String> demanded(Connection connection) throws SQLException {
    List<String> demanded = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select format('%I.%I.%I', table_schema, table_name, column_name)
                from information_schema.columns
                where is_nullable = 'NO' and column_default is null and is_identity = 'NO'
                  and is_generated = 'NEVER'
                  and table_schema not in ('pg_catalog', 'information_schema', 'public')
                """)) {
      while (rows.next()) {
        demanded.add(rows.getString(1));
      }
    }
    return demanded;
  }
}
