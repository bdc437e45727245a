package vn.lachan.app.tracing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.kernel.Columns;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.engine.tracing.ContactClass;

/** A filter as conditions over {@code tracing.contact c}; values are parameters only. */
final class ContactQuery {
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> parameters = new HashMap<>();

  ContactQuery(long trace, ContactFilter filter) {
    where("c.trace = :trace", "trace", trace);
    where("c.generation = :generation", "generation", filter.generation());
    if (filter.contactClass() != null) {
      where("c.casual = :casual", "casual", filter.contactClass() == ContactClass.CASUAL);
    }
    where("(c.withdrawn_at is not null) = :withdrawn", "withdrawn", filter.withdrawn());
    where("c.minutes >= :minutes", "minutes", filter.minimumMinutes());
    if (filter.newSince() != null) {
      where("c.listed_at >= :since", "since", Columns.time(filter.newSince()));
    }
    where(exposure("e.place = :place"), "place", filter.place());
    where(exposure("e.via = :via"), "via", filter.via());
    where(
        "c.unit_id in (select unit_id from units.within where ancestor_id = :unit)",
        "unit",
        filter.unit());
    if (filter.only() != null) {
      where("c.person = any(:only)", "only", filter.only().toArray(Long[]::new));
    }
    if (!filter.except().isEmpty()) {
      where("c.person <> all(:except)", "except", filter.except().toArray(Long[]::new));
    }
  }

  /** Only what comes after the key of a page; errors: {@code tracing.refused.page}. */
  void after(@Nullable String key, ContactFilter.Order order) {
    if (key == null) {
      return;
    }
    long[] numbers = numbers(key);
    if (order == ContactFilter.Order.RISK && numbers.length == 4) {
      conditions.add(
          "(c.generation, c.casual, -c.minutes, c.person) > (:k0, :k1 = 1, -:k2::int, :k3)");
    } else if (order == ContactFilter.Order.LATEST && numbers.length == 2) {
      conditions.add("(-extract(epoch from c.last_at)::bigint, c.person) > (-:k0::bigint, :k1)");
    } else if (order == ContactFilter.Order.MINUTES && numbers.length == 2) {
      conditions.add("(-c.minutes, c.person) > (-:k0::bigint, :k1)");
    } else if (order == ContactFilter.Order.LISTED && numbers.length == 2) {
      conditions.add(
          "(-floor(extract(epoch from c.listed_at))::bigint, c.person) > (-:k0::bigint, :k1)");
    } else {
      throw Refusal.invalid("tracing.refused.page");
    }
    for (int i = 0; i < numbers.length; i++) {
      parameters.put("k" + i, numbers[i]);
    }
  }

  static String key(ContactRow row, ContactFilter.Order order) {
    return switch (order) {
      case RISK ->
          row.generation()
              + "."
              + (row.contactClass() == ContactClass.CASUAL ? 1 : 0)
              + "."
              + row.minutes()
              + "."
              + row.person();
      case LATEST -> row.lastAt().getEpochSecond() + "." + row.person();
      case MINUTES -> row.minutes() + "." + row.person();
      case LISTED -> row.listedAt().getEpochSecond() + "." + row.person();
    };
  }

  static String orderBy(ContactFilter.Order order) {
    return switch (order) {
      case RISK -> "c.generation, c.casual, -c.minutes, c.person";
      case LATEST -> "-extract(epoch from c.last_at)::bigint, c.person";
      case MINUTES -> "-c.minutes, c.person";
      case LISTED -> "-floor(extract(epoch from c.listed_at))::bigint, c.person";
    };
  }

  String sql() {
    return String.join(" and ", conditions);
  }

  Map<String, Object> parameters() {
    return parameters;
  }

  private static String exposure(String condition) {
    return "exists (select from tracing.exposure e where e.trace = c.trace and e.person = c.person"
        + " and "
        + condition
        + ")";
  }

  private static long[] numbers(String key) {
    try {
      String[] parts = key.split("\\.", 5);
      long[] numbers = new long[parts.length];
      for (int i = 0; i < parts.length; i++) {
        numbers[i] = Long.parseLong(parts[i]);
      }
      return numbers;
    } catch (NumberFormatException _) {
      throw Refusal.invalid("tracing.refused.page");
    }
  }

  private void where(String condition, String name, @Nullable Object value) {
    if (value != null) {
      conditions.add(condition);
      parameters.put(name, value);
    }
  }
}
