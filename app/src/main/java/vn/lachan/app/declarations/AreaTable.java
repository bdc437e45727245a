package vn.lachan.app.declarations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Columns;
import vn.lachan.app.kernel.Refusal;

/** The list of areas with an outbreak. */
@Component
class AreaTable {
  private static final String COLUMNS =
      """
      select number, public_id, unit_id, name, plain_name, kind, from_day, to_day, document,
        compared, entered_by, entered_at, withdrawn_by, withdrawn_at, withdrawn_for
      from declarations.listed_area
      """;

  private final JdbcClient jdbc;

  AreaTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A row; {@code plainName} is the name without accents. */
  record Row(
      long number,
      UUID publicId,
      @Nullable Integer unit,
      @Nullable String name,
      @Nullable String plainName,
      ListedArea.Kind kind,
      LocalDate from,
      @Nullable LocalDate to,
      String document,
      boolean compared,
      long enteredBy,
      Instant enteredAt,
      @Nullable Long withdrawnBy,
      @Nullable Instant withdrawnAt,
      @Nullable String withdrawnFor) {
    boolean overlaps(LocalDate first, LocalDate last) {
      return !from.isAfter(last) && (to == null || !to.isBefore(first));
    }
  }

  List<Row> page(@Nullable LocalDate onDay, @Nullable String after, int rows) {
    String[] key = after == null ? new String[] {"9999-12-31", "0"} : key(after);
    return jdbc.sql(
            COLUMNS
                + (onDay == null
                    ? "where true "
                    : "where withdrawn_at is null and from_day <= :day and coalesce(to_day, :day) >= :day ")
                + (after == null
                    ? ""
                    : "and (from_day, number) < (:fromAfter::date, :numberAfter) ")
                + "order by from_day desc, number desc limit :rows")
        .param("day", onDay)
        .param("fromAfter", key[0])
        .param("numberAfter", Long.parseLong(key[1]))
        .param("rows", rows)
        .query(AreaTable::row)
        .list();
  }

  static String key(Row row) {
    return row.from() + "_" + row.number();
  }

  /** What was listed on any of these days and not taken back. */
  List<Row> during(LocalDate first, LocalDate last, int most) {
    return jdbc.sql(
            COLUMNS
                + """
                where withdrawn_at is null and from_day <= :last
                  and coalesce(to_day, :last) >= :first
                order by from_day desc, number desc limit :most
                """)
        .param("first", first)
        .param("last", last)
        .param("most", most)
        .query(AreaTable::row)
        .list();
  }

  Optional<Row> find(UUID id) {
    return jdbc.sql(COLUMNS + "where public_id = :id")
        .param("id", id)
        .query(AreaTable::row)
        .optional();
  }

  UUID insert(NewArea area, @Nullable String plainName, long account, Instant now) {
    return jdbc.sql(
            """
            insert into declarations.listed_area (unit_id, name, plain_name, kind, from_day, to_day,
              document, compared, entered_by, entered_at)
            values (:unit, :name, :plainName, :kind, :from, :to, :document, :compared, :account, :now)
            returning public_id
            """)
        .param("unit", area.unit())
        .param("name", area.name())
        .param("plainName", plainName)
        .param("kind", area.kind().name())
        .param("from", area.from())
        .param("to", area.to())
        .param("document", area.document())
        .param("compared", area.compared())
        .param("account", account)
        .param("now", Columns.time(now))
        .query(UUID.class)
        .single();
  }

  boolean end(long number, LocalDate lastDay, long account, Instant now) {
    return jdbc.sql(
                """
                update declarations.listed_area
                set to_day = :lastDay, ended_by = :account, ended_at = :now
                where number = :number and withdrawn_at is null
                """)
            .param("number", number)
            .param("lastDay", lastDay)
            .param("account", account)
            .param("now", Columns.time(now))
            .update()
        > 0;
  }

  boolean withdraw(long number, String reason, long account, Instant now) {
    return jdbc.sql(
                """
                update declarations.listed_area
                set withdrawn_by = :account, withdrawn_at = :now, withdrawn_for = :reason
                where number = :number and withdrawn_at is null
                """)
            .param("number", number)
            .param("reason", reason)
            .param("account", account)
            .param("now", Columns.time(now))
            .update()
        > 0;
  }

  private static String[] key(String after) {
    if (!after.matches("\\d{4}-\\d{2}-\\d{2}_\\d{1,18}")) {
      throw Refusal.invalid("declarations.refused.page");
    }
    return after.split("_", 2);
  }

  private static Row row(ResultSet row, int index) throws SQLException {
    return new Row(
        row.getLong("number"),
        Columns.uuid(row, "public_id"),
        row.getObject("unit_id", Integer.class),
        row.getString("name"),
        row.getString("plain_name"),
        ListedArea.Kind.valueOf(Columns.text(row, "kind")),
        Columns.day(row, "from_day"),
        row.getObject("to_day", LocalDate.class),
        Columns.text(row, "document"),
        row.getBoolean("compared"),
        row.getLong("entered_by"),
        Columns.instant(row, "entered_at"),
        row.getObject("withdrawn_by", Long.class),
        Columns.instantOrNull(row, "withdrawn_at"),
        row.getString("withdrawn_for"));
  }
}
