package vn.lachan.bench;

/**
 * The best statements we could write for the plain rules: contacts with class, minutes and first
 * exposure. Stays of one person at one place are united by range_agg, as the engine unites them;
 * every range is read by an index of the store, 24 hours before its window.
 */
final class TraceSql {
  private static final String INDEX_STAYS =
      """
      with parameter as materialized (
        select ?::bigint as person, to_timestamp(?::bigint) as since, to_timestamp(?::bigint) as until),
      index_stay as materialized (
        select v.place, range_agg(tstzrange(greatest(v.entered_at, p.since), least(v.left_at, p.until))) as stays
        from parameter p, lateral (
          select * from visits.visit v
          where v.person = p.person and v.entered_at >= p.since - interval '24 hours'
            and v.entered_at < p.until and v.left_at > p.since offset 0) v
        group by v.place),
      index_part as materialized (
        select s.place, lower(part) as since, upper(part) as until
        from index_stay s, unnest(s.stays) as part),
      present as materialized (
        select v.person, i.place, range_agg(tstzrange(v.entered_at, v.left_at)) as stays
        from index_part i, lateral (
          select * from visits.visit v
          where v.place = i.place and v.entered_at >= i.since - interval '24 hours'
            and v.entered_at < i.until and v.left_at > i.since offset 0) v, parameter p
        where v.person <> p.person
        group by v.person, i.place),
      overlap as materialized (
        select o.person, o.place, lower(part) as since, upper(part) as until
        from present o join index_stay s using (place), unnest(o.stays * s.stays) as part),
      daily as materialized (
        select person, place, (since at time zone 'Asia/Ho_Chi_Minh')::date as day,
               sum(extract(epoch from until - since)) as seconds, min(since) as first_at
        from overlap group by 1, 2, 3),
      first_generation as materialized (
        select person, bool_or(seconds >= 900) as close, min(first_at) as first_at,
               sum(seconds) as seconds
        from daily group by person)
      """;

  static final String GENERATION_ONE =
      INDEX_STAYS + "select person, close, first_at, seconds from first_generation";

  static final String GENERATIONS_ONE_AND_TWO =
      INDEX_STAYS
          + """
          , second_stay as materialized (
            select f.person as via, v.place,
                   range_agg(tstzrange(greatest(v.entered_at, f.first_at), least(v.left_at, p.until))) as stays
            from first_generation f cross join parameter p, lateral (
              select * from visits.visit v
              where v.person = f.person and v.entered_at >= f.first_at - interval '24 hours'
                and v.entered_at < p.until and v.left_at > f.first_at offset 0) v
            where f.close
            group by f.person, v.place),
          second_window as materialized (
            select place, lower(part) as since, upper(part) as until
            from (select place, range_agg(part) as parts
                  from second_stay, unnest(stays) as part group by place) w, unnest(w.parts) as part),
          second_present as materialized (
            select v.person, w.place, range_agg(tstzrange(v.entered_at, v.left_at)) as stays
            from second_window w, lateral (
              select * from visits.visit v
              where v.place = w.place and v.entered_at >= w.since - interval '24 hours'
                and v.entered_at < w.until and v.left_at > w.since offset 0) v, parameter p
            where v.person <> p.person
              and not exists (select 1 from first_generation f where f.person = v.person)
            group by v.person, w.place),
          second_overlap as materialized (
            select o.person, s.via, o.place, lower(part) as since, upper(part) as until
            from second_present o join second_stay s on s.place = o.place and s.stays && o.stays,
                 unnest(o.stays * s.stays) as part),
          second_daily as materialized (
            select person, via, place, (since at time zone 'Asia/Ho_Chi_Minh')::date as day,
                   sum(extract(epoch from until - since)) as seconds, min(since) as first_at
            from second_overlap group by 1, 2, 3, 4)
          select person, close, first_at, seconds from first_generation
          union all
          select person, bool_or(seconds >= 900), min(first_at), sum(seconds)
          from second_daily group by person
          """;

  private TraceSql() {}
}
