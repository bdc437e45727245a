package vn.lachan.app.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads the sealed record in the order of its places, some thousand rows a query, so that it can be
 * of any size; what is sealed no longer changes, so no common snapshot is needed.
 */
class VerificationTable {
  private final JdbcClient jdbc;

  VerificationTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether the database has been migrated to sealed entries. */
  boolean isThere() {
    return jdbc.sql("select to_regclass('audit.block') is not null").query(Boolean.class).single();
  }

  List<SealedRow> after(long block, int position, long lastBlock, int rows) {
    return jdbc.sql(
            """
            select s.block, s.position, s.entry, encode(s.hash, 'hex') as hash, %s
            from (select entry, block, position, hash from audit.sealed
                  where (block, position) > (:block, :position) and block <= :last
                  order by block, position limit :rows) s
            left join audit.entry e on e.number = s.entry
            order by s.block, s.position
            """
                .formatted(EntryContent.COLUMNS))
        .param("block", block)
        .param("position", position)
        .param("last", lastBlock)
        .param("rows", rows)
        .query((row, _) -> read(row))
        .list();
  }

  /** Places in blocks that lie beyond the last block. */
  List<Long> blocksWithoutHeader(long lastBlock, int rows) {
    return jdbc.sql(
            """
            select distinct s.block from audit.sealed s
            where s.block > :last
              and not exists (select from audit.block b where b.number = s.block)
            order by s.block limit :rows
            """)
        .param("last", lastBlock)
        .param("rows", rows)
        .query((row, _) -> row.getLong(1))
        .list();
  }

  /** Entries from this number on that are in no block and do not wait for one either. */
  List<Long> outside(long fromEntry, int rows) {
    return jdbc.sql(
            """
            select e.number from audit.entry e
            where e.number >= :from
              and not exists (select from audit.sealed s where s.entry = e.number)
              and not exists (select from audit.waiting w where w.entry = e.number)
            limit :rows
            """)
        .param("from", fromEntry)
        .param("rows", rows)
        .query((row, _) -> row.getLong(1))
        .list();
  }

  /** Those that wait, oldest number first. */
  List<WaitingRow> waiting(int rows) {
    return jdbc.sql(
            """
            select w.entry, e.recorded_at
            from audit.waiting w left join audit.entry e on e.number = w.entry
            order by w.entry limit :rows
            """)
        .param("rows", rows)
        .query(
            (row, _) ->
                new WaitingRow(row.getLong(1), micros(row.getObject(2, OffsetDateTime.class))))
        .list();
  }

  long countWaiting() {
    return jdbc.sql("select count(*) from audit.waiting").query(Long.class).single();
  }

  /**
   * @param recorded in microseconds; 0 when the entry is gone
   */
  record WaitingRow(long entry, long recorded) {}

  private static SealedRow read(ResultSet row) throws SQLException {
    boolean there = row.getObject("number") != null;
    EntryContent entry = there ? EntryContent.read(row) : null;
    return new SealedRow(
        row.getLong("block"),
        row.getInt("position"),
        row.getLong("entry"),
        Objects.requireNonNull(row.getString("hash")),
        entry == null ? null : entry.hash(),
        entry == null ? 0 : EntryContent.micros(entry.recordedAt()));
  }

  private static long micros(@Nullable OffsetDateTime time) {
    return time == null ? 0 : EntryContent.micros(time.toInstant());
  }
}
