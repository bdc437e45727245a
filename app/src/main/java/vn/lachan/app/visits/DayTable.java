package vn.lachan.app.visits;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The days that have a partition. Making and dropping one is a function of the database. */
@Component
class DayTable {
  private final JdbcClient jdbc;

  DayTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<LocalDate> days() {
    return jdbc.sql("select visits.days()")
        .query((row, index) -> row.getObject(1, LocalDate.class))
        .list();
  }

  void make(List<LocalDate> days) {
    jdbc.sql("select count(visits.make_day(day)) from unnest(:days::text[]::date[]) as day")
        .param("days", days.stream().map(LocalDate::toString).toArray(String[]::new))
        .query(Long.class)
        .single();
  }

  void drop(LocalDate day) {
    jdbc.sql("select visits.drop_day(:day)").param("day", day).query(Boolean.class).single();
  }

  /**
   * Reads of a closed day then find every row in the index alone. Never in a transaction. A table's
   * name cannot be a parameter; it is made of digits here.
   */
  void vacuum(LocalDate day) {
    String suffix = day.format(DateTimeFormatter.BASIC_ISO_DATE);
    jdbc.sql("vacuum (analyze) visits.visit_" + suffix).update();
  }
}
