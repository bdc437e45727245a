package vn.lachan.app.visits;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Persons of whom visits are kept. */
@Component
class VisitHeldTable {
  private final JdbcClient jdbc;

  VisitHeldTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Long> held(Collection<Long> records) {
    return jdbc.sql(
            """
            select asked.person from unnest(:records::bigint[]) as asked (person)
            where exists (select 1 from visits.visit v where v.person = asked.person)
            """)
        .param("records", records.toArray(Long[]::new))
        .query((row, index) -> row.getLong(1))
        .list();
  }
}
