package vn.lachan.app.places;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which badge was given to which keeper. */
@Component
class BadgeTable {
  private final JdbcClient jdbc;

  BadgeTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A badge that was given out. */
  record Given(long place, long assignment) {}

  /** The code of a keeper's badge: the one given before, or this new one. */
  String give(String code, long place, long assignment, long by, Instant now) {
    return Objects.requireNonNull(
        jdbc.sql(
                """
                insert into places.badge (code, place, assignment, issued_at, issued_by)
                values (:code, :place, :assignment, :now, :by)
                on conflict (assignment) do update set place = excluded.place
                returning code
                """)
            .param("code", code)
            .param("place", place)
            .param("assignment", assignment)
            .param("now", Timestamp.from(now))
            .param("by", by)
            .query((row, index) -> row.getString(1))
            .single());
  }

  Optional<Given> find(String code) {
    return jdbc.sql("select place, assignment from places.badge where code = :code")
        .param("code", code)
        .query((row, index) -> new Given(row.getLong("place"), row.getLong("assignment")))
        .optional();
  }
}
