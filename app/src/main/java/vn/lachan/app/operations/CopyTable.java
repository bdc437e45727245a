package vn.lachan.app.operations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code operations.copy}. */
@Component
class CopyTable {
  private static final int MOST = 200;

  private final JdbcClient jdbc;

  CopyTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void seen(UUID id, String version, long process, Instant startedAt, Instant now) {
    jdbc.sql(
            """
            insert into operations.copy (id, version, process, started_at, seen_at)
            values (:id, :version, :process, :started, :now)
            on conflict (id) do update set seen_at = excluded.seen_at
            """)
        .param("id", id)
        .param("version", version)
        .param("process", process)
        .param("started", Timestamp.from(startedAt))
        .param("now", Timestamp.from(now))
        .update();
  }

  void stopped(UUID id, Instant now) {
    jdbc.sql("update operations.copy set stopped_at = :now, seen_at = :now where id = :id")
        .param("id", id)
        .param("now", Timestamp.from(now))
        .update();
  }

  void forgetBefore(Instant at) {
    jdbc.sql("delete from operations.copy where seen_at < :at")
        .param("at", Timestamp.from(at))
        .update();
  }

  /** The one seen last first. */
  List<Stored> list() {
    return jdbc.sql(
            """
            select id, version, process, started_at, seen_at, stopped_at from operations.copy
            order by seen_at desc, id limit :most
            """)
        .param("most", MOST)
        .query((row, index) -> stored(row))
        .list();
  }

  private static Stored stored(ResultSet row) throws SQLException {
    Timestamp stopped = row.getTimestamp("stopped_at");
    return new Stored(
        row.getObject("id", UUID.class),
        row.getString("version"),
        row.getLong("process"),
        row.getTimestamp("started_at").toInstant(),
        row.getTimestamp("seen_at").toInstant(),
        stopped == null ? null : stopped.toInstant());
  }

  record Stored(
      UUID id,
      String version,
      long process,
      Instant startedAt,
      Instant seenAt,
      @Nullable Instant stoppedAt) {}
}
