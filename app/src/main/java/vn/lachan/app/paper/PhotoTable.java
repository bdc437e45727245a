package vn.lachan.app.paper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Columns;
import vn.lachan.app.kernel.Sealed;

/** Photographs of sheets, and what is left of those that were destroyed. */
@Component
class PhotoTable {
  private static final int HISTORY_MOST = 20;

  private final JdbcClient jdbc;

  PhotoTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A photograph that is held. */
  record Row(UUID publicId, Sealed sealed) {}

  void insert(UUID id, long serial, Sealed sealed, int bytes, long by, Instant now) {
    jdbc.sql(
            """
            insert into paper.photo (public_id, serial, wrapped_key, sealed, bytes, added_at,
              added_by)
            values (:id, :serial, :wrapped, :sealed, :bytes, :now, :by)
            """)
        .param("id", id)
        .param("serial", serial)
        .param("wrapped", sealed.wrappedKey())
        .param("sealed", sealed.content())
        .param("bytes", bytes)
        .param("now", Columns.time(now))
        .param("by", by)
        .update();
  }

  Optional<Row> held(long serial) {
    return jdbc.sql(
            """
            select public_id, wrapped_key, sealed from paper.photo
            where serial = :serial and destroyed_at is null
            """)
        .param("serial", serial)
        .query(PhotoTable::row)
        .optional();
  }

  boolean destroy(long serial, String reason, long by, Instant now) {
    return jdbc.sql(
                """
                update paper.photo set wrapped_key = '', sealed = '', destroyed_at = :now,
                  destroyed_by = :by, reason = :reason
                where serial = :serial and destroyed_at is null
                """)
            .param("serial", serial)
            .param("reason", reason)
            .param("by", by)
            .param("now", Columns.time(now))
            .update()
        > 0;
  }

  int destroyOfTaken(long batch, long by, Instant now) {
    return jdbc.sql(
            """
            update paper.photo set wrapped_key = '', sealed = '', destroyed_at = :now,
              destroyed_by = :by, reason = 'VERIFIED'
            where destroyed_at is null
              and serial in (select t.serial from paper.taken t where t.batch = :batch)
            """)
        .param("batch", batch)
        .param("by", by)
        .param("now", Columns.time(now))
        .update();
  }

  int destroyBefore(Instant before, long by, Instant now) {
    return jdbc.sql(
            """
            update paper.photo set wrapped_key = '', sealed = '', destroyed_at = :now,
              destroyed_by = :by, reason = 'DEADLINE'
            where destroyed_at is null and added_at < :before
            """)
        .param("before", Columns.time(before))
        .param("by", by)
        .param("now", Columns.time(now))
        .update();
  }

  /** All that a sheet ever had, the latest first. */
  List<SheetPhotos.Note> history(long serial) {
    return jdbc.sql(
            """
            select added_at, destroyed_at, reason from paper.photo
            where serial = :serial order by number desc limit :most
            """)
        .param("serial", serial)
        .param("most", HISTORY_MOST)
        .query(PhotoTable::note)
        .list();
  }

  private static Row row(ResultSet row, int index) throws SQLException {
    return new Row(
        Columns.uuid(row, "public_id"),
        new Sealed(
            Objects.requireNonNull(row.getBytes("wrapped_key")),
            Objects.requireNonNull(row.getBytes("sealed"))));
  }

  private static SheetPhotos.Note note(ResultSet row, int index) throws SQLException {
    @Nullable Instant destroyed = Columns.instantOrNull(row, "destroyed_at");
    return new SheetPhotos.Note(
        Columns.instant(row, "added_at"), destroyed, row.getString("reason"));
  }
}
