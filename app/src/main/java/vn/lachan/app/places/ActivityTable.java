package vn.lachan.app.places;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts of visits a place and day ({@code places.activity}), and up to where they go. */
@Component
class ActivityTable {
  private final JdbcClient jdbc;

  ActivityTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Locks the one row; empty while another copy of the program holds it. */
  OptionalLong tryLockCursor() {
    return jdbc.sql("select cursor from places.activity_cursor for update skip locked")
        .query((row, index) -> row.getLong(1))
        .optional()
        .map(OptionalLong::of)
        .orElse(OptionalLong.empty());
  }

  /** Waits for whoever counts just now. */
  void lockCursor() {
    jdbc.sql("select cursor from places.activity_cursor for update").query().singleRow();
  }

  void advance(long cursor, Instant now) {
    jdbc.sql("update places.activity_cursor set cursor = :cursor, read_at = :now")
        .param("cursor", cursor)
        .param("now", Timestamp.from(now))
        .update();
  }

  @Nullable Instant readAt() {
    return jdbc.sql("select read_at from places.activity_cursor")
        .query((row, index) -> PlaceCardTable.instant(row, "read_at"))
        .optional()
        .orElse(null);
  }

  /** Puts the counts in the place of what stood there, and notes the communes they belong to. */
  void replace(List<DayActivity> counts) {
    Columns columns = Columns.of(counts);
    columns
        .bind(
            jdbc.sql(
                """
                delete from places.activity a
                using unnest(:places::bigint[], :days::date[], :visits::int[]) as c (place, day, visits)
                where a.place = c.place and a.day = c.day and c.visits = 0
                """))
        .update();
    columns
        .bind(
            jdbc.sql(
                """
                insert into places.activity (place, day, visits, visitors, last_at)
                select place, day, visits, visitors, last_at
                from unnest(:places::bigint[], :days::date[], :visits::int[], :visitors::int[],
                  :last::timestamptz[]) as c (place, day, visits, visitors, last_at)
                where visits > 0
                on conflict (place, day) do update set visits = excluded.visits,
                  visitors = excluded.visitors, last_at = excluded.last_at
                """))
        .update();
    columns
        .bind(
            jdbc.sql(
                """
                insert into places.coverage_change (unit_id, day)
                select p.unit_id, min(c.day)
                from unnest(:places::bigint[], :days::date[]) as c (place, day)
                join places.place p on p.number = c.place
                group by p.unit_id
                """))
        .update();
  }

  /** Deletes counts of a day, of places in (after, upTo], that no visit stands behind any more. */
  void deleteOthers(LocalDate day, long after, long upTo, List<DayActivity> counts) {
    jdbc.sql(
            """
            with gone as (
              delete from places.activity
              where day = :day and place > :after and place <= :upTo and place <> all(:places)
              returning place)
            insert into places.coverage_change (unit_id, day)
            select distinct p.unit_id, cast(:day as date) from gone g
            join places.place p on p.number = g.place
            """)
        .param("day", day)
        .param("after", after)
        .param("upTo", upTo)
        .param("places", counts.stream().map(DayActivity::place).toArray(Long[]::new))
        .update();
  }

  /** The last day of each place stays, so that a dead point is not taken for one never scanned. */
  int forgetBefore(LocalDate day) {
    return jdbc.sql(
            """
            delete from places.activity a where day < :day
              and exists (select from places.activity b where b.place = a.place and b.day > a.day)
            """)
        .param("day", day)
        .update();
  }

  private record Columns(
      Long[] places, String[] days, Integer[] visits, Integer[] visitors, String[] last) {
    static Columns of(List<DayActivity> counts) {
      return new Columns(
          counts.stream().map(DayActivity::place).toArray(Long[]::new),
          counts.stream().map(count -> count.day().toString()).toArray(String[]::new),
          counts.stream().map(DayActivity::visits).toArray(Integer[]::new),
          counts.stream().map(DayActivity::visitors).toArray(Integer[]::new),
          counts.stream()
              .map(count -> Objects.toString(count.lastAt(), null))
              .toArray(String[]::new));
    }

    JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement) {
      return statement
          .param("places", places)
          .param("days", days)
          .param("visits", visits)
          .param("visitors", visitors)
          .param("last", last);
    }
  }
}
