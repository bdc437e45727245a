package vn.lachan.app.places;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSourceUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of imports, and the places that they became. */
@Component
class ImportRowTable {
  private static final String COLUMNS =
      """
      r.line, r.state, r.cells, r.problem, r.place, p.public_id, p.name,
      (select min(t.line) from places.import_row t
        where t.place = r.place and t.import = r.import and t.state = 'accepted') as first_line
      """;

  private final JdbcClient jdbc;
  private final NamedParameterJdbcTemplate batches;

  ImportRowTable(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /** A row as it is stored; its texts are sealed, and gone once it is a place. */
  record Stored(
      int line,
      ImportRow.State state,
      byte @Nullable [] cells,
      @Nullable Long place,
      @Nullable UUID placeId,
      @Nullable String placeName,
      @Nullable Integer firstLine) {}

  /** A row to be stored. */
  record NewRow(int line, byte[] cells) {}

  void insert(UUID id, List<NewRow> rows) {
    List<Map<String, Object>> values =
        rows.stream()
            .map(row -> Map.<String, Object>of("id", id, "line", row.line(), "cells", row.cells()))
            .toList();
    batches.batchUpdate(
        """
        insert into places.import_row (import, line, state, cells)
        values (:id, :line, 'waiting', :cells)
        """,
        SqlParameterSourceUtils.createBatch(values));
  }

  Map<ImportRow.State, Integer> counts(UUID id) {
    Map<ImportRow.State, Integer> counts = new EnumMap<>(ImportRow.State.class);
    jdbc.sql("select state, count(*) from places.import_row where import = :id group by state")
        .param("id", id)
        .query((row, index) -> counts.put(state(row), row.getInt(2)))
        .list();
    return counts;
  }

  /** The next rows without an answer, held until the end of the transaction. */
  List<Stored> waiting(UUID id, int rows) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + """
                 from places.import_row r left join places.place p on p.number = r.place
                where r.import = :id and r.state = 'waiting' order by r.line limit :rows
                for update of r
                """)
        .param("id", id)
        .param("rows", rows)
        .query(ImportRowTable::stored)
        .list();
  }

  List<Stored> page(UUID id, ImportRow.State state, int after, int rows) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + """
                 from places.import_row r left join places.place p on p.number = r.place
                where r.import = :id and r.state = :state and r.line > :after
                order by r.line limit :rows
                """)
        .param("id", id)
        .param("state", state.key())
        .param("after", after)
        .param("rows", rows)
        .query(ImportRowTable::stored)
        .list();
  }

  Optional<Stored> hold(UUID id, int line) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + """
                 from places.import_row r left join places.place p on p.number = r.place
                where r.import = :id and r.line = :line for update of r
                """)
        .param("id", id)
        .param("line", line)
        .query(ImportRowTable::stored)
        .optional();
  }

  /** The row is a place, or one was there: its texts go. */
  void settle(UUID id, int line, ImportRow.State state, @Nullable Long place) {
    jdbc.sql(
            """
            update places.import_row set state = :state, place = :place, cells = null,
              problem = null
            where import = :id and line = :line
            """)
        .param("id", id)
        .param("line", line)
        .param("state", state.key())
        .param("place", place)
        .update();
  }

  void keep(UUID id, int line, ImportRow.State state, byte[] cells, @Nullable String problem) {
    jdbc.sql(
            """
            update places.import_row set state = :state, cells = :cells, problem = :problem
            where import = :id and line = :line
            """)
        .param("id", id)
        .param("line", line)
        .param("state", state.key())
        .param("cells", cells)
        .param("problem", problem)
        .update();
  }

  /** The place that a registration would repeat; see the index {@code place_once}. */
  Optional<Long> twin(PlaceFacts facts) {
    Instant from = facts.validFrom();
    return jdbc.sql(
            """
            select number from places.place
            where unit_id = :unit and search_name = :name and search_address = :address
              and coalesce(valid_from, '-infinity') = coalesce(:from::timestamptz, '-infinity')
              and status in ('submitted', 'returned', 'open')
            """)
        .param("unit", facts.unit())
        .param("name", facts.searchName())
        .param("address", facts.searchAddress())
        .param("from", from == null ? null : Timestamp.from(from))
        .query((row, index) -> row.getLong(1))
        .optional();
  }

  List<Long> places(UUID id) {
    return jdbc.sql(
            """
            select place from places.import_row
            where import = :id and state = 'accepted' and place is not null order by place
            """)
        .param("id", id)
        .query((row, index) -> row.getLong(1))
        .list();
  }

  private static ImportRow.State state(ResultSet row) throws SQLException {
    return ImportRow.State.of(PlaceCardTable.text(row, "state"));
  }

  private static Stored stored(ResultSet row, int index) throws SQLException {
    return new Stored(
        row.getInt("line"),
        state(row),
        row.getBytes("cells"),
        row.getObject("place", Long.class),
        row.getObject("public_id", UUID.class),
        row.getString("name"),
        row.getObject("first_line", Integer.class));
  }
}
