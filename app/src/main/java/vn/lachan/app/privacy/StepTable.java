package vn.lachan.app.privacy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Columns;

@Component
class StepTable {
  private final JdbcClient jdbc;

  StepTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Row(String what, @Nullable String reason, @Nullable Long text, long by, Instant at) {}

  void insert(
      UUID subject,
      String what,
      @Nullable String reason,
      @Nullable Long text,
      long by,
      Instant now) {
    jdbc.sql(
            """
            insert into privacy.step (subject, what, reason, text, at, by)
            values (:subject, :what, :reason, :text, :now, :by)
            """)
        .param("subject", subject)
        .param("what", what)
        .param("reason", reason)
        .param("text", text)
        .param("now", Columns.time(now))
        .param("by", by)
        .update();
  }

  List<Row> of(UUID subject, int rows) {
    return jdbc.sql(
            """
            select what, reason, text, by, at from privacy.step where subject = :subject
            order by number limit :rows
            """)
        .param("subject", subject)
        .param("rows", rows)
        .query(
            (row, _) ->
                new Row(
                    Columns.text(row, "what"),
                    row.getString("reason"),
                    row.getObject("text", Long.class),
                    row.getLong("by"),
                    Columns.instant(row, "at")))
        .list();
  }
}
