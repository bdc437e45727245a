package vn.lachan.app.paper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Columns;

/** Sheets with all that tells how far they are. */
@Component
class SheetTable {
  private static final String COLUMNS =
      """
      select s.serial, s.pad, s.position, s.batch, v.reason, t.taken_at, t.declaration,
        one.account as first_account, two.account as second_account,
        one.level as level, t.account as taken_by,
        exists (select from paper.photo p where p.serial = s.serial and p.destroyed_at is null)
          as photo
      from paper.sheet s
      left join paper.voiding v on v.serial = s.serial and v.restored_at is null
      left join paper.taken t on t.serial = s.serial
      left join paper.entry one on one.serial = s.serial and one.round = 1
        and one.forgotten_at is null
      left join paper.entry two on two.serial = s.serial and two.round = 2
        and two.forgotten_at is null
      """;

  private final JdbcClient jdbc;

  SheetTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A sheet with what happened to it. */
  record Row(
      Serial serial,
      long pad,
      int position,
      @Nullable Long batch,
      @Nullable VoidReason reason,
      @Nullable Instant takenAt,
      @Nullable UUID declaration,
      @Nullable Long first,
      @Nullable Long second,
      boolean red,
      boolean photo) {
    SheetState state() {
      if (reason != null) {
        return SheetState.VOID;
      }
      if (takenAt != null) {
        return SheetState.TAKEN;
      }
      if (second != null) {
        return SheetState.DIFFERENT;
      }
      if (first != null) {
        return SheetState.ONCE;
      }
      return batch == null ? SheetState.BLANK : SheetState.GIVEN;
    }
  }

  List<Row> ofPad(long pad) {
    return jdbc.sql(COLUMNS + " where s.pad = :pad order by s.serial")
        .param("pad", pad)
        .query(SheetTable::row)
        .list();
  }

  List<Row> ofBatch(long batch) {
    return jdbc.sql(COLUMNS + " where s.batch = :batch order by s.serial")
        .param("batch", batch)
        .query(SheetTable::row)
        .list();
  }

  Optional<Row> find(long serial) {
    return jdbc.sql(COLUMNS + " where s.serial = :serial")
        .param("serial", serial)
        .query(SheetTable::row)
        .optional();
  }

  Optional<Row> atPosition(long batch, int position) {
    List<Row> found =
        jdbc.sql(COLUMNS + " where s.batch = :batch and s.position = :position limit 2")
            .param("batch", batch)
            .param("position", position)
            .query(SheetTable::row)
            .list();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /** The sheet alone, so that what decides about it is decided by one at a time. */
  void lock(long serial) {
    jdbc.sql("select serial from paper.sheet where serial = :serial for update")
        .param("serial", serial)
        .query(Long.class)
        .optional();
  }

  boolean declareVoid(long serial, VoidReason reason, long by, Instant now) {
    return jdbc.sql(
                """
                insert into paper.voiding (serial, reason, voided_at, voided_by)
                values (:serial, :reason, :now, :by)
                on conflict (serial) where restored_at is null do nothing
                """)
            .param("serial", serial)
            .param("reason", reason.name())
            .param("now", Columns.time(now))
            .param("by", by)
            .update()
        > 0;
  }

  boolean restore(long serial, long by, Instant now) {
    return jdbc.sql(
                """
                update paper.voiding set restored_at = :now, restored_by = :by
                where serial = :serial and restored_at is null
                """)
            .param("serial", serial)
            .param("now", Columns.time(now))
            .param("by", by)
            .update()
        > 0;
  }

  private static Row row(ResultSet row, int index) throws SQLException {
    String reason = row.getString("reason");
    return new Row(
        new Serial(row.getLong("serial")),
        row.getLong("pad"),
        row.getInt("position"),
        number(row, "batch"),
        reason == null ? null : VoidReason.valueOf(reason),
        Columns.instantOrNull(row, "taken_at"),
        row.getObject("declaration", UUID.class),
        number(row, "first_account"),
        number(row, "second_account"),
        "RED".equals(row.getString("level")),
        row.getBoolean("photo"));
  }

  static @Nullable Long number(ResultSet row, String column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? null : (Long) number;
  }
}
