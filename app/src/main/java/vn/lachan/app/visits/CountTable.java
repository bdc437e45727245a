package vn.lachan.app.visits;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.places.DayActivity;
import vn.lachan.app.places.PlaceDay;

/** How many visits a place had on a day, read from the index by place alone. */
@Component
class CountTable {
  private final JdbcClient jdbc;

  CountTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<DayActivity> count(Collection<PlaceDay> days) {
    return jdbc.sql(
            """
            select w.place, w.day, c.visits, c.visitors, c.last_at
            from unnest(:places::bigint[], :days::date[]) as w (place, day)
            cross join lateral (
              select count(*) as visits, count(distinct v.person) as visitors,
                max(v.entered_at) as last_at
              from visits.visit v
              where v.place = w.place
                and v.entered_at >= w.day::timestamp at time zone 'Asia/Ho_Chi_Minh'
                and v.entered_at < (w.day + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh') c
            """)
        .param("places", days.stream().map(PlaceDay::place).toArray(Long[]::new))
        .param("days", days.stream().map(day -> day.day().toString()).toArray(String[]::new))
        .query(CountTable::activity)
        .list();
  }

  List<DayActivity> countDay(LocalDate day, long afterPlace, int places) {
    return jdbc.sql(
            """
            select v.place, :day::date as day, count(*) as visits,
              count(distinct v.person) as visitors, max(v.entered_at) as last_at
            from visits.visit v
            where v.place > :after and v.entered_at >= :from and v.entered_at < :to
            group by v.place order by v.place limit :places
            """)
        .param("day", day.toString())
        .param("after", afterPlace)
        .param("from", Timestamp.from(VisitDays.midnight(day)))
        .param("to", Timestamp.from(VisitDays.midnight(day.plusDays(1))))
        .param("places", places)
        .query(CountTable::activity)
        .list();
  }

  private static DayActivity activity(ResultSet row, int index) throws SQLException {
    Timestamp last = row.getTimestamp(5);
    return new DayActivity(
        row.getLong(1),
        row.getObject(2, LocalDate.class),
        row.getInt(3),
        row.getInt(4),
        last == null ? null : last.toInstant());
  }
}
