package vn.lachan.app.places;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.engine.scan.PlaceCode;

/** Reads what an inspection needs to know of a place, or of an entry without one. */
@Component
class InspectionSubjectTable {
  private static final String PLACE =
      """
      select p.public_id as id, p.name, p.address, p.number as place, null::bigint as obliged,
        p.unit_id, p.sector, p.type
      from places.place p where p.status <> 'draft' and
      """;

  private final JdbcClient jdbc;

  InspectionSubjectTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Found(UUID id, String name, String address, InspectionTable.Target target) {}

  Optional<Found> placeByCode(PlaceScope scope, PlaceCode code) {
    return jdbc.sql(PLACE + "p.code = :code and " + scope.sql())
        .param("code", code.symbols())
        .params(scope.parameters())
        .query(InspectionSubjectTable::found)
        .optional();
  }

  Optional<Found> place(PlaceScope scope, UUID place) {
    return jdbc.sql(PLACE + "p.public_id = :place and " + scope.sql())
        .param("place", place)
        .params(scope.parameters())
        .query(InspectionSubjectTable::found)
        .optional();
  }

  Optional<Found> obliged(PlaceScope scope, UUID entry) {
    return jdbc.sql(
            """
            select o.public_id as id, o.name, o.address, null::bigint as place,
              o.number as obliged, o.unit_id, o.sector, o.type
            from places.obliged o where o.public_id = :entry and %s
            """
                .formatted(scope.sql()))
        .param("entry", entry)
        .params(scope.parameters())
        .query(InspectionSubjectTable::found)
        .optional();
  }

  /** The same place, or the registration of the entry that was inspected before. */
  boolean isAbout(long inspection, InspectionTable.Target target) {
    return jdbc.sql(
            """
            select exists (select from places.inspection i where i.number = :inspection
              and (i.place = :place or i.obliged = :obliged
                or exists (select from places.obliged o
                  where o.number = i.obliged and o.place = :place)))
            """)
        .param("inspection", inspection)
        .param("place", target.place())
        .param("obliged", target.obliged())
        .query(Boolean.class)
        .single();
  }

  private static Found found(ResultSet row, int index) throws SQLException {
    return new Found(
        Objects.requireNonNull(row.getObject("id", UUID.class)),
        PlaceCardTable.text(row, "name"),
        PlaceCardTable.text(row, "address"),
        new InspectionTable.Target(
            row.getObject("place", Long.class),
            row.getObject("obliged", Long.class),
            row.getInt("unit_id"),
            PlaceCardTable.text(row, "sector"),
            PlaceCardTable.text(row, "type")));
  }
}
