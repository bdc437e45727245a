package vn.lachan.app.places;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Refusal;

/** Where places are and were ({@code places.former_location}). */
@Component
class LocationTable {
  private static final String COLUMNS =
      "address, unit_id, latitude, longitude, location_exact, until";

  private final JdbcClient jdbc;

  LocationTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What the place is now becomes what it was until then. */
  void keep(long place, Instant until) {
    jdbc.sql(
            """
            insert into places.former_location
              (place, until, address, unit_id, latitude, longitude, location_exact)
            select number, :until, address, unit_id, latitude, longitude, location_exact
            from places.place where number = :place
            """)
        .param("place", place)
        .param("until", Timestamp.from(until))
        .update();
  }

  void set(long place, PlaceFacts facts) {
    Point point = facts.location();
    try {
      jdbc.sql(
              """
              update places.place set address = :address, search_address = :search,
                unit_id = :unit, latitude = :latitude, longitude = :longitude,
                location_exact = :exact, revision = revision + 1
              where number = :place
              """)
          .param("address", facts.address())
          .param("search", facts.searchAddress())
          .param("unit", facts.unit())
          .param("latitude", point == null ? null : point.latitude())
          .param("longitude", point == null ? null : point.longitude())
          .param("exact", facts.locationExact())
          .param("place", place)
          .update();
    } catch (DuplicateKeyException samePlace) {
      throw Refusal.conflict("places.refused.duplicate");
    }
  }

  /** Takes the last row away, to be put back as what the place is. */
  Optional<FormerLocation> takeLast(long place) {
    return jdbc.sql(
            """
            delete from places.former_location where place = :place and until = (
              select max(until) from places.former_location where place = :place)
            returning %s
            """
                .formatted(COLUMNS))
        .param("place", place)
        .query(LocationTable::location)
        .optional();
  }

  List<FormerLocation> of(long place) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + " from places.former_location where place = :place"
                + " order by until desc limit :rows")
        .param("place", place)
        .param("rows", PlaceHistoryTable.ROWS_MOST)
        .query(LocationTable::location)
        .list();
  }

  Optional<FormerLocation> at(long place, Instant at) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + " from places.former_location where place = :place and until > :at"
                + " order by until limit 1")
        .param("place", place)
        .param("at", Timestamp.from(at))
        .query(LocationTable::location)
        .optional();
  }

  void addPart(long whole, long part, Instant now, long by) {
    jdbc.sql("insert into places.part (whole, part, at, by) values (:whole, :part, :now, :by)")
        .param("whole", whole)
        .param("part", part)
        .param("now", Timestamp.from(now))
        .param("by", by)
        .update();
  }

  List<Long> openParts(long whole) {
    return jdbc.sql(
            """
            select t.part from places.part t join places.place p on p.number = t.part
            where t.whole = :whole and p.status = 'open' order by t.part
            """)
        .param("whole", whole)
        .query((row, index) -> row.getLong(1))
        .list();
  }

  /** The beginning of the day, as days are counted for visits. */
  static Instant midnight(LocalDate day) {
    return day.atStartOfDay(CoverageListTable.ZONE).toInstant();
  }

  private static FormerLocation location(ResultSet row, int index) throws SQLException {
    Double latitude = row.getObject("latitude", Double.class);
    Double longitude = row.getObject("longitude", Double.class);
    return new FormerLocation(
        PlaceCardTable.text(row, "address"),
        row.getInt("unit_id"),
        latitude == null || longitude == null ? null : new Point(latitude, longitude),
        row.getBoolean("location_exact"),
        Objects.requireNonNull(PlaceCardTable.instant(row, "until")));
  }
}
