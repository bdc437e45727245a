package vn.lachan.app.places;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.engine.scan.PlaceCode;
import vn.lachan.engine.scan.Reading;

/**
 * Lists of places, paged by key. Only the conditions that a filter needs are written, so that the
 * planner sees which index serves them; drafts are in no list.
 */
@Component
class PlaceListTable {
  static final int TEXT_LENGTH_MOST = 100;
  private static final int WORDS_MOST = 8;
  private static final String COLUMNS =
      """
      p.number, p.public_id, p.code, p.name, p.address, p.unit_id, p.type, p.sector, p.status,
      p.status_since, p.revision
      """;

  private final JdbcClient jdbc;

  PlaceListTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The newest first; the key is the number of the last row. */
  Page<PlaceRow> page(PlaceScope scope, PlaceFilter filter, @Nullable String after, int rows) {
    List<String> terms = new ArrayList<>(List.of(scope.sql(), "p.status <> 'draft'"));
    Map<String, Object> values = new TreeMap<>(scope.parameters());
    addTerms(filter, terms, values);
    if (after != null) {
      terms.add("p.number < :after");
      values.put("after", key(after));
    }
    Set<Integer> ancestors = ancestors(scope, filter);
    String sql =
        ancestors.isEmpty() || values.containsKey("query")
            ? select(terms, order(values))
            : selectByCommune(terms);
    values.put("ancestors", ancestors.toArray(Integer[]::new));
    List<PlaceRow> found =
        jdbc.sql(sql).params(values).param("rows", rows + 1).query(PlaceListTable::row).list();
    return Page.of(found, rows, row -> Long.toString(row.number()));
  }

  private static String select(List<String> terms, String order) {
    return "select "
        + COLUMNS
        + " from places.place p where "
        + String.join(" and ", terms)
        + " order by "
        + order
        + " limit :rows";
  }

  /**
   * The newest of each commune, and of these the newest. Otherwise the planner walks all places
   * from the newest down to find those of one province: with a million places 0.9 s instead of
   * 0.014 s where they were registered province by province.
   */
  private static String selectByCommune(List<String> terms) {
    return "select "
        + COLUMNS
        + " from (select distinct unit_id from units.within where ancestor_id = any(:ancestors)) w"
        + " cross join lateral (select * from places.place p where p.unit_id = w.unit_id and "
        + String.join(" and ", terms)
        + " order by p.number desc limit :rows) p order by p.number desc limit :rows";
  }

  /** A rare status has an index of its own that is quicker than any commune's. */
  private static Set<Integer> ancestors(PlaceScope scope, PlaceFilter filter) {
    boolean rare = filter.status() != null && filter.status() != Status.OPEN;
    Integer unit = filter.unit();
    if (rare) {
      return Set.of();
    }
    return unit == null ? Set.copyOf(scope.ancestors()) : Set.of(unit);
  }

  /** Those entered one by one, without what was closed again. */
  List<PlaceRow> enteredBy(PlaceScope scope, long account, int rows) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + " from places.place p where p.created_by = :account"
                + " and p.status in ('submitted', 'open') and not exists"
                + " (select from places.import_row r where r.place = p.number) and "
                + scope.sql()
                + " order by p.number desc limit :rows")
        .params(scope.parameters())
        .param("account", account)
        .param("rows", rows)
        .query(PlaceListTable::row)
        .list();
  }

  /** The longest waiting first; the key is since when, in microseconds, and the number. */
  Page<PlaceRow> waiting(PlaceScope scope, @Nullable String after, int rows) {
    Map<String, Object> values = new TreeMap<>(scope.parameters());
    String later = "";
    if (after != null) {
      String[] parts = after.split("\\.", -1);
      if (parts.length != 2) {
        throw badKey();
      }
      values.put("afterSince", Timestamp.from(Instant.EPOCH.plusNanos(key(parts[0]) * 1_000)));
      values.put("afterNumber", key(parts[1]));
      later = " and (p.status_since, p.number) > (:afterSince, :afterNumber)";
    }
    List<PlaceRow> found =
        jdbc.sql(
                "select "
                    + COLUMNS
                    + " from places.place p where p.status = 'submitted' and "
                    + scope.sql()
                    + later
                    + " order by p.status_since, p.number limit :rows")
            .params(values)
            .param("rows", rows + 1)
            .query(PlaceListTable::row)
            .list();
    return Page.of(found, rows, PlaceListTable::waitingKey);
  }

  /** A condition with those of a filter, for others who take places by a filter. */
  static PrintTable.Selection narrowed(String sql, PlaceFilter filter, Map<String, Object> values) {
    List<String> terms = new ArrayList<>(List.of(sql));
    addTerms(filter, terms, values);
    return new PrintTable.Selection(String.join(" and ", terms), values);
  }

  /**
   * With a text, the order hides from the planner that an index gives it: it takes the beginnings
   * of rare words for common ones and would walk the whole table from its end for a single row.
   */
  private static String order(Map<String, Object> values) {
    return values.containsKey("query") ? "p.number + 0 desc" : "p.number desc";
  }

  private static void addTerms(PlaceFilter filter, List<String> terms, Map<String, Object> values) {
    if (filter.unit() != null) {
      terms.add("p.unit_id in (select unit_id from units.within where ancestor_id = :unit)");
      values.put("unit", filter.unit());
    }
    addTerm("p.type = :type", "type", filter.type(), terms, values);
    addTerm("p.sector = :sector", "sector", filter.sector(), terms, values);
    Status status = filter.status();
    addTerm("p.status = :status", "status", status == null ? null : status.key(), terms, values);
    String text = filter.text();
    if (text != null && !text.isBlank()) {
      addText(text, terms, values);
    }
  }

  private static void addTerm(
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

  /**
   * A good place code finds its place; anything else is beginnings of words, all of which must be.
   */
  private static void addText(String text, List<String> terms, Map<String, Object> values) {
    if (text.length() > TEXT_LENGTH_MOST) {
      throw Refusal.invalid("places.refused.search-too-long", TEXT_LENGTH_MOST);
    }
    if (PlaceCode.parse(text) instanceof Reading.Accepted<PlaceCode>(PlaceCode code)) {
      terms.add("p.code = :code");
      values.put("code", code.symbols());
      return;
    }
    String query =
        Arrays.stream(PlaceText.fold(text).split(" ", -1))
            .filter(word -> !word.isEmpty())
            .limit(WORDS_MOST)
            .map(word -> word + ":*")
            .collect(Collectors.joining(" & "));
    terms.add(query.isEmpty() ? "false" : "p.search @@ to_tsquery('simple', :query)");
    values.put("query", query);
  }

  private static long key(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException noKey) {
      throw badKey();
    }
  }

  private static Refusal badKey() {
    return Refusal.invalid("places.refused.page-key");
  }

  private static String waitingKey(PlaceRow row) {
    Instant since = row.since();
    long micros = since.getEpochSecond() * 1_000_000 + since.getNano() / 1_000;
    return micros + "." + row.number();
  }

  static PlaceRow row(ResultSet row, int index) throws SQLException {
    return new PlaceRow(
        row.getLong("number"),
        Objects.requireNonNull(row.getObject("public_id", UUID.class)),
        new PlaceCode(PlaceCardTable.text(row, "code")),
        PlaceCardTable.text(row, "name"),
        PlaceCardTable.text(row, "address"),
        row.getInt("unit_id"),
        PlaceCardTable.text(row, "type"),
        PlaceCardTable.text(row, "sector"),
        Status.of(PlaceCardTable.text(row, "status")),
        Objects.requireNonNull(PlaceCardTable.instant(row, "status_since")),
        row.getInt("revision"));
  }
}
