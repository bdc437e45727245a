package vn.lachan.app.tracing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Columns;

/** How far accounts have seen the changes of traces. */
@Component
class LookTable {
  /**
   * The changes after a number, each person once: by the first and the last of their kinds it is
   * told what they come to. {@code null} for who came and went.
   */
  private static final String COME_TO =
      """
      case when first in ('ADDED', 'SUPPORTED_AGAIN')
             then case when last = 'WITHDRAWN' then null else 'ADDED' end
           when last = 'WITHDRAWN' then 'WITHDRAWN' else 'CHANGED' end
      """;

  private final JdbcClient jdbc;

  LookTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Notes a look; after the pause the last one becomes the previous one. */
  void look(long trace, long account, Duration pause, Instant now) {
    jdbc.sql(
            """
            insert into tracing.look as l (trace, account, previous_change, previous_at, seen_change,
              seen_at)
            select :trace, :account, 0, null, coalesce(max(number), 0), :now
            from tracing.change where trace = :trace
            on conflict (trace, account) do update set
              previous_change = case when l.seen_at < :before then l.seen_change
                else l.previous_change end,
              previous_at = case when l.seen_at < :before then l.seen_at else l.previous_at end,
              seen_change = excluded.seen_change, seen_at = excluded.seen_at
            """)
        .param("trace", trace)
        .param("account", account)
        .param("now", Columns.time(now))
        .param("before", Columns.time(now.minus(pause)))
        .update();
  }

  void seen(long trace, long account, Instant now) {
    jdbc.sql(
            """
            insert into tracing.look (trace, account, previous_change, previous_at, seen_change,
              seen_at)
            select :trace, :account, coalesce(max(number), 0), :now, coalesce(max(number), 0), :now
            from tracing.change where trace = :trace
            on conflict (trace, account) do update set
              previous_change = excluded.previous_change, previous_at = excluded.previous_at,
              seen_change = excluded.seen_change, seen_at = excluded.seen_at
            """)
        .param("trace", trace)
        .param("account", account)
        .param("now", Columns.time(now))
        .update();
  }

  NewSince sincePrevious(long trace, long account) {
    return jdbc.sql(
            counts(
                """
                select c.trace, c.person, l.previous_at as looked,
                  (array_agg(c.kind order by c.number))[1] as first,
                  (array_agg(c.kind order by c.number desc))[1] as last
                from tracing.look l
                left join tracing.telling_change c on c.trace = l.trace and c.number > l.previous_change
                where l.trace = :trace and l.account = :account
                group by c.trace, c.person, l.previous_at
                """,
                "looked"))
        .param("trace", trace)
        .param("account", account)
        .query(LookTable::newSince)
        .optional()
        .orElse(new NewSince(null, 0, 0, 0));
  }

  Map<Long, NewSince> sinceSeen(long account, Collection<Long> subjects) {
    Map<Long, NewSince> since = new HashMap<>();
    jdbc.sql(
            counts(
                """
                select t.subject, c.person, l.seen_at as looked,
                  (array_agg(c.kind order by c.number))[1] as first,
                  (array_agg(c.kind order by c.number desc))[1] as last
                from tracing.trace t
                join tracing.look l on l.trace = t.number and l.account = :account
                left join tracing.telling_change c on c.trace = l.trace and c.number > l.seen_change
                where t.subject = any(:subjects)
                group by t.subject, c.person, l.seen_at
                """,
                "subject, looked"))
        .param("account", account)
        .param("subjects", subjects.toArray(Long[]::new))
        .query(
            row -> {
              since.put(row.getLong("subject"), newSince(row, 0));
            });
    return since;
  }

  long latest() {
    return jdbc.sql("select coalesce(max(number), 0) from tracing.change")
        .query((row, _) -> row.getLong(1))
        .single();
  }

  Map<Long, NewSince> after(long change, Collection<Long> subjects) {
    Map<Long, NewSince> since = new HashMap<>();
    jdbc.sql(
            counts(
                """
                select t.subject, c.person, null::timestamptz as looked,
                  (array_agg(c.kind order by c.number))[1] as first,
                  (array_agg(c.kind order by c.number desc))[1] as last
                from tracing.trace t
                join tracing.telling_change c on c.trace = t.number and c.number > :change
                where t.subject = any(:subjects)
                group by t.subject, c.person
                """,
                "subject, looked"))
        .param("change", change)
        .param("subjects", subjects.toArray(Long[]::new))
        .query(
            row -> {
              since.put(row.getLong("subject"), newSince(row, 0));
            });
    return since;
  }

  /** A changed person; {@code minutes} as the latest change says. */
  record Changed(
      long person,
      String kind,
      Cause cause,
      Instant at,
      int generation,
      Boolean casual,
      long minutes) {}

  List<Changed> changed(long trace, long account, int rows) {
    return jdbc.sql(
            "select person, come_to, cause, at, generation, casual, minutes from (select *, "
                + COME_TO
                + """
                 as come_to from (
                  select c.person, (array_agg(c.kind order by c.number))[1] as first,
                    (array_agg(c.kind order by c.number desc))[1] as last,
                    (array_agg(c.cause order by c.number desc))[1] as cause,
                    (array_agg(c.generation order by c.number desc))[1] as generation,
                    (array_agg(coalesce(c.casual_after, c.casual_before) order by c.number desc))[1]
                      as casual,
                    (array_agg(coalesce(c.minutes_after, c.minutes_before) order by c.number desc))[1]
                      as minutes,
                    max(c.at) as at, max(c.number) as number
                  from tracing.look l
                  join tracing.telling_change c on c.trace = l.trace and c.number > l.previous_change
                  where l.trace = :trace and l.account = :account
                  group by c.person) grouped) told
                where come_to is not null order by number desc limit :rows
                """)
        .param("trace", trace)
        .param("account", account)
        .param("rows", rows)
        .query(
            (row, _) ->
                new Changed(
                    row.getLong("person"),
                    Columns.text(row, "come_to"),
                    Cause.valueOf(Columns.text(row, "cause")),
                    Columns.instant(row, "at"),
                    row.getInt("generation"),
                    row.getBoolean("casual"),
                    row.getLong("minutes")))
        .list();
  }

  private static String counts(String grouped, String by) {
    return "select "
        + by
        + """
        , count(*) filter (where come_to = 'ADDED') as added,
          count(*) filter (where come_to = 'WITHDRAWN') as withdrawn,
          count(*) filter (where come_to = 'CHANGED') as changed
        from (select *, case when person is not null then\s"""
        + COME_TO
        + " end as come_to from ("
        + grouped
        + ") grouped) told group by "
        + by;
  }

  private static NewSince newSince(ResultSet row, int index) throws SQLException {
    return new NewSince(
        Columns.instantOrNull(row, "looked"),
        row.getInt("added"),
        row.getInt("withdrawn"),
        row.getInt("changed"));
  }
}
