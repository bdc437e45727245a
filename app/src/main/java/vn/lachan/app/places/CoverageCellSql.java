package vn.lachan.app.places;

/** The one statement that adds figures up, apart from the table that runs it for its length. */
final class CoverageCellSql {
  /**
   * Where each place stood at the end of the day: open, waiting or gone, in which commune, since
   * when. Opening hours past midnight belong to the evening before, so a day is taken to begin at
   * 04:00 for the question whether a place was open on it.
   */
  static final String ADD_UP =
      """
      insert into places.coverage_cell (day, days, unit_id, sector, type, must, registered, waiting,
        listed, active, never, silent, visits, visitors, expecting, expected, expected_visitors)
      with moment as (
        select cast(:day as date) as day,
          cast(:day as date)::timestamp at time zone 'Asia/Ho_Chi_Minh' as starts,
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
          and (p.valid_to is null or p.valid_to > m.starts)
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
          (open and coalesce(last <= m.day - :deadDays, false) and since <= m.day - :deadDays)::int as silent,
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

  private CoverageCellSql() {}
}
