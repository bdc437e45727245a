package vn.lachan.app.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Page;

@Component
class EntryTable {
  private final JdbcClient jdbc;

  EntryTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Act act, @Nullable String correlation) {
    jdbc.sql(
            """
            with written as (
              insert into audit.entry (actor, kind, purpose, case_id, query, row_count, correlation)
              values (:actor, :kind, :purpose, :case, :query, :count, :correlation)
              returning number)
            insert into audit.entry_person (entry, person)
            select number, person from written, unnest(:persons::bigint[]) as person
            """)
        .param("actor", act.actor())
        .param("kind", act.kind())
        .param("purpose", act.purpose())
        .param("case", act.caseId())
        .param("query", act.query())
        .param("count", act.count())
        .param("correlation", correlation)
        .param("persons", act.persons().toArray(Long[]::new))
        .update();
  }

  Page<Entry> page(EntryFilter filter, int rows) {
    List<Entry> found =
        jdbc.sql(
                """
                select e.number, e.recorded_at, e.actor, e.kind, e.purpose, e.case_id, e.query,
                       e.row_count, e.correlation,
                       (select count(*) from audit.entry_person p where p.entry = e.number) as persons
                from audit.entry e
                where (:actor::bigint is null or e.actor = :actor)
                  and (:kind::text is null or e.kind = :kind)
                  and (:from::timestamptz is null or e.recorded_at >= :from)
                  and (:to::timestamptz is null or e.recorded_at < :to)
                  and (:before::bigint is null or e.number < :before)
                  and (:person::bigint is null or exists (
                    select 1 from audit.entry_person p
                    where p.entry = e.number and p.person = :person))
                order by e.number desc
                limit :rows
                """)
            .param("actor", filter.actor())
            .param("kind", filter.kind())
            .param("from", timestamp(filter.from()))
            .param("to", timestamp(filter.to()))
            .param("before", filter.before())
            .param("person", filter.person())
            .param("rows", rows + 1)
            .query(EntryTable::entry)
            .list();
    return Page.of(found, rows, entry -> Long.toString(entry.number()));
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }

  private static Entry entry(ResultSet row, int index) throws SQLException {
    return new Entry(
        row.getLong("number"),
        Objects.requireNonNull(row.getTimestamp("recorded_at")).toInstant(),
        row.getLong("actor"),
        Objects.requireNonNull(row.getString("kind")),
        row.getString("purpose"),
        row.getObject("case_id", Long.class),
        row.getString("query"),
        row.getInt("row_count"),
        row.getInt("persons"),
        row.getString("correlation"));
  }
}
