package vn.lachan.app.places;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.kernel.Refusal;

/** Places that have to register ({@code places.obliged}) and what happened to their entries. */
@Component
class ObligedTable {
  private static final int CANDIDATES_MOST = 10;
  private static final String COLUMNS =
      """
      o.number, o.public_id, o.name, o.address, o.type, o.unit_id, o.sector, o.document, o.state,
      (select p.public_id from places.place p where p.number = o.place) as place_id,
      o.entered_at, o.entered_by
      """;

  private final JdbcClient jdbc;

  ObligedTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  UUID insert(PlaceFacts facts, String document, long by, Instant now) {
    UUID id = UUID.randomUUID();
    try {
      long number =
          jdbc.sql(
                  """
                  insert into places.obliged (public_id, name, address, search_name, search_address,
                    type, unit_id, sector, document, state, entered_at, entered_by)
                  values (:id, :name, :address, :searchName, :searchAddress, :type, :unit, :sector,
                    :document, 'listed', :now, :by) returning number
                  """)
              .param("id", id)
              .param("name", facts.name())
              .param("address", facts.address())
              .param("searchName", facts.searchName())
              .param("searchAddress", facts.searchAddress())
              .param("type", facts.type().code())
              .param("unit", facts.unit())
              .param("sector", facts.type().sector())
              .param("document", document)
              .param("now", Timestamp.from(now))
              .param("by", by)
              .query((row, index) -> row.getLong(1))
              .single();
      record(number, "listed", null, now, by, null);
      return id;
    } catch (DuplicateKeyException known) {
      throw Refusal.conflict("places.refused.obliged-duplicate");
    }
  }

  /** Finds the registrations of entries by name and address, unless somebody said they differ. */
  void matchExactly(Collection<Integer> units, Instant now) {
    jdbc.sql(
            """
            with fitting as (
              select distinct on (o.number) o.number, p.number as place
              from places.obliged o
              join places.place p on p.unit_id = o.unit_id and p.search_name = o.search_name
                and p.search_address = o.search_address
                and p.status in ('submitted', 'returned', 'open')
              where o.state = 'listed' and o.unit_id = any(:units)
                and not exists (select from places.obliged_step s
                  where s.obliged = o.number and s.what = 'unmatched' and s.place = p.number)
              order by o.number, p.number
            ), changed as (
              update places.obliged o set state = 'matched', place = f.place
              from fitting f where o.number = f.number and o.state = 'listed'
              returning o.number, o.place)
            insert into places.obliged_step (obliged, what, place, at, by)
            select number, 'matched', place, :now, 0 from changed
            """)
        .param("units", units.toArray(Integer[]::new))
        .param("now", Timestamp.from(now))
        .update();
  }

  /** Locks the entry until the end of the transaction. */
  Optional<ObligedRow> hold(PlaceScope scope, UUID id) {
    return one(scope, id, " for update of o");
  }

  Optional<ObligedRow> find(PlaceScope scope, UUID id) {
    return one(scope, id, "");
  }

  void change(
      ObligedRow entry,
      String what,
      ObligedState state,
      @Nullable Long place,
      @Nullable Long stepPlace,
      Instant now,
      long by,
      @Nullable String reason) {
    try {
      jdbc.sql("update places.obliged set state = :state, place = :place where number = :number")
          .param("state", state.key())
          .param("place", place)
          .param("number", entry.number())
          .update();
    } catch (DuplicateKeyException known) {
      throw Refusal.conflict("places.refused.obliged-duplicate");
    }
    record(entry.number(), what, stepPlace, now, by, reason);
  }

  Optional<Long> placeOf(long entry) {
    return jdbc.sql("select place from places.obliged where number = :n and place is not null")
        .param("n", entry)
        .query((row, index) -> row.getLong(1))
        .optional();
  }

  List<ObligedView.Step> steps(long entry) {
    return jdbc.sql(
            """
            select what, at, by, reason from places.obliged_step where obliged = :entry
            order by number desc limit :rows
            """)
        .param("entry", entry)
        .param("rows", PlaceHistoryTable.ROWS_MOST)
        .query(
            (row, index) ->
                new ObligedView.Step(
                    PlaceCardTable.text(row, "what"),
                    Objects.requireNonNull(PlaceCardTable.instant(row, "at")),
                    row.getLong("by"),
                    row.getString("reason")))
        .list();
  }

  List<PlaceRow> candidates(long entry) {
    return jdbc.sql(
            """
            select p.number, p.public_id, p.code, p.name, p.address, p.unit_id, p.type, p.sector,
              p.status, p.status_since, p.revision
            from places.obliged o
            join places.place p on p.unit_id = o.unit_id
              and p.status in ('submitted', 'returned', 'open')
              and (p.search_name = o.search_name or p.search_address = o.search_address)
            where o.number = :entry
            order by (p.search_name = o.search_name) desc, p.number desc limit :rows
            """)
        .param("entry", entry)
        .param("rows", CANDIDATES_MOST)
        .query(PlaceListTable::row)
        .list();
  }

  /** The communes, as entered, that have an entry within the scope. */
  List<Integer> communes(PlaceScope scope) {
    return jdbc.sql("select distinct o.unit_id from places.obliged o where " + scope.sql())
        .params(scope.parameters())
        .query((row, index) -> row.getInt(1))
        .list();
  }

  /** The newest first; the key is the number of the last row. */
  Page<ObligedRow> page(
      PlaceScope scope,
      ObligedFilter filter,
      @Nullable List<Integer> communes,
      @Nullable String after,
      int rows) {
    Map<String, Object> values = new TreeMap<>(scope.parameters());
    List<String> terms = new ArrayList<>(List.of(scope.sql()));
    addTerms(filter, communes, terms, values);
    if (after != null) {
      terms.add("o.number < :after");
      values.put("after", key(after));
    }
    List<ObligedRow> found =
        jdbc.sql(
                "select "
                    + COLUMNS
                    + " from places.obliged o where "
                    + String.join(" and ", terms)
                    + " order by o.number desc limit :rows")
            .params(values)
            .param("rows", rows + 1)
            .query(ObligedTable::row)
            .list();
    return Page.of(found, rows, row -> Long.toString(row.number()));
  }

  private static void addTerms(
      ObligedFilter filter,
      @Nullable List<Integer> communes,
      List<String> terms,
      Map<String, Object> values) {
    if (communes != null) {
      terms.add("o.unit_id = any(:communes)");
      values.put("communes", communes.toArray(Integer[]::new));
    }
    add("o.sector = :sector", "sector", filter.sector(), terms, values);
    add("o.type = :type", "type", filter.type(), terms, values);
    ObligedState state = filter.state();
    add("o.state = :state", "state", state == null ? null : state.key(), terms, values);
    String text = filter.text();
    if (text != null && !text.isBlank()) {
      if (text.length() > PlaceListTable.TEXT_LENGTH_MOST) {
        throw Refusal.invalid("places.refused.search-too-long", PlaceListTable.TEXT_LENGTH_MOST);
      }
      terms.add("o.search @@ to_tsquery('simple', :query)");
      values.put("query", query(text));
    }
  }

  private static String query(String text) {
    return Arrays.stream(PlaceText.fold(text).split(" ", -1))
        .filter(word -> !word.isEmpty())
        .map(word -> word + ":*")
        .collect(Collectors.joining(" & "));
  }

  private static void add(
      String term,
      String name,
      @Nullable String value,
      List<String> terms,
      Map<String, Object> values) {
    if (value != null && !value.isEmpty()) {
      terms.add(term);
      values.put(name, value);
    }
  }

  private Optional<ObligedRow> one(PlaceScope scope, UUID id, String lock) {
    return jdbc.sql(
            "select %s from places.obliged o where o.public_id = :id and %s%s"
                .formatted(COLUMNS, scope.sql(), lock))
        .param("id", id)
        .params(scope.parameters())
        .query(ObligedTable::row)
        .optional();
  }

  private void record(
      long entry,
      String what,
      @Nullable Long place,
      Instant now,
      long by,
      @Nullable String reason) {
    jdbc.sql(
            """
            insert into places.obliged_step (obliged, what, place, at, by, reason)
            values (:entry, :what, :place, :now, :by, :reason)
            """)
        .param("entry", entry)
        .param("what", what)
        .param("place", place)
        .param("now", Timestamp.from(now))
        .param("by", by)
        .param("reason", reason)
        .update();
  }

  private static long key(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException noKey) {
      throw Refusal.invalid("places.refused.page-key");
    }
  }

  private static ObligedRow row(ResultSet row, int index) throws SQLException {
    return new ObligedRow(
        row.getLong("number"),
        Objects.requireNonNull(row.getObject("public_id", UUID.class)),
        PlaceCardTable.text(row, "name"),
        PlaceCardTable.text(row, "address"),
        PlaceCardTable.text(row, "type"),
        row.getInt("unit_id"),
        PlaceCardTable.text(row, "sector"),
        PlaceCardTable.text(row, "document"),
        ObligedState.valueOf(PlaceCardTable.text(row, "state").toUpperCase(Locale.ROOT)),
        row.getObject("place_id", UUID.class),
        Objects.requireNonNull(PlaceCardTable.instant(row, "entered_at")),
        row.getLong("entered_by"));
  }
}
