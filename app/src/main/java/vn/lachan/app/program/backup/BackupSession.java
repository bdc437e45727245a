package vn.lachan.app.program.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * PostgreSQL's side of a backup: the session between {@code pg_backup_start} and {@code
 * pg_backup_stop}. A temporary replication slot keeps the write-ahead log until the session ends,
 * also when it ends by a failure.
 */
final class BackupSession {
  /** One backup at a time, whoever asks. */
  private static final long LOCK = 0x4C43_4241_434B_5550L;

  private static final int HEXADECIMAL = 16;

  private static final String WRAPPED_KEYS =
      """
      select format('%I.%I.%I', n.nspname, c.relname, a.attname)
      from pg_attribute a join pg_class c on c.oid = a.attrelid
      join pg_namespace n on n.oid = c.relnamespace
      where a.atttypid = 'bytea'::regtype and a.attname like '%\\_key' and not a.attisdropped
        and c.relkind in ('r', 'p') and not c.relispartition
        and n.nspname not in ('pg_catalog', 'information_schema')
      order by 1
      """;

  private final Connection connection;

  BackupSession(Connection connection) {
    this.connection = connection;
  }

  /** What {@code pg_backup_stop} says: the content of two files that a restore needs. */
  record End(String position, String lastSegment, String label, String tablespaces) {}

  void begin(String name) throws SQLException {
    if (!"t".equals(text("select pg_try_advisory_lock(" + LOCK + ")"))) {
      throw Words.refusal("another-runs");
    }
    text(
        "select pg_create_physical_replication_slot('lachan_backup', immediately_reserve => true, temporary => true)");
    try (PreparedStatement statement =
        connection.prepareStatement("select pg_backup_start(?, fast => true)")) {
      statement.setString(1, name);
      statement.executeQuery();
    }
  }

  End end() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select lsn, pg_walfile_name(lsn), labelfile, spcmapfile from pg_backup_stop(wait_for_archive => false)")) {
      row.next();
      return new End(row.getString(1), row.getString(2), row.getString(3), row.getString(4));
    }
  }

  String system() throws SQLException {
    return text("select system_identifier from pg_control_system()");
  }

  List<String> migrations() throws SQLException {
    if (!exists("public.migration")) {
      return List.of();
    }
    return texts(
        "select version from public.migration where success and version is not null order by 1");
  }

  /**
   * The versions of the master key that wrap a key which is still there, whatever it opens. The
   * column of a wrapped key is called so, in every table; the version stands after its first byte.
   */
  Set<Integer> masterVersions() throws SQLException {
    Set<Integer> versions = new TreeSet<>();
    for (String column : texts(WRAPPED_KEYS)) {
      int dot = column.lastIndexOf('.');
      String key = column.substring(dot + 1);
      texts(
              "select distinct encode(substring(%1$s from 2 for 4), 'hex') from %2$s where length(%1$s) > 5"
                  .formatted(key, column.substring(0, dot)))
          .forEach(text -> versions.add(Integer.parseUnsignedInt(text, HEXADECIMAL)));
    }
    return versions;
  }

  /** How many rows each table has; days of visits are counted in their parent. */
  Map<String, Long> rows() throws SQLException {
    Map<String, Long> rows = new LinkedHashMap<>();
    for (String table :
        texts(
            """
            select format('%I.%I', n.nspname, c.relname)
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence = 'p'
              and n.nspname not in ('pg_catalog', 'information_schema')
            order by 1
            """)) {
      rows.put(table, Long.valueOf(text("select count(*) from " + table)));
    }
    return rows;
  }

  private boolean exists(String table) throws SQLException {
    return "t".equals(text("select to_regclass('" + table + "') is not null"));
  }

  private String text(String query) throws SQLException {
    return texts(query).getFirst();
  }

  private List<String> texts(String query) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        texts.add(String.valueOf(rows.getString(1)));
      }
    }
    return texts;
  }
}
