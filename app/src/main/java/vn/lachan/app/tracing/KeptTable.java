package vn.lachan.app.tracing;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Columns;
import vn.lachan.app.visits.ArrivalFollower;

/** What open traces have of their own of days that are or will be destroyed. */
@Component
class KeptTable {
  private final JdbcClient jdbc;

  KeptTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** When that open trace was computed which has waited longest; empty where none is open. */
  Optional<Instant> leastComputed() {
    return jdbc.sql("select min(computed_at) from tracing.trace where closed_at is null")
        .query((row, _) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
        .single()
        .map(OffsetDateTime::toInstant);
  }

  /** Open traces that reach back beyond this time, and how many visits each has of its own. */
  List<ArrivalFollower.Kept> keptBefore(Instant midnight) {
    return jdbc.sql(
            """
            select t.public_id,
                   (select count(*) from tracing.old_visit o
                    where o.trace = t.number and o.entered_at < :midnight) as visits
            from tracing.trace t
            where t.closed_at is null and t.window_from < :midnight
            order by t.public_id
            """)
        .param("midnight", Columns.time(midnight))
        .query(
            (row, _) ->
                new ArrivalFollower.Kept(row.getObject(1, UUID.class), row.getLong("visits")))
        .list();
  }
}
