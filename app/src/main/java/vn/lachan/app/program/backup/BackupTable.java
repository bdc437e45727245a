package vn.lachan.app.program.backup;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.program.Backups.BackupView;

/** The table {@code program.backup}: one row a backup that was tried and ended. */
@Component
class BackupTable {
  private final JdbcClient jdbc;

  BackupTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A stopped program's database may be older than the table. */
  boolean exists() {
    return jdbc.sql("select to_regclass('program.backup') is not null")
        .query(Boolean.class)
        .single();
  }

  void insert(
      Instant startedAt,
      Instant endedAt,
      boolean scheduled,
      String folder,
      @Nullable Long bytes,
      @Nullable Integer files,
      String result) {
    jdbc.sql(
            """
            insert into program.backup (started_at, ended_at, scheduled, folder, bytes, files, result)
            values (:startedAt, :endedAt, :scheduled, :folder, :bytes, :files, :result)
            """)
        .param("startedAt", startedAt.atOffset(ZoneOffset.UTC))
        .param("endedAt", endedAt.atOffset(ZoneOffset.UTC))
        .param("scheduled", scheduled)
        .param("folder", folder)
        .param("bytes", bytes)
        .param("files", files)
        .param("result", result)
        .update();
  }

  List<BackupView> latest(int limit) {
    return jdbc.sql(
            """
            select number, started_at, ended_at, scheduled, folder, bytes, files, result
            from program.backup order by number desc limit :limit
            """)
        .param("limit", limit)
        .query(
            (row, index) ->
                new BackupView(
                    row.getLong("number"),
                    row.getObject("started_at", OffsetDateTime.class).toInstant(),
                    row.getObject("ended_at", OffsetDateTime.class).toInstant(),
                    row.getBoolean("scheduled"),
                    row.getString("folder"),
                    row.getObject("bytes", Long.class),
                    row.getObject("files", Integer.class),
                    row.getString("result")))
        .list();
  }

  Optional<Instant> lastWhole() {
    return jdbc.sql("select max(ended_at) from program.backup where result = 'whole'")
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  /** When a scheduled one began last: one that became whole, or any that was tried. */
  Optional<Instant> lastScheduled(boolean wholeOnly) {
    return jdbc.sql(
            """
            select max(started_at) from program.backup
            where scheduled and (result = 'whole' or not :wholeOnly)
            """)
        .param("wholeOnly", wholeOnly)
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }
}
