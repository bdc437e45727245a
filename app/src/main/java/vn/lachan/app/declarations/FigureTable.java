package vn.lachan.app.declarations;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        select day, unit_id, place, form, level, declarations::int as declarations
        from declarations.day_count
        union all
        select day, unit_id, place, form, level, change from declarations.count_change) c
      where c.day between :from and :to
      """;

  /** Of those made at no place, nothing is said by place. */
  private static final String COUNTED =
      """
      with counted as (
        select grouping(c.day, c.unit_id, c.place) as way,
          coalesce(c.day::text, c.unit_id::text, c.place::text) as key,
          coalesce(sum(c.declarations) filter (where c.level = 'GREEN'), 0) as green,
          coalesce(sum(c.declarations) filter (where c.level = 'YELLOW'), 0) as yellow,
          coalesce(sum(c.declarations) filter (where c.level = 'ORANGE'), 0) as orange,
          coalesce(sum(c.declarations) filter (where c.level = 'RED'), 0) as red
      """;

  private static final String RANKED =
      """
        group by grouping sets ((c.day), (c.unit_id), (c.place))
        having c.place is distinct from 0),
      ranked as (
        select *, row_number() over (
          partition by way order by red desc, orange desc, yellow desc, green desc, key) as nth
        from counted)
      select way, key, green, yellow, orange, red from ranked
      where way = :byDay or nth <= :rows
      order by way, nth
      """;

  private final JdbcClient jdbc;
  private final ReachTable reaches;

  FigureTable(JdbcClient jdbc, ReachTable reaches) {
    this.jdbc = jdbc;
    this.reaches = reaches;
  }

  /** What is asked: days, and of which form and unit. */
  record Asked(LocalDate from, LocalDate to, @Nullable String form, @Nullable Integer unit) {}

  /** A day, unit or place with its counts by level. */
  record Count(String key, long green, long yellow, long orange, long red) {}

  /**
   * The same declarations three ways; units and places with the most at the highest level first.
   */
  record Counts(List<Count> days, List<Count> units, List<Count> places) {}

  private static final int BY_DAY = 0b011;
  private static final int BY_UNIT = 0b101;
  private static final int BY_PLACE = 0b110;

  /**
   * All three in one pass over the cells, in the caller's transaction.
   *
   * @param rows most units, and most places
   */
  Counts counts(Reach reach, Asked asked, int rows) {
    Map<Integer, List<Count>> byWay = new HashMap<>();
    Map<String, Object> values = new HashMap<>();
    DeclarationArea area = reaches.area(reach, asked.unit());
    String where =
        CELLS
            + " and "
            + area.sql("c", values)
            + (asked.form() == null ? "" : " and c.form = :form");
    jdbc.sql(COUNTED + where + RANKED)
        .params(values)
        .param("from", asked.from())
        .param("to", asked.to())
        .param("form", asked.form())
        .param("byDay", BY_DAY)
        .param("rows", rows)
        .query(
            row -> {
              byWay
                  .computeIfAbsent(row.getInt("way"), _ -> new ArrayList<>())
                  .add(
                      new Count(
                          Columns.text(row, "key"),
                          row.getLong("green"),
                          row.getLong("yellow"),
                          row.getLong("orange"),
                          row.getLong("red")));
            });
    List<Count> days = new ArrayList<>(byWay.getOrDefault(BY_DAY, List.of()));
    days.sort(Comparator.comparing(Count::key).reversed());
    return new Counts(
        days, byWay.getOrDefault(BY_UNIT, List.of()), byWay.getOrDefault(BY_PLACE, List.of()));
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
}
