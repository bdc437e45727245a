package vn.lachan.app.gates;

import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.access.Reach;
import vn.lachan.app.kernel.Refusal;

/**
 * A filter of trips as conditions over {@code gates.trip t}; values are parameters only.
 *
 * @param place the number of the filter's place; null for all
 * @param plate hashes of the plate that is searched for; null where none is
 * @param after the key of the last row of the page before
 */
record TripQuery(
    @Nullable Long place,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable TripDecision decision,
    @Nullable List<byte[]> plate,
    @Nullable String after) {
  static String key(TripTable.Row row) {
    return row.at() + "_" + row.number();
  }

  String where(Reach reach, Map<String, Object> values) {
    var where = new StringBuilder(" where " + reach.sql("t.unit_id", "t.sector", "t.place"));
    if (place != null) {
      where.append(" and t.place = :place");
      values.put("place", place);
    }
    if (from != null) {
      where.append(" and t.at >= :from");
      values.put("from", Timestamp.from(from));
    }
    if (to != null) {
      where.append(" and t.at < :to");
      values.put("to", Timestamp.from(to));
    }
    if (decision != null) {
      where.append(" and t.decision = :decision");
      values.put("decision", decision.name());
    }
    if (plate != null) {
      where.append(" and t.plate_hash = any(:plate)");
      values.put("plate", plate.toArray(byte[][]::new));
    }
    if (after != null && !after.isEmpty()) {
      where.append(" and (t.at, t.number) < (:atAfter, :numberAfter)");
      addKey(after, values);
    }
    return where.toString();
  }

  private static void addKey(String key, Map<String, Object> values) {
    try {
      String[] parts = key.split("_", 2);
      values.put("atAfter", Timestamp.from(Instant.parse(parts[0])));
      values.put("numberAfter", Long.parseLong(parts[parts.length - 1]));
    } catch (DateTimeException | NumberFormatException wrong) {
      throw Refusal.invalid("gates.refused.page");
    }
  }
}
