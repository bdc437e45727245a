package vn.lachan.app.privacy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Columns;

@Component
class DayOffTable {
  private final JdbcClient jdbc;

  DayOffTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Row(
      long number,
      LocalDate day,
      DayOff.Kind kind,
      String name,
      String document,
      long enteredBy,
      Instant enteredAt) {}

  List<Row> between(LocalDate from, LocalDate until) {
    return jdbc.sql(
            """
            select number, day, kind, name, document, entered_by, entered_at from privacy.day_off
            where withdrawn_at is null and day >= :from and day < :until order by day
            """)
        .param("from", from)
        .param("until", until)
        .query(
            (row, _) ->
                new Row(
                    row.getLong("number"),
                    Columns.day(row, "day"),
                    DayOff.Kind.valueOf(Columns.text(row, "kind")),
                    Columns.text(row, "name"),
                    Columns.text(row, "document"),
                    row.getLong("entered_by"),
                    Columns.instant(row, "entered_at")))
        .list();
  }

  /** False where the day stands in the calendar already. */
  boolean insert(
      LocalDate day, DayOff.Kind kind, String name, String document, long by, Instant now) {
    return jdbc.sql(
                """
                insert into privacy.day_off (day, kind, name, document, entered_by, entered_at)
                values (:day, :kind, :name, :document, :by, :now)
                on conflict (day) where withdrawn_at is null do nothing
                """)
            .param("day", day)
            .param("kind", kind.name())
            .param("name", name)
            .param("document", document)
            .param("by", by)
            .param("now", Columns.time(now))
            .update()
        > 0;
  }

  /** The day that no longer counts; null where it did not before. */
  @Nullable LocalDate withdraw(long number, long by, Instant now) {
    return jdbc.sql(
            """
            update privacy.day_off set withdrawn_at = :now, withdrawn_by = :by
            where number = :number and withdrawn_at is null returning day
            """)
        .param("number", number)
        .param("by", by)
        .param("now", Columns.time(now))
        .query((row, _) -> Objects.requireNonNull(row.getObject("day", LocalDate.class)))
        .optional()
        .orElse(null);
  }
}
