package vn.lachan.app.places;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Reach;

/** Reads figures that were added up beforehand: a day's cells, never a place. */
@Component
class CoverageReadTable {
  private final JdbcClient jdbc;

  CoverageReadTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The figures of one commune, sector or kind. */
  record Sum(String key, CoverageFigures figures) {}

  /** The communes, as entered, that have a figure in the period and lie within the reach. */
  List<Integer> communes(Reach reach, CoverageQuestion question) {
    Map<String, Object> values = new TreeMap<>(reach.parameters());
    String terms = terms(reach, question, null, values);
    return jdbc.sql("select distinct c.unit_id from places.coverage_cell c where " + terms)
        .params(values)
        .query((row, index) -> row.getInt(1))
        .list();
  }

  List<Sum> sums(Reach reach, CoverageQuestion question, @Nullable List<Integer> communes) {
    Map<String, Object> values = new TreeMap<>(reach.parameters());
    String terms = terms(reach, question, communes, values);
    String column =
        switch (question.by()) {
          case UNIT -> "c.unit_id";
          case SECTOR -> "c.sector";
          case TYPE -> "c.type";
        };
    return jdbc.sql(
            """
            select %s::text as key, sum(registered) as registered, sum(waiting) as waiting,
              sum(listed) as listed, sum(active) as active, sum(never) as never,
              sum(silent) as silent, sum(visits) as visits, sum(visitors) as visitors,
              sum(expecting) as expecting, sum(expected) as expected,
              sum(expected_visitors) as came
            from places.coverage_cell c where %s group by 1 order by 1
            """
                .formatted(column, terms))
        .params(values)
        .query(CoverageReadTable::sum)
        .list();
  }

  private static String terms(
      Reach reach,
      CoverageQuestion question,
      @Nullable List<Integer> communes,
      Map<String, Object> values) {
    List<String> terms =
        new ArrayList<>(
            List.of("c.day = :day", "c.days = :days", reach.sql("c.unit_id", "c.sector", null)));
    values.put("day", question.day());
    values.put("days", question.days());
    if (question.sector() != null) {
      terms.add("c.sector = :sector");
      values.put("sector", question.sector());
    }
    if (question.type() != null) {
      terms.add("c.type = :type");
      values.put("type", question.type());
    }
    if (communes != null) {
      terms.add("c.unit_id = any(:communes)");
      values.put("communes", communes.toArray(Integer[]::new));
    }
    return String.join(" and ", terms);
  }

  private static Sum sum(ResultSet row, int index) throws SQLException {
    return new Sum(
        PlaceCardTable.text(row, "key"),
        new CoverageFigures(
            row.getInt("registered"),
            row.getInt("waiting"),
            row.getInt("listed"),
            row.getInt("active"),
            row.getInt("never"),
            row.getInt("silent"),
            row.getLong("visits"),
            row.getLong("visitors"),
            row.getInt("expecting"),
            row.getLong("expected"),
            row.getLong("came")));
  }
}
