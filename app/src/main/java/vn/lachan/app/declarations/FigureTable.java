package vn.lachan.app.declarations;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Reach;
import vn.lachan.app.kernel.Columns;

/** Declarations counted by day, unit, place, form and level. */
@Component
class FigureTable {
  private static final long LOCK = 0x6465636c6172L; // "declar"

  /** What was added up, and what waits to be. */
  private static final String CELLS =
      """
      from (
        select day, unit_id, place, form, level, declarations from declarations.day_count
        union all
        select day, unit_id, place, form, level, change from declarations.count_change) c
      where c.day between :from and :to
      """;

  private final JdbcClient jdbc;

  FigureTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What is asked: days, and of which form, unit and place. */
  record Asked(
      LocalDate from,
      LocalDate to,
      @Nullable String form,
      @Nullable Integer unit,
      @Nullable Long place) {}

  /** A day, unit or place with its counts by level. */
  record Count(String key, long green, long yellow, long orange, long red) {}

  List<Count> byDay(Reach reach, Asked asked) {
    return counts("c.day::text", reach, asked, "1 desc", 400);
  }

  /** Those with the most at the highest level first. */
  List<Count> byUnit(Reach reach, Asked asked, int rows) {
    return counts(
        "c.unit_id::text", reach, asked, "red desc, orange desc, yellow desc, green desc, 1", rows);
  }

  List<Count> byPlace(Reach reach, Asked asked, int rows) {
    return counts(
        "nullif(c.place, 0)::text",
        reach,
        asked,
        "red desc, orange desc, yellow desc, green desc, 1",
        rows);
  }

  /** Adds up what waits; nothing while another copy of the program does. Answers the rows taken. */
  int fold(int most) {
    boolean mine =
        jdbc.sql("select pg_try_advisory_xact_lock(:lock)")
            .param("lock", LOCK)
            .query(Boolean.class)
            .single();
    if (!mine) {
      return 0;
    }
    return jdbc.sql(
            """
            with taken as (
              delete from declarations.count_change where number in (
                select number from declarations.count_change order by number limit :most)
              returning day, unit_id, place, form, level, change),
            added as (
              insert into declarations.day_count as c (day, unit_id, place, form, level, declarations)
              select day, unit_id, place, form, level, sum(change) from taken
              group by day, unit_id, place, form, level
              on conflict (day, unit_id, place, form, level)
                do update set declarations = c.declarations + excluded.declarations)
            select count(*) from taken
            """)
        .param("most", most)
        .query(Integer.class)
        .single();
  }

  private List<Count> counts(String key, Reach reach, Asked asked, String order, int rows) {
    String sql =
        "select "
            + key
            + """
               as key, coalesce(sum(c.declarations) filter (where c.level = 'GREEN'), 0) as green,
               coalesce(sum(c.declarations) filter (where c.level = 'YELLOW'), 0) as yellow,
               coalesce(sum(c.declarations) filter (where c.level = 'ORANGE'), 0) as orange,
               coalesce(sum(c.declarations) filter (where c.level = 'RED'), 0) as red
             """
            + CELLS
            + " and "
            + reach.sql("c.unit_id", null, "c.place")
            + (asked.form() == null ? "" : " and c.form = :form")
            + (asked.place() == null ? "" : " and c.place = :place")
            + (asked.unit() == null
                ? ""
                : " and c.unit_id in (select unit_id from units.within where ancestor_id = :unit)")
            + " group by 1 having "
            + key
            + " is not null order by "
            + order
            + " limit :rows";
    return jdbc.sql(sql)
        .params(reach.parameters())
        .param("from", asked.from())
        .param("to", asked.to())
        .param("form", asked.form())
        .param("place", asked.place())
        .param("unit", asked.unit())
        .param("rows", rows)
        .query(
            (row, _) ->
                new Count(
                    Columns.text(row, "key"),
                    row.getLong("green"),
                    row.getLong("yellow"),
                    row.getLong("orange"),
                    row.getLong("red")))
        .list();
  }
}
