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
            """)
        .param("records", records.toArray(Long[]::new))
        .param("since", Timestamp.from(since))
        .query((row, index) -> row.getLong(1))
        .list();
  }
}
