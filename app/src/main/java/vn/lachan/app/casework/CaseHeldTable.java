package vn.lachan.app.casework;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Persons whom a case still needs. */
@Component
class CaseHeldTable {
  private final JdbcClient jdbc;

  CaseHeldTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Whether one of the records is an open case, or a contact whom an open case's trace supports.
   */
  boolean underOrder(Collection<Long> records) {
    return jdbc.sql(
            """
            select exists (select 1 from casework.case_file
                where person = any(:records) and closed_at is null)
              or exists (select 1 from casework.task t
                join casework.case_file c on c.number = t.case_file
                where t.person = any(:records) and t.needed and t.state <> 'NOT_A_CONTACT'
                  and c.closed_at is null)
            """)
        .param("records", records.toArray(Long[]::new))
        .query(Boolean.class)
        .single();
  }

  /** Records that stand in an open case, as its person or to be reached for it. */
  List<Long> inOpenCase(Collection<Long> records) {
    return jdbc.sql(
            """
            select person from casework.case_file
            where person = any(:records) and closed_at is null
            union
            select t.person from casework.task t
            join casework.case_file c on c.number = t.case_file
            where t.person = any(:records) and c.closed_at is null
            union
            select person from casework.task
            where person = any(:records) and kind = 'WARNING' and not finished
            """)
        .param("records", records.toArray(Long[]::new))
        .query((row, _) -> row.getLong(1))
        .list();
  }

  /** Records that are the person of a case, or to be reached for one, open or closed since. */
  List<Long> held(Collection<Long> records, Instant since) {
    return jdbc.sql(
            """
            select person from casework.case_file
            where person = any(:records) and coalesce(closed_at, 'infinity') >= :since
            union
            select t.person from casework.task t
            join casework.case_file c on c.number = t.case_file
            where t.person = any(:records) and coalesce(c.closed_at, 'infinity') >= :since
            union
            select person from casework.task
            where person = any(:records) and kind = 'WARNING' and not finished
            """)
        .param("records", records.toArray(Long[]::new))
        .param("since", Timestamp.from(since))
        .query((row, index) -> row.getLong(1))
        .list();
  }
}
