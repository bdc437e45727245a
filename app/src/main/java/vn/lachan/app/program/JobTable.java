package vn.lachan.app.program;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code program.job}. */
@Component
class JobTable {
  private static final String COLUMNS =
      """
      id, kind, argument, position, done, total, started_by, submitted_at, stepped_at,
      cancelled_at, ended_at, failure
      """;

  private final JdbcClient jdbc;

  JobTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(UUID id, NewJob job, Instant at) {
    jdbc.sql(
            """
            insert into program.job (id, kind, argument, total, started_by, submitted_at)
            values (:id, :kind, :argument, :total, :account, :at)
            """)
        .param("id", id)
        .param("kind", job.kind())
        .param("argument", job.argument())
        .param("total", job.total())
        .param("account", job.startedBy())
        .param("at", Timestamp.from(at))
        .update();
  }

  Optional<Row> find(UUID id) {
    return jdbc.sql("select " + COLUMNS + " from program.job where id = :id")
        .param("id", id)
        .query(JobTable::row)
        .optional();
  }

  List<JobView> latest(@Nullable String kind, int limit) {
    String where = kind == null ? "" : " where kind = :kind";
    var statement =
        jdbc.sql(
                "select "
                    + COLUMNS
                    + " from program.job"
                    + where
                    + " order by submitted_at desc, id limit :limit")
            .param("limit", limit);
    if (kind != null) {
      statement.param("kind", kind);
    }
    return statement.query(JobTable::row).list().stream().map(Row::view).toList();
  }

  long open() {
    return jdbc.sql("select count(*) from program.job where ended_at is null")
        .query(Long.class)
        .single();
  }

  void stepped(UUID id, JobStep step, Instant at) {
    jdbc.sql(
            """
            update program.job
            set position = :position, done = :done, total = :total, stepped_at = :at
            where id = :id and ended_at is null
            """)
        .param("id", id)
        .param("position", step.position())
        .param("done", step.done())
        .param("total", step.total())
        .param("at", Timestamp.from(at))
        .update();
  }

  void cancel(UUID id, long account, Instant at) {
    jdbc.sql(
            """
            update program.job set cancelled_at = :at, cancelled_by = :account
            where id = :id and ended_at is null and cancelled_at is null
            """)
        .param("id", id)
        .param("account", account)
        .param("at", Timestamp.from(at))
        .update();
  }

  void end(UUID id, @Nullable String failure, Instant at) {
    jdbc.sql(
            """
            update program.job set ended_at = :at, failure = :failure
            where id = :id and ended_at is null
            """)
        .param("id", id)
        .param("failure", failure)
        .param("at", Timestamp.from(at))
        .update();
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    var view =
        new JobView(
            row.getObject("id", UUID.class),
            row.getString("kind"),
            row.getString("argument"),
            row.getLong("done"),
            row.getLong("total"),
            row.getLong("started_by"),
            row.getTimestamp("submitted_at").toInstant(),
            instant(row, "stepped_at"),
            instant(row, "cancelled_at"),
            instant(row, "ended_at"),
            row.getString("failure"));
    return new Row(view, row.getString("position"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp value = row.getTimestamp(column);
    return value == null ? null : value.toInstant();
  }

  /** A stored piece of work with the position that only the runner needs. */
  record Row(JobView view, String position) {
    JobState state() {
      return new JobState(
          view.id(), view.argument(), position, view.done(), view.total(), view.startedBy());
    }
  }
}
