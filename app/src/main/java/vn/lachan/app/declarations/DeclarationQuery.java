package vn.lachan.app.declarations;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.kernel.Columns;
import vn.lachan.app.kernel.Refusal;

/**
 * A filter of declarations as conditions over {@code declarations.declaration d}; values are
 * parameters only. Each condition is written only where it is asked for, so that the planner sees
 * which index fits.
 */
final class DeclarationQuery {
  private DeclarationQuery() {}

  /**
   * @param place the number of the filter's place
   * @param persons records searched for; null where nobody is
   */
  record Wanted(
      DeclarationFilter filter, @Nullable Long place, @Nullable Collection<Long> persons) {}

  static String from(Wanted wanted) {
    return wanted.filter().warning() == null
        ? "from declarations.declaration d "
        : "from declarations.fired f join declarations.declaration d on d.number = f.declaration ";
  }

  static String where(
      DeclarationArea area,
      Wanted wanted,
      ZoneId zone,
      @Nullable String after,
      Map<String, Object> values) {
    DeclarationFilter filter = wanted.filter();
    // A warning's own time stands in the index of warnings: the list follows that one then.
    String at = filter.warning() == null ? "d.declared_at" : "f.declared_at";
    var where = new StringBuilder("where " + area.sql("d", values));
    equal(where, values, "d.form", "form", filter.form());
    equal(where, values, "d.level", "level", filter.level() == null ? null : filter.level().name());
    equal(where, values, "d.way", "way", filter.way() == null ? null : filter.way().name());
    equal(where, values, "d.place", "place", wanted.place());
    equal(where, values, "f.code", "warning", filter.warning());
    equal(where, values, "d.paper_serial", "serial", filter.serial());
    if (wanted.persons() != null) {
      where.append(" and d.person = any(:persons)");
      values.put("persons", wanted.persons().toArray(Long[]::new));
    }
    if (filter.from() != null) {
      where.append(" and ").append(at).append(" >= :fromDay");
      values.put("fromDay", Columns.time(filter.from().atStartOfDay(zone).toInstant()));
    }
    if (filter.to() != null) {
      where.append(" and ").append(at).append(" < :toDay");
      values.put("toDay", Columns.time(filter.to().plusDays(1).atStartOfDay(zone).toInstant()));
    }
    if (after != null && !after.isEmpty()) {
      String number = filter.warning() == null ? "d.number" : "f.declaration";
      where.append(" and (" + at + ", " + number + ") < (:atAfter, :numberAfter)");
      addKey(after, values);
    }
    return where.toString();
  }

  static String order(Wanted wanted) {
    return wanted.filter().warning() == null
        ? " order by d.declared_at desc, d.number desc"
        : " order by f.declared_at desc, f.declaration desc";
  }

  static String key(DeclarationListTable.Row row) {
    return row.declaredAt() + "_" + row.number();
  }

  private static void equal(
      StringBuilder where,
      Map<String, Object> values,
      String column,
      String name,
      @Nullable Object value) {
    if (value != null) {
      where.append(" and ").append(column).append(" = :").append(name);
      values.put(name, value);
    }
  }

  private static void addKey(String key, Map<String, Object> values) {
    try {
      String[] parts = key.split("_", 2);
      values.put("atAfter", Columns.time(Instant.parse(parts[0])));
      values.put("numberAfter", Long.parseLong(parts[parts.length - 1]));
    } catch (DateTimeException | NumberFormatException _) {
      throw Refusal.invalid("declarations.refused.page");
    }
  }
}
