package vn.lachan.app.paper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Reach;
import vn.lachan.app.kernel.Columns;

/** Pads and the sheets they are made of. */
@Component
class PadTable {
  private static final String COLUMNS =
      """
      select p.number, p.public_id, p.place, p.unit_id, p.form, p.form_version, p.language,
        p.layout, p.sheets, p.made_at, p.made_by
      from paper.pad p
      """;

  private final JdbcClient jdbc;

  PadTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A pad as it is stored. */
  record Row(
      long number,
      UUID publicId,
      @Nullable Long place,
      int unit,
      String form,
      String formVersion,
      String language,
      Layout layout,
      int sheets,
      Instant madeAt,
      long madeBy) {}

  /** How far the sheets of a pad are. */
  record Counts(int given, int taken, int voided) {}

  Row insert(
      @Nullable Long place,
      int unit,
      String form,
      String version,
      NewPads asked,
      long by,
      Instant now) {
    return jdbc.sql(
            """
            insert into paper.pad (place, unit_id, form, form_version, language, layout, sheets,
              made_at, made_by)
            values (:place, :unit, :form, :version, :language, :layout, :sheets, :now, :by)
            returning number, public_id, place, unit_id, form, form_version, language, layout,
              sheets, made_at, made_by
            """)
        .param("place", place)
        .param("unit", unit)
        .param("form", form)
        .param("version", version)
        .param("language", asked.language())
        .param("layout", asked.layout().name())
        .param("sheets", asked.sheets())
        .param("now", Columns.time(now))
        .param("by", by)
        .query(PadTable::row)
        .single();
  }

  void insertSheets(long pad, List<Serial> serials) {
    jdbc.sql(
            """
            insert into paper.sheet (serial, pad, position)
            select s.serial, :pad, s.position
            from unnest(:serials::bigint[]) with ordinality as s(serial, position)
            """)
        .param("pad", pad)
        .param("serials", serials.stream().map(Serial::number).toArray(Long[]::new))
        .update();
  }

  Optional<Row> inReach(Reach reach, UUID pad) {
    return jdbc.sql(
            COLUMNS + " where p.public_id = :pad and " + reach.sql("p.unit_id", null, "p.place"))
        .params(reach.parameters())
        .param("pad", pad)
        .query(PadTable::row)
        .optional();
  }

  List<Row> page(Reach reach, @Nullable Long place, @Nullable Long before, int rows) {
    return jdbc.sql(
            COLUMNS
                + " where "
                + reach.sql("p.unit_id", null, "p.place")
                + """
                 and (:place::bigint is null or p.place = :place)
                  and (:before::bigint is null or p.number < :before)
                order by p.number desc limit :rows
                """)
        .params(reach.parameters())
        .param("place", place)
        .param("before", before)
        .param("rows", rows)
        .query(PadTable::row)
        .list();
  }

  Map<Long, Counts> counts(Collection<Long> pads) {
    Map<Long, Counts> counts = new HashMap<>();
    jdbc.sql(
            """
            select s.pad, count(s.batch) as given, count(t.serial) as taken,
              count(v.serial) as voided
            from paper.sheet s
            left join paper.taken t on t.serial = s.serial
            left join paper.voiding v on v.serial = s.serial and v.restored_at is null
            where s.pad = any(:pads) group by s.pad
            """)
        .param("pads", pads.toArray(Long[]::new))
        .query(
            (RowCallbackHandler)
                row ->
                    counts.put(
                        row.getLong("pad"),
                        new Counts(
                            row.getInt("given"), row.getInt("taken"), row.getInt("voided"))));
    return counts;
  }

  private static Row row(ResultSet row, int index) throws SQLException {
    long place = row.getLong("place");
    Long known = row.wasNull() ? null : (Long) place;
    return new Row(
        row.getLong("number"),
        Columns.uuid(row, "public_id"),
        known,
        row.getInt("unit_id"),
        Columns.text(row, "form"),
        Columns.text(row, "form_version"),
        Columns.text(row, "language"),
        Layout.valueOf(Columns.text(row, "layout")),
        row.getInt("sheets"),
        Columns.instant(row, "made_at"),
        row.getLong("made_by"));
  }
}
