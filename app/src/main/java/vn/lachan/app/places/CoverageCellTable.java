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

  /**
   * Where each place stood at the end of the day: open, waiting or gone, in which commune, since
   * when. Opening hours past midnight belong to the evening before, so a day is taken to begin at
   * 04:00 for the question whether a place was open on it.
   */
  private static final String ADD_UP =
      """
      insert into places.coverage_cell (day, days, unit_id, sector, type, must, registered, waiting,
        listed, active, never, silent, visits, visitors, expecting, expected, expected_visitors)
      with moment as (
        select cast(:day as date) as day,
          cast(:day as date)::timestamp at time zone 'Asia/Ho_Chi_Minh' as since,
          (cast(:day as date) + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh' as until
      ), candidate as (
        select number from places.place where unit_id = any(:units) and status <> 'draft'
        union select place from places.former_location where unit_id = any(:units)
      ), standing as materialized (
        select p.number, coalesce(f.unit_id, p.unit_id) as unit_id, p.sector, p.type,
          s.what in ('approved', 'reopened') as open,
          (s.at at time zone 'Asia/Ho_Chi_Minh')::date as since, p.hours, p.expected_visitors,
          l.last
        from candidate c join places.place p using (number) cross join moment m
        left join lateral (
          select unit_id from places.former_location
          where place = p.number and until >= m.until order by until limit 1) f on true
        join lateral (
          select what, at from places.state_change
          where place = p.number and at < m.until
            and what in ('submitted', 'approved', 'returned', 'closed', 'reopened')
          order by number desc limit 1) s on true
        left join lateral (
          select max(day) as last from places.activity where place = p.number and day <= m.day) l
          on true
        where p.must_register and s.what <> 'closed'
          and coalesce(f.unit_id, p.unit_id) = any(:units)
          and (p.valid_from is null or p.valid_from < m.until)
          and (p.valid_to is null or p.valid_to > m.since)
      ), measured as (
        select st.*, w.days, coalesce(a.visits, 0) as visits, coalesce(a.visitors, 0) as visitors,
          case when st.open and st.expected_visitors is not null then st.expected_visitors * (
            select count(*)
            from generate_series(greatest(m.day - w.days + 1, st.since), m.day, '1 day') d
            where coalesce(st.hours, (
                select t.hours from places.type t where t.code = st.type
                  and m.day between t.valid_from and coalesce(t.valid_to, 'infinity') limit 1))
              && int4range((extract(isodow from d)::int - 1) * 1440 + 240,
                extract(isodow from d)::int * 1440)) end as expected
        from standing st cross join moment m cross join (values (1), (7), (30)) w (days)
        left join lateral (
          select sum(visits) as visits, sum(visitors) as visitors from places.activity
          where place = st.number and day > m.day - w.days and day <= m.day) a on st.open
      ), missing as (
        select o.unit_id, o.sector, o.type
        from places.obliged o cross join moment m
        join lateral (
          select what, place from places.obliged_step
          where obliged = o.number and at < m.until order by number desc limit 1) s on true
        where o.unit_id = any(:units)
          and (s.what in ('listed', 'unmatched', 'restored')
            or s.what = 'matched' and 'closed' = (
              select what from places.state_change
              where place = s.place and at < m.until
                and what in ('submitted', 'approved', 'returned', 'closed', 'reopened')
              order by number desc limit 1))
      ), part as (
        select days, unit_id, sector, type,
          open::int as registered, (not open)::int as waiting, 0 as listed,
          (open and visits > 0)::int as active,
          (open and last is null and since <= m.day - :deadDays)::int as never,
          (open and last <= m.day - :deadDays and since <= m.day - :deadDays)::int as silent,
          case when open then visits else 0 end as visits,
          case when open then visitors else 0 end as visitors,
          (open and expected_visitors is not null)::int as expecting,
          coalesce(expected, 0) as expected,
          case when open and expected_visitors is not null then visitors else 0 end as came
        from measured cross join moment m
        union all
        select w.days, unit_id, sector, type, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0
        from missing cross join (values (1), (7), (30)) w (days)
      )
      select :day, days, unit_id, sector, type, sum(registered + waiting + listed), sum(registered),
        sum(waiting), sum(listed), sum(active), sum(never), sum(silent), sum(visits), sum(visitors),
        sum(expecting), sum(expected), sum(came)
      from part group by days, unit_id, sector, type
      """;

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
    jdbc.sql(ADD_UP).param("day", day).param("units", numbers).param("deadDays", deadDays).update();
  }

  void forgetBefore(LocalDate day) {
    for (String table : List.of("coverage_cell", "coverage_day")) {
      jdbc.sql("delete from places." + table + " where day < :day").param("day", day).update();
    }
  }
}
