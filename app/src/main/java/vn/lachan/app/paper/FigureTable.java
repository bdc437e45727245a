package vn.lachan.app.paper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Reach;
import vn.lachan.app.kernel.Columns;
import vn.lachan.app.paper.PaperFigures.Minutes;

/** Counts and percentiles over what was taken, keyed and compared. */
@Component
class FigureTable {
  private static final int ROWS_MOST = 500;
  private static final int FIELDS_MOST = 10;

  private static final String MINUTES =
      """
      count(*) as sheets, count(*) filter (where t.time_known) as measured,
        round(percentile_cont(0.5) within group (
          order by extract(epoch from t.taken_at - t.written_at) / 60)
          filter (where t.time_known))::int as median,
        round(percentile_cont(0.9) within group (
          order by extract(epoch from t.taken_at - t.written_at) / 60)
          filter (where t.time_known))::int as ninetieth
      from paper.taken t where t.taken_at >= :from and t.taken_at < :to and\s""";

  private final JdbcClient jdbc;

  FigureTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A day of figures, or several. */
  record Asked(Reach reach, Instant from, Instant to, String zone) {
    Map<String, Object> parameters() {
      Map<String, Object> values = new HashMap<>(reach.parameters());
      values.put("from", Columns.time(from));
      values.put("to", Columns.time(to));
      return values;
    }

    String within() {
      return reach.sql("t.unit_id", null, "t.place");
    }

    String batches() {
      return reach.sql("b.unit_id", null, "b.place");
    }
  }

  record OfPlace(@Nullable Long place, int unit, Minutes minutes) {}

  record OfKeyer(long account, int sheets, @Nullable Integer seconds, int fields, int wrong) {}

  Minutes all(Asked asked) {
    return jdbc.sql("select " + MINUTES + asked.within())
        .params(asked.parameters())
        .query((row, index) -> minutes(row))
        .single();
  }

  List<PaperFigures.ByDay> byDay(Asked asked) {
    return jdbc.sql(
            "select (t.taken_at at time zone :zone)::date as day, "
                + MINUTES
                + asked.within()
                + " group by 1 order by 1 desc")
        .params(asked.parameters())
        .param("zone", asked.zone())
        .query((row, index) -> new PaperFigures.ByDay(Columns.day(row, "day"), minutes(row)))
        .list();
  }

  List<OfPlace> byPlace(Asked asked) {
    return jdbc.sql(
            "select t.place, t.unit_id, "
                + MINUTES
                + asked.within()
                + " group by t.place, t.unit_id order by sheets desc limit :most")
        .params(asked.parameters())
        .param("most", ROWS_MOST)
        .query(
            (row, index) ->
                new OfPlace(SheetTable.number(row, "place"), row.getInt("unit_id"), minutes(row)))
        .list();
  }

  List<OfKeyer> byKeyer(Asked asked) {
    return jdbc.sql(
            """
            with done as (
              select e.account, count(*) as sheets, percentile_disc(0.5) within group (
                order by extract(epoch from e.entered_at - e.begun_at))::int as seconds
              from paper.entry e
              join paper.sheet s on s.serial = e.serial
              join paper.batch b on b.number = s.batch
              where e.entered_at >= :from and e.entered_at < :to and %1$s
              group by e.account),
            compared as (
              select account, sum(fields) as fields, sum(wrong) as wrong from (
                select c.first_account as account, c.fields, c.first_wrong as wrong
                from paper.comparison c join paper.batch b on b.number = c.batch
                where c.compared_at >= :from and c.compared_at < :to and %1$s
                union all
                select c.second_account, c.fields, c.second_wrong
                from paper.comparison c join paper.batch b on b.number = c.batch
                where c.compared_at >= :from and c.compared_at < :to and %1$s) as both_sides
              group by account)
            select coalesce(d.account, c.account) as account, coalesce(d.sheets, 0) as sheets,
              d.seconds, coalesce(c.fields, 0) as fields, coalesce(c.wrong, 0) as wrong
            from done d full join compared c on c.account = d.account
            order by sheets desc limit :most
            """
                .formatted(asked.batches()))
        .params(asked.parameters())
        .param("most", ROWS_MOST)
        .query(
            (row, index) ->
                new OfKeyer(
                    row.getLong("account"),
                    row.getInt("sheets"),
                    whole(row, "seconds"),
                    row.getInt("fields"),
                    row.getInt("wrong")))
        .list();
  }

  List<PaperFigures.ByField> byField(Asked asked) {
    return jdbc.sql(
            """
            select split_part(d.field, '#', 1) as field, count(*) as differences
            from paper.difference d
            join paper.comparison c on c.serial = d.serial
            join paper.batch b on b.number = c.batch
            where c.compared_at >= :from and c.compared_at < :to and %s
            group by 1 order by 2 desc, 1 limit :most
            """
                .formatted(asked.batches()))
        .params(asked.parameters())
        .param("most", FIELDS_MOST)
        .query(
            (row, index) ->
                new PaperFigures.ByField(Columns.text(row, "field"), row.getInt("differences")))
        .list();
  }

  private static Minutes minutes(ResultSet row) throws SQLException {
    return new Minutes(
        row.getInt("sheets"),
        row.getInt("measured"),
        whole(row, "median"),
        whole(row, "ninetieth"));
  }

  private static @Nullable Integer whole(ResultSet row, String column) throws SQLException {
    int number = row.getInt(column);
    return row.wasNull() ? null : (Integer) number;
  }
}
