package vn.lachan.app.visits;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Columns;
import vn.lachan.engine.tracing.PlaceWindow;

/** A phone's own visits at places in windows. */
@Component
class OwnVisitTable {
  private final JdbcClient jdbc;

  OwnVisitTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Only what the device recorded of the person, so that a false claim shows nothing. */
  List<OwnVisit> at(long person, long device, List<PlaceWindow> windows) {
    return jdbc.sql(
            """
            select distinct v.place, v.entered_at, v.left_at, v.departure = 0 as inferred
            from unnest(:places::bigint[], :froms::bigint[], :tos::bigint[])
              as w (place, since, until)
            cross join lateral (
              select place, entered_at, left_at, departure from visits.visit
              where person = :person and entered_at >= to_timestamp(w.since - :longest)
                and entered_at < to_timestamp(w.until) and place = w.place
                and left_at > to_timestamp(w.since) and device = :device
              offset 0) v
            order by v.entered_at, v.place
            """)
        .param("person", person)
        .param("device", device)
        .param("longest", VisitRules.LONGEST_SECONDS)
        .param("places", windows.stream().mapToLong(PlaceWindow::place).toArray())
        .param("froms", windows.stream().mapToLong(PlaceWindow::from).toArray())
        .param("tos", windows.stream().mapToLong(PlaceWindow::to).toArray())
        .query(
            (row, _) ->
                new OwnVisit(
                    row.getLong("place"),
                    Columns.instant(row, "entered_at"),
                    Columns.instant(row, "left_at"),
                    row.getBoolean("inferred")))
        .list();
  }
}
