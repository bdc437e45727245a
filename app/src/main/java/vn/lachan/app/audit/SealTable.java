package vn.lachan.app.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Entries on their way from waiting into a block. */
@Component
class SealTable {
  private final JdbcClient jdbc;

  SealTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  boolean anyWaits() {
    return jdbc.sql("select exists (select from audit.waiting)").query(Boolean.class).single();
  }

  /** Until the transaction ends nobody else seals; false when somebody else does. */
  boolean takeTurn() {
    return jdbc.sql("select pg_try_advisory_xact_lock(hashtext('audit.seal'))")
        .query(Boolean.class)
        .single();
  }

  /** Committed entries that wait, by their numbers. */
  List<EntryContent> waiting(int rows) {
    return jdbc.sql(
            """
            select %s
            from (select entry from audit.waiting order by entry limit :rows) w
            join audit.entry e on e.number = w.entry
            order by e.number
            """
                .formatted(EntryContent.COLUMNS))
        .param("rows", rows)
        .query((row, _) -> EntryContent.read(row))
        .list();
  }

  /** Gives each entry its place; the database takes them off those that wait. */
  void place(long block, List<EntryContent> entries, List<String> hashes) {
    jdbc.sql(
            """
            insert into audit.sealed (entry, block, position, hash)
            select entry, :block, ordinal - 1, decode(hash, 'hex')
            from unnest(:entries::bigint[], :hashes::text[])
              with ordinality as n(entry, hash, ordinal)
            """)
        .param("block", block)
        .param("entries", entries.stream().map(EntryContent::number).toArray(Long[]::new))
        .param("hashes", hashes.toArray(String[]::new))
        .update();
  }

  long countWaiting() {
    return jdbc.sql("select count(*) from audit.waiting").query(Long.class).single();
  }

  /** When the oldest of those that wait was recorded. */
  Optional<Instant> oldestWaiting() {
    return jdbc.sql(
            """
            select min(e.recorded_at)
            from (select entry from audit.waiting order by entry limit 1000) w
            join audit.entry e on e.number = w.entry
            """)
        .query((row, _) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
        .single()
        .map(OffsetDateTime::toInstant);
  }
}
