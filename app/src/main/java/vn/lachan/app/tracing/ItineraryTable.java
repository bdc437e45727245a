package vn.lachan.app.tracing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Reach;
import vn.lachan.app.kernel.Columns;

/** Published itineraries. */
@Component
class ItineraryTable {
  private static final String COLUMNS =
      """
      select i.number, i.public_id, i.place, i.unit_id, i.from_at, i.to_at, i.instructions_vi,
        i.instructions_en, i.published_at, i.published_by, i.withdrawn_at, i.withdrawn_by,
        i.withdrawn_for
      from tracing.itinerary i where\s""";

  private final JdbcClient jdbc;

  ItineraryTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A row; its place is a number. */
  record Row(
      long number,
      UUID publicId,
      long place,
      int unit,
      Instant from,
      Instant to,
      String instructions,
      @Nullable String instructionsEnglish,
      Instant publishedAt,
      long publishedBy,
      @Nullable Instant withdrawnAt,
      @Nullable Long withdrawnBy,
      @Nullable String withdrawnFor) {}

  /** Empty where the unit is out of reach. */
  Optional<UUID> insert(
      Reach reach, long place, int unit, NewItinerary itinerary, long by, Instant now) {
    return jdbc.sql(
            """
            insert into tracing.itinerary (place, unit_id, from_at, to_at, instructions_vi,
              instructions_en, published_at, published_by)
            select :place, asked.unit, :from, :to, :vi, :en, :now, :by
            from (select :unit::int as unit) asked where\s"""
                + reach.sql("asked.unit", null, null)
                + " returning public_id")
        .params(reach.parameters())
        .param("place", place)
        .param("unit", unit)
        .param("from", Columns.time(itinerary.from()))
        .param("to", Columns.time(itinerary.to()))
        .param("vi", itinerary.instructions())
        .param("en", itinerary.instructionsEnglish())
        .param("now", Columns.time(now))
        .param("by", by)
        .query((row, _) -> Columns.uuid(row, "public_id"))
        .optional();
  }

  /** Whether there was one in reach that was public. */
  boolean withdraw(Reach reach, UUID id, String reason, long by, Instant now) {
    return jdbc.sql(
                """
                update tracing.itinerary i set withdrawn_at = :now, withdrawn_by = :by,
                  withdrawn_for = :reason
                where i.public_id = :id and i.withdrawn_at is null and\s"""
                    + reach.sql("i.unit_id", null, null))
            .params(reach.parameters())
            .param("id", id)
            .param("reason", reason)
            .param("by", by)
            .param("now", Columns.time(now))
            .update()
        > 0;
  }

  List<Row> inReach(Reach reach, long before, int rows) {
    return jdbc.sql(
            COLUMNS
                + "i.number < :before and "
                + reach.sql("i.unit_id", null, null)
                + " order by i.number desc limit :rows")
        .params(reach.parameters())
        .param("before", before)
        .param("rows", rows)
        .query(ItineraryTable::row)
        .list();
  }

  Optional<Row> inReach(Reach reach, UUID id) {
    return jdbc.sql(COLUMNS + "i.public_id = :id and " + reach.sql("i.unit_id", null, null))
        .params(reach.parameters())
        .param("id", id)
        .query(ItineraryTable::row)
        .optional();
  }

  /** Those whose window ended after a time, the latest window first, behind a page's key. */
  List<Row> published(Instant since, @Nullable Instant from, long before, int rows) {
    return jdbc.sql(
            COLUMNS
                + """
                i.withdrawn_at is null and i.to_at > :since
                  and (:from::timestamptz is null or (i.from_at, i.number) < (:from, :before))
                order by i.from_at desc, i.number desc limit :rows
                """)
        .param("since", Columns.time(since))
        .param("from", Columns.timeOrNull(from))
        .param("before", before)
        .param("rows", rows)
        .query(ItineraryTable::row)
        .list();
  }

  private static Row row(ResultSet row, int index) throws SQLException {
    return new Row(
        row.getLong("number"),
        Columns.uuid(row, "public_id"),
        row.getLong("place"),
        row.getInt("unit_id"),
        Columns.instant(row, "from_at"),
        Columns.instant(row, "to_at"),
        Columns.text(row, "instructions_vi"),
        row.getString("instructions_en"),
        Columns.instant(row, "published_at"),
        row.getLong("published_by"),
        Columns.instantOrNull(row, "withdrawn_at"),
        row.getObject("withdrawn_by", Long.class),
        row.getString("withdrawn_for"));
  }
}
