package vn.lachan.app.places;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Closes and deletes many places at once. A code that was given out stays given out. */
@Component
class UndoTable {
  private static final int LEFTOVERS_AT_ONCE = 500;

  private final JdbcClient jdbc;

  UndoTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void close(List<Long> places, long by, String reason, Instant now) {
    jdbc.sql(
            """
            with closed as (
              update places.place
              set status = 'closed', status_since = :now, revision = revision + 1
              where number = any(:places) and status in ('submitted', 'returned', 'open')
              returning number)
            insert into places.state_change (place, what, at, by, reason)
            select number, 'closed', :now, :by, :reason from closed
            """)
        .param("places", places.toArray(Long[]::new))
        .param("now", Timestamp.from(now))
        .param("by", by)
        .param("reason", reason)
        .update();
  }

  /** Closed places of imports that were undone before a moment. */
  List<Long> leftovers(Instant before) {
    return jdbc.sql(
            """
            select p.number from places.import i
            join places.import_row r on r.import = i.id and r.state = 'accepted'
            join places.place p on p.number = r.place and p.status = 'closed'
            where i.undone_at < :before
              and not exists (select from places.inspection n where n.place = p.number)
              and not exists (
                select from places.part t where t.whole = p.number or t.part = p.number)
            order by p.number limit :rows
            """)
        .param("before", Timestamp.from(before))
        .param("rows", LEFTOVERS_AT_ONCE)
        .query((row, index) -> row.getLong(1))
        .list();
  }

  void delete(List<Long> places, String reason, Instant now) {
    Long[] numbers = places.toArray(Long[]::new);
    jdbc.sql(
            """
            with freed as (
              update places.obliged set state = 'listed', place = null
              where place = any(:places) and state = 'matched' returning number)
            insert into places.obliged_step (obliged, what, at, by)
            select number, 'unmatched', :now, 0 from freed
            """)
        .param("places", numbers)
        .param("now", Timestamp.from(now))
        .update();
    jdbc.sql(
            """
            update places.code set until = :now, reason = :reason
            where place = any(:places) and until is null
            """)
        .param("places", numbers)
        .param("now", Timestamp.from(now))
        .param("reason", reason)
        .update();
    jdbc.sql("update places.import_row set place = null where place = any(:places)")
        .param("places", numbers)
        .update();
    jdbc.sql("delete from places.place where number = any(:places) and status = 'closed'")
        .param("places", numbers)
        .update();
  }
}
