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

/** Batches, their sheets' counts and their closing. */
@Component
class BatchTable {
  private static final String COLUMNS =
      """
      select b.number, b.public_id, b.name, b.place, b.unit_id, b.form, b.form_version, b.form_at,
        b.double_entry, b.settler, b.made_at, b.made_by, c.closed_at,
        (select count(*) from paper.keyer k where k.batch = b.number and k.ended_at is null)
          as keyers
      from paper.batch b
      left join paper.closure c on c.batch = b.number and c.reopened_at is null
      """;

  private final JdbcClient jdbc;

  BatchTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A batch as it is stored. */
  record Row(
      long number,
      UUID publicId,
      String name,
      @Nullable Long place,
      int unit,
      String form,
      String formVersion,
      Instant formAt,
      boolean doubleEntry,
      Settler settler,
      Instant madeAt,
      long madeBy,
      @Nullable Instant closedAt,
      int keyers) {}

  UUID insert(PadTable.Row pad, NewBatch asked, List<Long> serials, long by, Instant now) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            with made as (
              insert into paper.batch (public_id, name, place, unit_id, form, form_version,
                form_at, double_entry, settler, made_at, made_by)
              values (:id, :name, :place, :unit, :form, :version, :formAt, :double, :settler,
                :now, :by)
              returning number)
            update paper.sheet s set batch = made.number from made where s.serial = any(:serials)
            """)
        .param("id", id)
        .param("name", asked.name().strip())
        .param("place", pad.place())
        .param("unit", pad.unit())
        .param("form", pad.form())
        .param("version", pad.formVersion())
        .param("formAt", Columns.time(pad.madeAt()))
        .param("double", asked.doubleEntry())
        .param("settler", asked.settler().name())
        .param("now", Columns.time(now))
        .param("by", by)
        .param("serials", serials.toArray(Long[]::new))
        .update();
    return id;
  }

  /** Sheets that may still be given, locked so that they are given once. */
  List<Long> free(Collection<Long> serials) {
    return jdbc.sql(
            """
            select s.serial from paper.sheet s
            where s.serial = any(:serials) and s.batch is null
              and not exists (select from paper.voiding v
                where v.serial = s.serial and v.restored_at is null)
            order by s.serial for update
            """)
        .param("serials", serials.toArray(Long[]::new))
        .query((row, index) -> row.getLong(1))
        .list();
  }

  /** How many kinds of pads these sheets are of: their place, commune, form and version. */
  int kinds(Collection<Long> serials) {
    return jdbc.sql(
            """
            select count(distinct (p.place, p.unit_id, p.form, p.form_version))
            from paper.sheet s join paper.pad p on p.number = s.pad where s.serial = any(:serials)
            """)
        .param("serials", serials.toArray(Long[]::new))
        .query(Integer.class)
        .single();
  }

  Optional<Row> inReach(Reach reach, UUID batch) {
    return jdbc.sql(
            COLUMNS + " where b.public_id = :batch and " + reach.sql("b.unit_id", null, "b.place"))
        .params(reach.parameters())
        .param("batch", batch)
        .query(BatchTable::row)
        .optional();
  }

  Optional<Row> find(UUID batch) {
    return jdbc.sql(COLUMNS + " where b.public_id = :batch")
        .param("batch", batch)
        .query(BatchTable::row)
        .optional();
  }

  /** Those given to somebody and not closed. */
  List<Row> given(long account, int most) {
    return jdbc.sql(
            COLUMNS
                + """
                 where c.closed_at is null and b.number in (
                  select k.batch from paper.keyer k
                  where k.account = :account and k.ended_at is null)
                order by b.number desc limit :most
                """)
        .param("account", account)
        .param("most", most)
        .query(BatchTable::row)
        .list();
  }

  List<Row> page(Reach reach, boolean open, @Nullable Long before, int rows) {
    return jdbc.sql(
            COLUMNS
                + " where "
                + reach.sql("b.unit_id", null, "b.place")
                + """
                 and (c.closed_at is null) = :open
                  and (:before::bigint is null or b.number < :before)
                order by b.number desc limit :rows
                """)
        .params(reach.parameters())
        .param("open", open)
        .param("before", before)
        .param("rows", rows)
        .query(BatchTable::row)
        .list();
  }

  Map<Long, BatchRow.Counts> counts(Collection<Long> batches) {
    Map<Long, BatchRow.Counts> counts = new HashMap<>();
    jdbc.sql(
            """
            with sheets as (
              select s.batch, v.serial is not null as void, t.serial is not null as taken,
                one.serial is not null as once, two.serial is not null as twice,
                one.level = 'RED' as red, p.serial is not null as photo
              from paper.sheet s
              left join paper.voiding v on v.serial = s.serial and v.restored_at is null
              left join paper.taken t on t.serial = s.serial
              left join paper.entry one on one.serial = s.serial and one.round = 1
                and one.forgotten_at is null
              left join paper.entry two on two.serial = s.serial and two.round = 2
                and two.forgotten_at is null
              left join paper.photo p on p.serial = s.serial and p.destroyed_at is null
              where s.batch = any(:batches))
            select batch, count(*) as sheets,
              count(*) filter (where not void and not taken and once and not twice) as once,
              count(*) filter (where not void and not taken and twice) as different,
              count(*) filter (where taken) as taken, count(*) filter (where void) as voided,
              count(*) filter (where not void and not taken and red) as urgent,
              count(*) filter (where photo) as photos
            from sheets group by batch
            """)
        .param("batches", batches.toArray(Long[]::new))
        .query(
            (RowCallbackHandler)
                row ->
                    counts.put(
                        row.getLong("batch"),
                        new BatchRow.Counts(
                            row.getInt("sheets"),
                            row.getInt("once"),
                            row.getInt("different"),
                            row.getInt("taken"),
                            row.getInt("voided"),
                            row.getInt("urgent"),
                            row.getInt("photos"))));
    return counts;
  }

  boolean close(long batch, long by, Instant now) {
    return jdbc.sql(
                """
                insert into paper.closure (batch, closed_at, closed_by) values (:batch, :now, :by)
                on conflict (batch) where reopened_at is null do nothing
                """)
            .param("batch", batch)
            .param("now", Columns.time(now))
            .param("by", by)
            .update()
        > 0;
  }

  boolean reopen(long batch, long by, Instant now) {
    return jdbc.sql(
                """
                update paper.closure set reopened_at = :now, reopened_by = :by
                where batch = :batch and reopened_at is null
                """)
            .param("batch", batch)
            .param("now", Columns.time(now))
            .param("by", by)
            .update()
        > 0;
  }

  private static Row row(ResultSet row, int index) throws SQLException {
    return new Row(
        row.getLong("number"),
        Columns.uuid(row, "public_id"),
        Columns.text(row, "name"),
        SheetTable.number(row, "place"),
        row.getInt("unit_id"),
        Columns.text(row, "form"),
        Columns.text(row, "form_version"),
        Columns.instant(row, "form_at"),
        row.getBoolean("double_entry"),
        Settler.valueOf(Columns.text(row, "settler")),
        Columns.instant(row, "made_at"),
        row.getLong("made_by"),
        Columns.instantOrNull(row, "closed_at"),
        row.getInt("keyers"));
  }
}
