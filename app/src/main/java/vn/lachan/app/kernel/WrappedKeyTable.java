package vn.lachan.app.kernel;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Wrapped keys of one table. Which version of the master key wraps one stands in its first bytes;
 * an empty key is one that was destroyed.
 */
public class WrappedKeyTable implements WrappedKeys {
  /** Before the version stands a mark of one byte. */
  private static final String VERSION = "substring(%s from 2 for 4)";

  private static final String EXISTS = "length(%s) > 5";

  private final JdbcClient jdbc;
  private final Columns columns;

  /**
   * Where the keys lie; all are names and expressions of this program, never a value.
   *
   * @param table with its schema
   * @param key the column of the wrapped keys
   * @param id the column by which rows are gone through, unique
   * @param type the type of {@code id}
   * @param context an expression for what binds a key to its row
   * @param also set beside the key where it is wrapped anew, with {@code :version}; may be empty
   */
  public record Columns(
      String table, String key, String id, String type, String context, String also) {}

  public WrappedKeyTable(JdbcClient jdbc, Columns columns) {
    this.jdbc = jdbc;
    this.columns = columns;
  }

  @Override
  public String column() {
    return columns.table + "." + columns.key;
  }

  @Override
  public Map<Integer, Long> byVersion() {
    Map<Integer, Long> counts = new HashMap<>();
    jdbc.sql(
            "select %1$s as version, count(*) as rows from %2$s where %3$s group by 1"
                .formatted(of(VERSION), columns.table, of(EXISTS)))
        .query(
            (RowCallbackHandler)
                row -> counts.put(version(row.getBytes("version")), row.getLong("rows")));
    return counts;
  }

  @Override
  public boolean isUsed(int version) {
    return jdbc.sql(
            "select exists (select from %s where %s and %s = :version)"
                .formatted(columns.table, of(EXISTS), of(VERSION)))
        .param("version", bytes(version))
        .query(Boolean.class)
        .single();
  }

  @Override
  public Portion rewrap(Keyring keyring, @Nullable String after, int most) {
    int newest = keyring.masterVersion();
    List<Row> rows = next(newest, after, most);
    for (Row row : rows) {
      wrap(row.id, keyring.rewrap(row.key, row.context), newest);
    }
    return new Portion(rows.size(), rows.size() < most ? null : rows.getLast().id);
  }

  /** Locked, so that nobody puts back meanwhile what they read before. */
  private List<Row> next(int newest, @Nullable String after, int most) {
    return jdbc.sql(
            """
            select %1$s::text as id, %2$s as key, %3$s as context from %4$s
            where %5$s and %6$s <> :newest and (:after::text is null or %1$s > :after::%7$s)
            order by %1$s limit :most for update
            """
                .formatted(
                    columns.id,
                    columns.key,
                    columns.context,
                    columns.table,
                    of(EXISTS),
                    of(VERSION),
                    columns.type))
        .param("newest", bytes(newest))
        .param("after", after)
        .param("most", most)
        .query(WrappedKeyTable::row)
        .list();
  }

  private void wrap(String id, byte[] key, int version) {
    jdbc.sql(
            "update %s set %s = :key %s where %s = :id::%s"
                .formatted(columns.table, columns.key, columns.also, columns.id, columns.type))
        .param("key", key)
        .param("version", version)
        .param("id", id)
        .update();
  }

  private String of(String expression) {
    return expression.formatted(columns.key);
  }

  private static byte[] bytes(int version) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(version).array();
  }

  private static int version(byte @Nullable [] bytes) {
    return ByteBuffer.wrap(Objects.requireNonNull(bytes)).getInt();
  }

  private static Row row(ResultSet row, int index) throws SQLException {
    return new Row(
        Objects.requireNonNull(row.getString("id")),
        Objects.requireNonNull(row.getBytes("key")),
        Objects.requireNonNull(row.getString("context")));
  }

  private record Row(String id, byte[] key, String context) {}
}
