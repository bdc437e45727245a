package vn.lachan.app.casework;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.access.Reach;
import vn.lachan.app.kernel.Columns;
import vn.lachan.app.kernel.Refusal;

/** A filter of tasks as conditions over {@code casework.task t}; values are parameters only. */
final class TaskQuery {
  private TaskQuery() {}

  static String where(
      Reach reach,
      TaskFilter filter,
      Instant now,
      @Nullable String after,
      Map<String, Object> values) {
    var where = new StringBuilder("where c.closed_at is null and t.needed and ");
    where.append(reach.sql("t.unit_id", null, null));
    if (filter.state() == null) {
      where.append(" and not t.finished");
    } else {
      where.append(" and t.state = :state");
      values.put("state", filter.state().name());
    }
    if (filter.overdueOnly()) {
      where.append(" and t.due_at < :now and not t.finished");
      values.put("now", Columns.time(now));
    }
    if (filter.kind() != null) {
      where.append(" and t.kind = :kind");
      values.put("kind", filter.kind().name());
    }
    if (filter.closeOnly()) {
      where.append(" and t.close");
    }
    if (filter.caseNumber() != null) {
      where.append(" and t.case_file = :case");
      values.put("case", filter.caseNumber());
    }
    if (filter.unit() != null) {
      where.append(
          " and t.unit_id in (select unit_id from units.within where ancestor_id = :unit)");
      values.put("unit", filter.unit());
    }
    if (after != null) {
      where.append(" and (t.due_at, t.number) > (:dueAfter, :numberAfter)");
      addKey(after, values);
    }
    return where.toString();
  }

  static String key(TaskTable.Row row) {
    return row.dueAt() + "_" + row.number();
  }

  private static void addKey(String key, Map<String, Object> values) {
    try {
      String[] parts = key.split("_", 2);
      values.put("dueAfter", Columns.time(Instant.parse(parts[0])));
      values.put("numberAfter", Long.parseLong(parts[parts.length - 1]));
    } catch (DateTimeException | NumberFormatException _) {
      throw Refusal.invalid("casework.refused.page");
    }
  }
}
