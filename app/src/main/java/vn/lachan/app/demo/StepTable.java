package vn.lachan.app.demo;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which steps of the load are done, and what later steps need of them. */
@Component
class StepTable {
  private final JdbcClient jdbc;

  StepTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What a step noted when it was done; empty while it is not. */
  Optional<String> done(String step) {
    return jdbc.sql("select note from demo.step where name = :step")
        .param("step", step)
        .query(String.class)
        .optional();
  }

  void finish(String step, String note, Instant now) {
    jdbc.sql("insert into demo.step (name, done_at, note) values (:step, :now, :note)")
        .param("step", step)
        .param("now", Timestamp.from(now))
        .param("note", note)
        .update();
  }
}
