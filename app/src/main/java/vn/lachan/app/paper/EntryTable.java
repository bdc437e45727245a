package vn.lachan.app.paper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Columns;
import vn.lachan.app.kernel.Sealed;

/** Keyings of sheets; sealed while they wait for another, counts afterwards. */
@Component
class EntryTable {
  /** What is left of a destroyed key and its content. */
  static final byte[] NOTHING = {};

  private final JdbcClient jdbc;

  EntryTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A keying about to be stored. */
  record New(
      UUID key,
      long serial,
      int round,
      long account,
      Instant writtenAt,
      boolean timeKnown,
      String level,
      Sealed sealed,
      Instant begunAt) {}

  /** A keying that is held. */
  record Row(
      UUID key,
      long serial,
      int round,
      long account,
      Instant writtenAt,
      boolean timeKnown,
      Sealed sealed) {}

  void insert(New entry, Instant now, boolean held) {
    jdbc.sql(
            """
            insert into paper.entry (key, serial, round, account, written_at, time_known, level,
              wrapped_key, sealed, begun_at, entered_at, forgotten_at)
            values (:key, :serial, :round, :account, :written, :known, :level, :wrapped, :sealed,
              :begun, :now, case when :held then null else :now end)
            """)
        .param("key", entry.key())
        .param("serial", entry.serial())
        .param("round", entry.round())
        .param("account", entry.account())
        .param("written", Columns.time(entry.writtenAt()))
        .param("known", entry.timeKnown())
        .param("level", held ? entry.level() : "GREEN")
        .param("wrapped", held ? entry.sealed().wrappedKey() : NOTHING)
        .param("sealed", held ? entry.sealed().content() : NOTHING)
        .param("begun", Columns.time(entry.begunAt()))
        .param("now", Columns.time(now))
        .param("held", held)
        .update();
  }

  /** The sheet that a keying with this key was of. */
  Optional<Long> serial(UUID key, long account) {
    return jdbc.sql("select serial from paper.entry where key = :key and account = :account")
        .param("key", key)
        .param("account", account)
        .query(Long.class)
        .optional();
  }

  /** What is held of a sheet, the first keying first. */
  List<Row> held(long serial) {
    return jdbc.sql(
            """
            select key, serial, round, account, written_at, time_known, wrapped_key, sealed
            from paper.entry where serial = :serial and forgotten_at is null order by round
            """)
        .param("serial", serial)
        .query(EntryTable::row)
        .list();
  }

  /** Destroys what was keyed of a sheet; the counts stay. */
  void forget(long serial, Instant now) {
    jdbc.sql(
            """
            update paper.entry set wrapped_key = '', sealed = '', level = 'GREEN',
              forgotten_at = :now
            where serial = :serial and forgotten_at is null
            """)
        .param("serial", serial)
        .param("now", Columns.time(now))
        .update();
  }

  /** Destroys what nobody settled in time; such sheets are keyed anew. */
  int forgetBefore(Instant before, Instant now) {
    return jdbc.sql(
            """
            update paper.entry set wrapped_key = '', sealed = '', level = 'GREEN',
              forgotten_at = :now
            where forgotten_at is null and serial in (
              select serial from paper.entry where forgotten_at is null and entered_at < :before)
            """)
        .param("before", Columns.time(before))
        .param("now", Columns.time(now))
        .update();
  }

  private static Row row(ResultSet row, int index) throws SQLException {
    return new Row(
        Columns.uuid(row, "key"),
        row.getLong("serial"),
        row.getInt("round"),
        row.getLong("account"),
        Columns.instant(row, "written_at"),
        row.getBoolean("time_known"),
        new Sealed(
            Objects.requireNonNull(row.getBytes("wrapped_key")),
            Objects.requireNonNull(row.getBytes("sealed"))));
  }
}
