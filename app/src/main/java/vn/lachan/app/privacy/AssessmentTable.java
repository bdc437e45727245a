package vn.lachan.app.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Columns;

@Component
class AssessmentTable {
  private static final String COLUMNS =
      """
      select number, public_id, started_on, text, document, certainty, file_due, filed_at,
             update_due, closed_at
      from privacy.assessment
      """;

  private final JdbcClient jdbc;

  AssessmentTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Row(
      long number,
      UUID publicId,
      LocalDate startedOn,
      long text,
      String document,
      String certainty,
      Instant fileDue,
      @Nullable Instant filedAt,
      @Nullable Instant updateDue,
      @Nullable Instant closedAt) {}

  void insert(
      UUID id, LocalDate startedOn, Period law, Instant due, long text, long by, Instant now) {
    jdbc.sql(
            """
            insert into privacy.assessment (public_id, started_on, text, document, certainty,
              file_due, entered_by, entered_at)
            values (:id, :started, :text, :document, :certainty, :due, :by, :now)
            """)
        .param("id", id)
        .param("started", startedOn)
        .param("text", text)
        .param("document", law.document())
        .param("certainty", law.certainty())
        .param("due", Columns.time(due))
        .param("by", by)
        .param("now", Columns.time(now))
        .update();
  }

  Optional<Row> find(UUID id) {
    return jdbc.sql(COLUMNS + " where public_id = :id")
        .param("id", id)
        .query(AssessmentTable::row)
        .optional();
  }

  Optional<Row> lock(UUID id) {
    return jdbc.sql(COLUMNS + " where public_id = :id for update")
        .param("id", id)
        .query(AssessmentTable::row)
        .optional();
  }

  /** What is due first comes first; from behind one on. */
  List<Row> list(@Nullable Long after, int rows) {
    return jdbc.sql(
            COLUMNS
                + """
                 where :after::bigint is null
                   or (closed_at is not null,
                       coalesce(case when filed_at is null then file_due else update_due end,
                         timestamptz 'infinity'), number)
                     > (select closed_at is not null,
                          coalesce(case when filed_at is null then file_due else update_due end,
                            timestamptz 'infinity'), number
                        from privacy.assessment where number = :after)
                order by closed_at is not null,
                  coalesce(case when filed_at is null then file_due else update_due end,
                    timestamptz 'infinity'), number
                limit :rows
                """)
        .param("after", after)
        .param("rows", rows)
        .query(AssessmentTable::row)
        .list();
  }

  void filed(long number, Instant filedAt, @Nullable Instant updateDue) {
    jdbc.sql(
            """
            update privacy.assessment set filed_at = coalesce(filed_at, :at), update_due = :due
            where number = :number
            """)
        .param("at", Columns.time(filedAt))
        .param("due", Columns.timeOrNull(updateDue))
        .param("number", number)
        .update();
  }

  void closed(long number, Instant at) {
    jdbc.sql("update privacy.assessment set closed_at = :at where number = :number")
        .param("at", Columns.time(at))
        .param("number", number)
        .update();
  }

  private static Row row(ResultSet row, int index) throws SQLException {
    return new Row(
        row.getLong("number"),
        Columns.uuid(row, "public_id"),
        Columns.day(row, "started_on"),
        row.getLong("text"),
        Columns.text(row, "document"),
        Columns.text(row, "certainty"),
        Columns.instant(row, "file_due"),
        Columns.instantOrNull(row, "filed_at"),
        Columns.instantOrNull(row, "update_due"),
        Columns.instantOrNull(row, "closed_at"));
  }
}
