package vn.lachan.app.places;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.kernel.Refusal;

/** Lists of inspections, paged by key: by deadline, or the newest first. */
@Component
class InspectionListTable {
  static final String COLUMNS =
      """
      i.number, i.public_id, i.unit_id, i.sector, i.type, i.at, i.inspector, i.state, i.due,
      (select p.public_id from places.place p where p.number = i.place) as place_id,
      (select o.public_id from places.obliged o where o.number = i.obliged) as obliged_id,
      coalesce((select p.name from places.place p where p.number = i.place),
        (select o.name from places.obliged o where o.number = i.obliged)) as name,
      coalesce((select p.address from places.place p where p.number = i.place),
        (select o.address from places.obliged o where o.number = i.obliged)) as address,
      (select count(*) from places.inspection_finding f
        where f.inspection = i.number and f.answer = 'missed') as missed
      """;
  private static final int OF_ONE_MOST = 20;

  private final JdbcClient jdbc;

  InspectionListTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Page<InspectionRow> page(
      PlaceScope scope, InspectionFilter filter, @Nullable String after, int rows) {
    Map<String, Object> values = new TreeMap<>(scope.parameters());
    List<String> terms = new ArrayList<>(List.of(scope.sql()));
    addTerms(filter, terms, values);
    boolean byDeadline = filter.byDeadline();
    if (after != null) {
      addAfter(byDeadline, after, terms, values);
    }
    List<InspectionRow> found =
        jdbc.sql(
                "select "
                    + COLUMNS
                    + " from places.inspection i where "
                    + String.join(" and ", terms)
                    + (byDeadline
                        ? " order by i.due, i.number limit :rows"
                        : " order by i.at desc, i.number desc limit :rows"))
            .params(values)
            .param("rows", rows + 1)
            .query(InspectionListTable::row)
            .list();
    return Page.of(found, rows, row -> key(byDeadline, row));
  }

  /** A second visit follows a first one that waits; the latest of them. */
  Optional<UUID> waiting(@Nullable Long place, @Nullable Long obliged) {
    return jdbc.sql(
            """
            select public_id from places.inspection
            where state = 'waiting' and (place = :place or obliged = :obliged)
            order by number desc limit 1
            """)
        .param("place", place)
        .param("obliged", obliged)
        .query((row, index) -> Objects.requireNonNull(row.getObject(1, UUID.class)))
        .optional();
  }

  List<InspectionRow> ofPlace(PlaceScope scope, UUID place) {
    return jdbc.sql(
            """
            select %s from places.inspection i
            where i.place = (select number from places.place where public_id = :place) and %s
            order by i.number desc limit :rows
            """
                .formatted(COLUMNS, scope.sql()))
        .param("place", place)
        .params(scope.parameters())
        .param("rows", OF_ONE_MOST)
        .query(InspectionListTable::row)
        .list();
  }

  Inspections.Due due(PlaceScope scope, LocalDate today) {
    return jdbc.sql(
            """
            select count(*) filter (where i.due = :today) as today,
              count(*) filter (where i.due < :today) as overdue
            from places.inspection i where i.state = 'waiting' and i.due <= :today and %s
            """
                .formatted(scope.sql()))
        .param("today", today)
        .params(scope.parameters())
        .query((row, index) -> new Inspections.Due(row.getInt("today"), row.getInt("overdue")))
        .single();
  }

  private static void addTerms(
      InspectionFilter filter, List<String> terms, Map<String, Object> values) {
    InspectionState state = filter.dueBy() != null ? InspectionState.WAITING : filter.state();
    if (state != null) {
      terms.add("i.state = :state");
      values.put("state", state.key());
    }
    if (filter.dueBy() != null) {
      terms.add("i.due <= :dueBy");
      values.put("dueBy", filter.dueBy());
    }
    if (filter.unit() != null) {
      terms.add("i.unit_id in (select unit_id from units.within where ancestor_id = :unit)");
      values.put("unit", filter.unit());
    }
    if (filter.sector() != null) {
      terms.add("i.sector = :sector");
      values.put("sector", filter.sector());
    }
    if (filter.type() != null) {
      terms.add("i.type = :type");
      values.put("type", filter.type());
    }
  }

  private static void addAfter(
      boolean byDeadline, String after, List<String> terms, Map<String, Object> values) {
    String[] parts = after.split("_", -1);
    try {
      if (parts.length != 2) {
        throw new NumberFormatException(after);
      }
      values.put("afterNumber", Long.parseLong(parts[1]));
      values.put(
          "after",
          byDeadline
              ? LocalDate.parse(parts[0])
              : Timestamp.from(Instant.EPOCH.plusNanos(Long.parseLong(parts[0]) * 1_000)));
    } catch (NumberFormatException | DateTimeParseException noKey) {
      throw Refusal.invalid("places.refused.page-key");
    }
    terms.add(
        byDeadline
            ? "(i.due, i.number) > (:after, :afterNumber)"
            : "(i.at, i.number) < (:after, :afterNumber)");
  }

  private static String key(boolean byDeadline, InspectionRow row) {
    Instant at = row.at();
    return (byDeadline
            ? String.valueOf(row.due())
            : Long.toString(at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000))
        + "_"
        + row.number();
  }

  static InspectionRow row(ResultSet row, int index) throws SQLException {
    return new InspectionRow(
        row.getLong("number"),
        Objects.requireNonNull(row.getObject("public_id", UUID.class)),
        row.getObject("place_id", UUID.class),
        row.getObject("obliged_id", UUID.class),
        PlaceCardTable.text(row, "name"),
        PlaceCardTable.text(row, "address"),
        row.getInt("unit_id"),
        PlaceCardTable.text(row, "sector"),
        PlaceCardTable.text(row, "type"),
        Objects.requireNonNull(PlaceCardTable.instant(row, "at")),
        row.getLong("inspector"),
        InspectionState.of(PlaceCardTable.text(row, "state")),
        row.getObject("due", LocalDate.class),
        row.getInt("missed"));
  }
}
