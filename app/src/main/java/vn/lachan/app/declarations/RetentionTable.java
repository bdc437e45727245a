package vn.lachan.app.declarations;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Columns;

/** Declarations whose time is over, and the record of what was dropped. */
@Component
class RetentionTable {
  private final JdbcClient jdbc;

  RetentionTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** An old declaration. */
  record Old(long number, long person) {}

  List<Old> before(Instant before, long after, int rows) {
    return jdbc.sql(
            """
            select number, person from declarations.declaration
            where declared_at < :before and number > :after order by number limit :rows
            """)
        .param("before", Columns.time(before))
        .param("after", after)
        .param("rows", rows)
        .query((row, _) -> new Old(row.getLong("number"), row.getLong("person")))
        .list();
  }

  boolean any(Instant before) {
    return jdbc.sql(
            "select exists (select 1 from declarations.declaration where declared_at < :before)")
        .param("before", Columns.time(before))
        .query(Boolean.class)
        .single();
  }

  /** Warnings and stays go with them; what was counted stays counted. */
  int drop(Collection<Long> numbers) {
    return jdbc.sql("delete from declarations.declaration where number = any(:numbers)")
        .param("numbers", numbers.toArray(Long[]::new))
        .update();
  }

  long begin(LocalDate before, Instant now) {
    return jdbc.sql(
            """
            insert into declarations.retention_run (before, dropped, kept, begun_at)
            values (:before, 0, 0, :now) returning number
            """)
        .param("before", before)
        .param("now", Columns.time(now))
        .query(Long.class)
        .single();
  }

  void add(long run, int dropped, int kept) {
    jdbc.sql(
            """
            update declarations.retention_run
            set dropped = dropped + :dropped, kept = kept + :kept where number = :run
            """)
        .param("run", run)
        .param("dropped", dropped)
        .param("kept", kept)
        .update();
  }

  void end(long run, Instant now) {
    jdbc.sql("update declarations.retention_run set ended_at = :now where number = :run")
        .param("run", run)
        .param("now", Columns.time(now))
        .update();
  }
}
