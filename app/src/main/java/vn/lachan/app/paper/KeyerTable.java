package vn.lachan.app.paper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Columns;

/** Who may key which batch, and how much they did. */
@Component
class KeyerTable {
  private final JdbcClient jdbc;

  KeyerTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Somebody who may key, or might, with what they did in the batch. */
  record Row(
      long account,
      Instant givenAt,
      @Nullable Instant endedAt,
      int sheets,
      @Nullable Integer secondsMedian,
      int fields,
      int wrong) {}

  boolean give(long batch, long account, long by, Instant now) {
    return jdbc.sql(
                """
                insert into paper.keyer (batch, account, given_at, given_by)
                values (:batch, :account, :now, :by)
                on conflict (batch, account) where ended_at is null do nothing
                """)
            .param("batch", batch)
            .param("account", account)
            .param("now", Columns.time(now))
            .param("by", by)
            .update()
        > 0;
  }

  /** How many were ever given this batch. */
  int ever(long batch) {
    return jdbc.sql("select count(distinct account) from paper.keyer where batch = :batch")
        .param("batch", batch)
        .query(Integer.class)
        .single();
  }

  boolean end(long batch, long account, long by, Instant now) {
    return jdbc.sql(
                """
                update paper.keyer set ended_at = :now, ended_by = :by
                where batch = :batch and account = :account and ended_at is null
                """)
            .param("batch", batch)
            .param("account", account)
            .param("now", Columns.time(now))
            .param("by", by)
            .update()
        > 0;
  }

  boolean mayKey(long batch, long account) {
    return jdbc.sql(
            """
            select exists (select from paper.keyer
              where batch = :batch and account = :account and ended_at is null)
            """)
        .param("batch", batch)
        .param("account", account)
        .query(Boolean.class)
        .single();
  }

  /** The latest right of each, and of those who keyed without one, as officers do. */
  List<Row> ofBatch(long batch) {
    return jdbc.sql(
            """
            with rights as (
              select distinct on (account) account, given_at, ended_at
              from paper.keyer where batch = :batch order by account, number desc),
            done as (
              select e.account, min(e.entered_at) as since, count(*) as sheets,
                percentile_disc(0.5) within group (
                  order by extract(epoch from e.entered_at - e.begun_at)) as seconds
              from paper.entry e join paper.sheet s on s.serial = e.serial
              where s.batch = :batch group by e.account),
            compared as (
              select account, sum(fields) as fields, sum(wrong) as wrong from (
                select first_account as account, fields, first_wrong as wrong
                from paper.comparison where batch = :batch
                union all
                select second_account, fields, second_wrong
                from paper.comparison where batch = :batch) as both_sides
              group by account)
            select coalesce(r.account, d.account) as account,
              coalesce(r.given_at, d.since) as given_at, r.ended_at,
              coalesce(d.sheets, 0) as sheets, d.seconds::int as seconds,
              coalesce(c.fields, 0) as fields, coalesce(c.wrong, 0) as wrong
            from rights r full join done d on d.account = r.account
            left join compared c on c.account = coalesce(r.account, d.account)
            order by given_at
            """)
        .param("batch", batch)
        .query(KeyerTable::row)
        .list();
  }

  private static Row row(ResultSet row, int index) throws SQLException {
    int seconds = row.getInt("seconds");
    Integer median = row.wasNull() ? null : (Integer) seconds;
    return new Row(
        row.getLong("account"),
        Columns.instant(row, "given_at"),
        Columns.instantOrNull(row, "ended_at"),
        row.getInt("sheets"),
        median,
        row.getInt("fields"),
        row.getInt("wrong"));
  }
}
