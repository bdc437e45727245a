package vn.lachan.app.declarations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Reach;
import vn.lachan.app.kernel.Columns;
import vn.lachan.app.kernel.Refusal;

/** Stays told of in words, by the words. */
@Component
class SettlingTable {
  private static final String GROUPS =
      """
      select s.whole, count(*)::int as stays, count(distinct s.person)::int as persons,
        min(s.from_at) as from_at, max(s.to_at) as to_at, max(s.declaration) as sample,
        max(s.place) as place, max(s.settled_by) as settled_by, max(s.settled_at) as settled_at
      from declarations.stay s join declarations.declaration d on d.number = s.declaration
      """;

  private final JdbcClient jdbc;

  SettlingTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Some words; {@code sample} is a declaration in which they stand. */
  record Words(
      long whole,
      int stays,
      int persons,
      Instant from,
      Instant to,
      long sample,
      @Nullable Long place,
      @Nullable Long settledBy,
      @Nullable Instant settledAt) {}

  List<Words> unsettled(Reach reach, Instant since, @Nullable String after, int rows) {
    Map<String, Object> values = new HashMap<>(reach.parameters());
    String having = "";
    if (after != null && !after.isEmpty()) {
      if (!after.matches("\\d{1,12}_-?\\d{1,19}")) {
        throw Refusal.invalid("declarations.refused.page");
      }
      String[] key = after.split("_", 2);
      having = " having (extract(epoch from max(s.to_at))::bigint, s.whole) < (:at, :whole)";
      values.put("at", Long.parseLong(key[0]));
      values.put("whole", Long.parseLong(key[1]));
    }
    return jdbc.sql(
            GROUPS
                + " where s.place is null and s.unit_id is null and s.whole is not null"
                + " and s.to_at > :since and d.sealed is not null and "
                + reach.sql("d.unit_id", null, "d.place")
                + " group by s.whole"
                + having
                + " order by extract(epoch from max(s.to_at))::bigint desc, s.whole desc limit :rows")
        .params(values)
        .param("since", Columns.time(since))
        .param("rows", rows)
        .query(SettlingTable::words)
        .list();
  }

  static String key(Words words) {
    return words.to().getEpochSecond() + "_" + words.whole();
  }

  List<Words> settled(Reach reach, int rows) {
    return jdbc.sql(
            GROUPS
                + " where s.settled_at is not null and s.whole is not null and d.sealed is not null and "
                + reach.sql("d.unit_id", null, "d.place")
                + " group by s.whole, s.place order by max(s.settled_at) desc, s.whole limit :rows")
        .params(reach.parameters())
        .param("rows", rows)
        .query(SettlingTable::words)
        .list();
  }

  int settle(Reach reach, long whole, long place, long account, Instant now) {
    return jdbc.sql(
            """
            update declarations.stay s set place = :place, settled_by = :account, settled_at = :now
            from declarations.declaration d
            where d.number = s.declaration and s.whole = :whole and s.place is null
              and s.unit_id is null and
            """
                + reach.sql("d.unit_id", null, "d.place"))
        .params(reach.parameters())
        .param("whole", whole)
        .param("place", place)
        .param("account", account)
        .param("now", Columns.time(now))
        .update();
  }

  int unsettle(Reach reach, long whole, long place) {
    return jdbc.sql(
            """
            update declarations.stay s set place = null, settled_by = null, settled_at = null
            from declarations.declaration d
            where d.number = s.declaration and s.whole = :whole and s.place = :place
              and s.settled_at is not null and
            """
                + reach.sql("d.unit_id", null, "d.place"))
        .params(reach.parameters())
        .param("whole", whole)
        .param("place", place)
        .update();
  }

  private static Words words(ResultSet row, int index) throws SQLException {
    return new Words(
        row.getLong("whole"),
        row.getInt("stays"),
        row.getInt("persons"),
        Columns.instant(row, "from_at"),
        Columns.instant(row, "to_at"),
        row.getLong("sample"),
        row.getObject("place", Long.class),
        row.getObject("settled_by", Long.class),
        Columns.instantOrNull(row, "settled_at"));
  }
}
