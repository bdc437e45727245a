package vn.lachan.app.places;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Adds the figures up ({@code places.coverage_cell}) and knows for which communes this has to be
 * done again. A cell is a pure function of the places' histories, the entries' histories and the
 * counts of visits, so that any of them can be made anew at any time.
 */
@Component
class CoverageCellTable {
  private static final long LOCK = 0x636f766572L; // "cover"

  private final JdbcClient jdbc;

  CoverageCellTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Until the end of the transaction; false while another copy of the program adds up. */
  boolean tryLock() {
    return jdbc.sql("select pg_try_advisory_xact_lock(:lock)")
        .param("lock", LOCK)
        .query(Boolean.class)
        .single();
  }

  void note(int unit, LocalDate from) {
    jdbc.sql("insert into places.coverage_change (unit_id, day) values (:unit, :day)")
        .param("unit", unit)
        .param("day", from)
        .update();
  }

  Optional<LocalDate> lastDay() {
    return jdbc.sql("select day from places.coverage_day order by day desc limit 1")
        .query((row, index) -> row.getObject(1, LocalDate.class))
        .optional();
  }

  /** Asks for the figures of the days from one to another in every commune that has anything. */
  void openDays(LocalDate from, LocalDate to, Instant now) {
    jdbc.sql(
            """
            insert into places.coverage_day (day, made_at)
            select d::date, :now
            from generate_series(cast(:from as date), cast(:to as date), '1 day') d
            on conflict do nothing
            """)
        .param("from", from)
        .param("to", to)
        .param("now", Timestamp.from(now))
        .update();
    jdbc.sql(
            """
            insert into places.coverage_change (unit_id, day)
            select unit_id, cast(:from as date) from (
              select unit_id from places.place where status <> 'draft'
              union select unit_id from places.obliged
              union select unit_id from places.former_location) u
            """)
        .param("from", from)
        .update();
  }

  /** Takes the communes that have waited longest, each with the earliest day to do again. */
  Map<Integer, LocalDate> take(int most) {
    Map<Integer, LocalDate> taken = new TreeMap<>();
    jdbc.sql(
            """
            with taken as (
              delete from places.coverage_change where unit_id in (
                select unit_id from places.coverage_change group by unit_id
                order by min(number) limit :most)
              returning unit_id, day)
            select unit_id, min(day) from taken group by unit_id
            """)
        .param("most", most)
        .query(
            row -> {
              taken.put(row.getInt(1), row.getObject(2, LocalDate.class));
            });
    return taken;
  }

  int behind() {
    return jdbc.sql("select count(distinct unit_id) from places.coverage_change")
        .query(Integer.class)
        .single();
  }

  void addUp(Collection<Integer> units, LocalDate day, int deadDays) {
    Integer[] numbers = units.toArray(Integer[]::new);
    jdbc.sql("delete from places.coverage_cell where day = :day and unit_id = any(:units)")
        .param("day", day)
        .param("units", numbers)
        .update();
    jdbc.sql(CoverageCellSql.ADD_UP)
        .param("day", day)
        .param("units", numbers)
        .param("deadDays", deadDays)
        .update();
  }

  void forgetBefore(LocalDate day) {
    for (String table : List.of("coverage_cell", "coverage_day")) {
      jdbc.sql("delete from places." + table + " where day < :day").param("day", day).update();
    }
  }
}
