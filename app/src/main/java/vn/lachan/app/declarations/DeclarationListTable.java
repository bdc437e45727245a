package vn.lachan.app.declarations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Reach;
import vn.lachan.app.kernel.Columns;

/** Declarations as officers find them. */
@Component
class DeclarationListTable {
  private static final String COLUMNS =
      """
      select d.number, d.key, d.public_id, d.form, d.form_version, d.person, d.by_person, d.unit_id,
        d.place, d.way, d.level, d.declared_at, d.original_at, d.received_at, d.captured_by,
        d.paper_serial
      """;

  private final JdbcClient jdbc;
  private final ReachTable reaches;

  DeclarationListTable(JdbcClient jdbc, ReachTable reaches) {
    this.jdbc = jdbc;
    this.reaches = reaches;
  }

  /** A row of the list, without answers. */
  record Row(
      long number,
      UUID key,
      UUID publicId,
      String form,
      String formVersion,
      long person,
      @Nullable Long byPerson,
      int unit,
      @Nullable Long place,
      DeclarationWay way,
      Level level,
      Instant declaredAt,
      @Nullable Instant originalAt,
      Instant receivedAt,
      @Nullable Long capturedBy,
      @Nullable String paperSerial) {}

  List<Row> page(
      Reach reach, DeclarationQuery.Wanted wanted, ZoneId zone, @Nullable String after, int rows) {
    Map<String, Object> values = new HashMap<>();
    DeclarationArea area = reaches.area(reach, wanted.filter().unit());
    String where = DeclarationQuery.where(area, wanted, zone, after, values);
    return jdbc.sql(
            COLUMNS
                + DeclarationQuery.from(wanted)
                + where
                + DeclarationQuery.order(wanted)
                + " limit :rows")
        .params(values)
        .param("rows", rows)
        .query(DeclarationListTable::row)
        .list();
  }

  /** How many there are, counted up to this many. */
  int count(Reach reach, DeclarationQuery.Wanted wanted, ZoneId zone, int most) {
    Map<String, Object> values = new HashMap<>();
    DeclarationArea area = reaches.area(reach, wanted.filter().unit());
    String where = DeclarationQuery.where(area, wanted, zone, null, values);
    return jdbc.sql(
            "select count(*) from (select 1 "
                + DeclarationQuery.from(wanted)
                + where
                + " limit :most) c")
        .params(values)
        .param("most", most)
        .query(Integer.class)
        .single();
  }

  Optional<Row> inReach(Reach reach, UUID publicId) {
    return jdbc.sql(
            COLUMNS
                + "from declarations.declaration d where d.public_id = :id and "
                + reach.sql("d.unit_id", null, "d.place"))
        .params(reach.parameters())
        .param("id", publicId)
        .query(DeclarationListTable::row)
        .optional();
  }

  /** One for callers that checked by other means that it may be seen. */
  Optional<Row> find(UUID publicId) {
    return jdbc.sql(COLUMNS + "from declarations.declaration d where d.public_id = :id")
        .param("id", publicId)
        .query(DeclarationListTable::row)
        .optional();
  }

  /** The sealed answers of a row; empty once they were destroyed. */
  Optional<byte[]> sealed(long number) {
    return jdbc.sql(
            "select sealed from declarations.declaration where number = :number and sealed is not null")
        .param("number", number)
        .query((row, _) -> row.getBytes(1))
        .optional();
  }

  /** Which warnings fired, by declaration. */
  Map<Long, List<String>> fired(Collection<Long> numbers) {
    Map<Long, List<String>> fired = new HashMap<>();
    jdbc.sql(
            """
            select declaration, code from declarations.fired
            where declaration = any(:numbers) order by declaration, code
            """)
        .param("numbers", numbers.toArray(Long[]::new))
        .query(
            row -> {
              fired
                  .computeIfAbsent(row.getLong("declaration"), _ -> new java.util.ArrayList<>(2))
                  .add(Columns.text(row, "code"));
            });
    return fired;
  }

  /** The latest declarations on some forms since a moment, whoever made them. */
  List<Row> latest(Collection<String> forms, Instant since, int rows) {
    return jdbc.sql(
            COLUMNS
                + """
                from declarations.declaration d
                where d.form = any(:forms) and d.declared_at >= :since and d.sealed is not null
                order by d.declared_at desc, d.number desc limit :rows
                """)
        .param("forms", forms.toArray(String[]::new))
        .param("since", Columns.time(since))
        .param("rows", rows)
        .query(DeclarationListTable::row)
        .list();
  }

  /** Some by their numbers, for callers that checked the reach. */
  List<Row> byNumbers(Collection<Long> numbers) {
    return numbers.isEmpty()
        ? List.of()
        : jdbc.sql(COLUMNS + "from declarations.declaration d where d.number = any(:numbers)")
            .param("numbers", numbers.toArray(Long[]::new))
            .query(DeclarationListTable::row)
            .list();
  }

  /** What these records declared, the latest first. */
  List<Row> ofPersons(Collection<Long> records, int rows) {
    return jdbc.sql(
            COLUMNS
                + """
                from declarations.declaration d where d.person = any(:records)
                order by d.declared_at desc, d.number desc limit :rows
                """)
        .param("records", records.toArray(Long[]::new))
        .param("rows", rows)
        .query(DeclarationListTable::row)
        .list();
  }

  private static Row row(ResultSet row, int index) throws SQLException {
    return new Row(
        row.getLong("number"),
        Columns.uuid(row, "key"),
        Columns.uuid(row, "public_id"),
        Columns.text(row, "form"),
        Columns.text(row, "form_version"),
        row.getLong("person"),
        row.getObject("by_person", Long.class),
        row.getInt("unit_id"),
        row.getObject("place", Long.class),
        DeclarationWay.valueOf(Columns.text(row, "way")),
        Level.valueOf(Columns.text(row, "level")),
        Columns.instant(row, "declared_at"),
        Columns.instantOrNull(row, "original_at"),
        Columns.instant(row, "received_at"),
        row.getObject("captured_by", Long.class),
        row.getString("paper_serial"));
  }
}
