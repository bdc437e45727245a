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
import vn.lachan.app.places.PlaceCard;

/** Published itineraries; rows are never deleted, only withdrawn. */
@Component
class ItineraryTable {
  private static final String COLUMNS =
      """
      select number, public_id, place, unit_id, from_at, to_at, instructions_vi, instructions_en,
             published_at, published_by, withdrawn_at, withdrawn_by, withdrawn_for
      from tracing.itinerary i
      """;

  private final JdbcClient jdbc;

  ItineraryTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Empty where the same window of the place is public already. */
  Optional<UUID> insert(PlaceCard place, NewItinerary itinerary, long by, Instant now) {
    return jdbc.sql(
            """
            insert into tracing.itinerary (place, unit_id, from_at, to_at, instructions_vi,
              instructions_en, published_at, published_by)
            values (:place, :unit, :from, :to, :vi, :en, :now, :by)
            on conflict (place, from_at, to_at) where withdrawn_at is null do nothing
            returning public_id
            """)
        .param("place", place.number())
        .param("unit", place.unit())
        .param("from", Columns.time(itinerary.from()))
        .param("to", Columns.time(itinerary.to()))
        .param("vi", itinerary.instructionsVi())
        .param("en", itinerary.instructionsEn())
        .param("now", Columns.time(now))
        .param("by", by)
        .query((row, _) -> Columns.uuid(row, "public_id"))
        .optional();
  }

  boolean exists(long place, Instant from, Instant to) {
    return jdbc.sql(
            """
            select exists (select 1 from tracing.itinerary where place = :place
              and from_at = :from and to_at = :to and withdrawn_at is null)
            """)
        .param("place", place)
        .param("from", Columns.time(from))
        .param("to", Columns.time(to))
        .query(Boolean.class)
        .single();
  }

  /** Whether it was still standing. */
  boolean withdraw(long number, String reason, long by, Instant now) {
    return jdbc.sql(
                """
                update tracing.itinerary
                set withdrawn_at = :now, withdrawn_by = :by, withdrawn_for = :reason
                where number = :number and withdrawn_at is null
                """)
            .param("now", Columns.time(now))
            .param("by", by)
            .param("reason", reason)
            .param("number", number)
            .update()
        == 1;
  }

  /** Whether a place of this unit lies within a reach. */
  boolean reaches(Reach reach, PlaceCard place) {
    return jdbc.sql(
            "select "
                + reach.sql("p.unit", null, "p.place")
                + " from (values (:unit::int, :place::bigint)) as p (unit, place)")
        .params(reach.parameters())
        .param("unit", place.unit())
        .param("place", place.number())
        .query(Boolean.class)
        .single();
  }

  Optional<StoredItinerary> inReach(Reach reach, UUID id) {
    return jdbc.sql(
            COLUMNS + "where i.public_id = :id and " + reach.sql("i.unit_id", null, "i.place"))
        .param("id", id)
        .params(reach.parameters())
        .query(ItineraryTable::itinerary)
        .optional();
  }

  /** What one page of officers' list asks for; days are resolved to moments. */
  record Wanted(
      Itinerary.@Nullable State state,
      @Nullable Instant dayFrom,
      @Nullable Instant dayTo,
      Instant shownSince) {}

  List<StoredItinerary> list(Reach reach, Wanted wanted, @Nullable Long before, int rows) {
    return jdbc.sql(
            COLUMNS
                + "where "
                + reach.sql("i.unit_id", null, "i.place")
                + """
                 and (:before::bigint is null or i.number < :before)
                 and (:dayFrom::timestamptz is null
                   or (i.from_at < :dayTo and i.to_at > :dayFrom))
                 and (:state::text is null or :state =
                   case when i.withdrawn_at is not null then 'WITHDRAWN'
                        when i.to_at > :since then 'SHOWN' else 'PAST' end)
                order by i.number desc limit :rows
                """)
        .params(reach.parameters())
        .param("before", before)
        .param("dayFrom", Columns.timeOrNull(wanted.dayFrom()))
        .param("dayTo", Columns.timeOrNull(wanted.dayTo()))
        .param("state", wanted.state() == null ? null : wanted.state().name())
        .param("since", Columns.time(wanted.shownSince()))
        .param("rows", rows)
        .query(ItineraryTable::itinerary)
        .list();
  }

  /** Those that stand and ended after a moment, the latest beginning first. */
  List<StoredItinerary> shown(Instant since, Instant begunSince, int rows) {
    return jdbc.sql(
            COLUMNS
                + """
                where i.withdrawn_at is null and i.to_at > :since and i.from_at > :begun
                order by i.from_at desc, i.number desc limit :rows
                """)
        .param("since", Columns.time(since))
        .param("begun", Columns.time(begunSince))
        .param("rows", rows)
        .query(ItineraryTable::itinerary)
        .list();
  }

  Optional<StoredItinerary> find(UUID id) {
    return jdbc.sql(COLUMNS + "where i.public_id = :id")
        .param("id", id)
        .query(ItineraryTable::itinerary)
        .optional();
  }

  private static StoredItinerary itinerary(ResultSet row, int index) throws SQLException {
    return new StoredItinerary(
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
        row.getLong("withdrawn_by"),
        row.getString("withdrawn_for"));
  }
}
