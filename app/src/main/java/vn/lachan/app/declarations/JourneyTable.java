package vn.lachan.app.declarations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Reach;
import vn.lachan.app.kernel.Columns;

/** Declared rides and flights. */
@Component
class JourneyTable {
  private static final String COLUMNS =
      """
      select j.declaration, j.person, j.kind, j.vehicle, j.seat, j.seat_row, j.day, j.from_unit,
        j.to_unit
      from declarations.journey j
      """;

  private final JdbcClient jdbc;

  JourneyTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A row. */
  record Row(
      long declaration,
      long person,
      String kind,
      @Nullable Long vehicle,
      @Nullable String seat,
      @Nullable Integer seatRow,
      LocalDate day,
      @Nullable Integer from,
      @Nullable Integer to) {}

  Optional<Row> of(long declaration) {
    return jdbc.sql(COLUMNS + "where j.declaration = :declaration")
        .param("declaration", declaration)
        .query(JourneyTable::row)
        .optional();
  }

  /** On which vehicles with a number these records were, the latest first. */
  List<Journeys.Declared> ofPersons(Reach reach, Collection<Long> records, int most) {
    return jdbc.sql(
            """
            select d.public_id, j.day
            from declarations.journey j join declarations.declaration d on d.number = j.declaration
            where j.person = any(:records) and j.vehicle is not null and\s"""
                + reach.sql("d.unit_id", null, "d.place")
                + " order by j.day desc, j.declaration desc limit :most")
        .params(reach.parameters())
        .param("records", records.toArray(Long[]::new))
        .param("most", most)
        .query(
            (row, _) ->
                new Journeys.Declared(Columns.uuid(row, "public_id"), Columns.day(row, "day")))
        .list();
  }

  /** Those on a vehicle, nearest to a row first. */
  List<Row> on(
      Reach reach, Collection<Long> vehicles, LocalDate day, @Nullable Integer seatRow, int most) {
    return jdbc.sql(
            COLUMNS
                + " join declarations.declaration d on d.number = j.declaration"
                + " where j.vehicle = any(:vehicles) and j.day = :day and "
                + reach.sql("d.unit_id", null, "d.place")
                + " order by abs(j.seat_row - :seatRow::int) nulls last, j.seat_row, j.declaration"
                + " limit :most")
        .params(reach.parameters())
        .param("vehicles", vehicles.toArray(Long[]::new))
        .param("day", day)
        .param("seatRow", seatRow)
        .param("most", most)
        .query(JourneyTable::row)
        .list();
  }

  private static Row row(ResultSet row, int index) throws SQLException {
    Integer seatRow = row.getObject("seat_row", Integer.class);
    return new Row(
        row.getLong("declaration"),
        row.getLong("person"),
        Columns.text(row, "kind"),
        row.getObject("vehicle", Long.class),
        row.getString("seat"),
        seatRow,
        Columns.day(row, "day"),
        row.getObject("from_unit", Integer.class),
        row.getObject("to_unit", Integer.class));
  }
}
