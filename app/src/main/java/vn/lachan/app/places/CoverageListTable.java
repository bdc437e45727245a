package vn.lachan.app.places;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.kernel.Refusal;

/**
 * The places behind a figure, the newest first. Rare ones, such as dead points in a province where
 * few are, are looked for only among the communes and kinds whose cells count any.
 */
@Component
class CoverageListTable {
  /** A day is counted in Viet Nam whatever zone people read times in, as visits are. */
  static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private static final String SCANNED =
      """
      exists (select from places.activity s
        where s.place = p.number and s.day >= :first and s.day <= :day)""";
  private static final String OPEN_LONG = "p.status = 'open' and p.status_since < :deadBefore";
  private static final String SCANNED_LATELY =
      """
      exists (select from places.activity s
        where s.place = p.number and s.day > :deadDay and s.day <= :day)""";
  private static final String SCANNED_EVER =
      "exists (select from places.activity s where s.place = p.number and s.day <= :day)";

  private final JdbcClient jdbc;

  CoverageListTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Page<CoveragePlace> page(
      PlaceScope scope,
      CoverageQuestion question,
      CoverageFigure figure,
      @Nullable List<Integer> communes,
      int deadDays,
      @Nullable String after,
      int rows) {
    Map<String, Object> values = new TreeMap<>(scope.parameters());
    String terms = terms(scope, question, figure, communes, deadDays, after, values);
    List<CoveragePlace> found =
        jdbc.sql(
                """
                select p.number, p.public_id, p.code, p.name, p.address, p.unit_id, p.type,
                  p.sector, p.status, p.status_since, p.revision, p.expected_visitors, a.visits, a.visitors,
                  (select max(l.day) from places.activity l
                    where l.place = p.number and l.day <= :day) as last_day
                from places.place p
                left join lateral (
                  select sum(s.visits) as visits, sum(s.visitors) as visitors
                  from places.activity s
                  where s.place = p.number and s.day >= :first and s.day <= :day) a on true
                where %s order by p.number desc limit :rows
                """
                    .formatted(terms))
            .params(values)
            .param("rows", rows + 1)
            .query(CoverageListTable::row)
            .list();
    return Page.of(found, rows, row -> Long.toString(row.place().number()));
  }

  private static String terms(
      PlaceScope scope,
      CoverageQuestion question,
      CoverageFigure figure,
      @Nullable List<Integer> communes,
      int deadDays,
      @Nullable String after,
      Map<String, Object> values) {
    List<String> terms = new ArrayList<>(List.of(scope.sql(), "p.must_register", VALID));
    LocalDate deadDay = question.day().minusDays(deadDays);
    values.put("day", question.day());
    values.put("first", question.firstDay());
    values.put("deadDay", deadDay);
    values.put("deadBefore", midnight(deadDay.plusDays(1)));
    values.put("since", midnight(question.day()));
    values.put("until", midnight(question.day().plusDays(1)));
    values.put("days", question.days());
    terms.add(condition(figure));
    rare(figure, terms);
    add("p.sector = :sector", "sector", question.sector(), terms, values);
    add("p.type = :type", "type", question.type(), terms, values);
    if (communes != null) {
      terms.add("p.unit_id = any(:communes)");
      values.put("communes", communes.toArray(Integer[]::new));
    }
    if (after != null) {
      terms.add("p.number < :after");
      values.put("after", key(after));
    }
    return String.join(" and ", terms);
  }

  private static final String VALID =
      """
      (p.valid_from is null or p.valid_from < :until)
      and (p.valid_to is null or p.valid_to > :since)""";

  private static String condition(CoverageFigure figure) {
    return switch (figure) {
      case MUST -> "p.status in ('open', 'submitted', 'returned')";
      case REGISTERED -> "p.status = 'open'";
      case WAITING -> "p.status in ('submitted', 'returned')";
      case ACTIVE -> "p.status = 'open' and " + SCANNED;
      case IDLE -> "p.status = 'open' and not " + SCANNED;
      case DEAD -> OPEN_LONG + " and not " + SCANNED_LATELY;
      case NEVER -> OPEN_LONG + " and not " + SCANNED_EVER;
      case SILENT -> OPEN_LONG + " and " + SCANNED_EVER + " and not " + SCANNED_LATELY;
      case EXPECTING -> "p.status = 'open' and p.expected_visitors is not null";
    };
  }

  private static void rare(CoverageFigure figure, List<String> terms) {
    String counted =
        switch (figure) {
          case MUST, REGISTERED -> null;
          case WAITING -> "c.waiting > 0";
          case ACTIVE -> "c.active > 0";
          case IDLE -> "c.registered > c.active";
          case DEAD -> "c.never + c.silent > 0";
          case NEVER -> "c.never > 0";
          case SILENT -> "c.silent > 0";
          case EXPECTING -> "c.expecting > 0";
        };
    if (counted != null) {
      terms.add(
          """
          (p.unit_id, p.type) in (select c.unit_id, c.type from places.coverage_cell c
            where c.day = :day and c.days = :days and %s)"""
              .formatted(counted));
    }
  }

  private static void add(
      String term,
      String name,
      @Nullable String value,
      List<String> terms,
      Map<String, Object> values) {
    if (value != null) {
      terms.add(term);
      values.put(name, value);
    }
  }

  private static Timestamp midnight(LocalDate day) {
    return Timestamp.from(day.atStartOfDay(ZONE).toInstant());
  }

  private static long key(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException noKey) {
      throw Refusal.invalid("places.refused.page-key");
    }
  }

  private static CoveragePlace row(ResultSet row, int index) throws SQLException {
    return new CoveragePlace(
        PlaceListTable.row(row, index),
        row.getLong("visits"),
        row.getLong("visitors"),
        row.getObject("expected_visitors", Integer.class),
        row.getObject("last_day", LocalDate.class));
  }
}
