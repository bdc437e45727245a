package vn.lachan.app.paper;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Reach;
import vn.lachan.app.kernel.Columns;

/** Sheets that became declarations, and how two keyings of them compared. */
@Component
class TakenTable {
  private final JdbcClient jdbc;

  TakenTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(
      BatchTable.Row batch,
      Serial serial,
      UUID declaration,
      WrittenAt written,
      long account,
      Instant now) {
    jdbc.sql(
            """
            insert into paper.taken (serial, batch, place, unit_id, declaration, written_at,
              time_known, taken_at, account)
            values (:serial, :batch, :place, :unit, :declaration, :written, :known, :now, :account)
            """)
        .param("serial", serial.number())
        .param("batch", batch.number())
        .param("place", batch.place())
        .param("unit", batch.unit())
        .param("declaration", declaration)
        .param("written", Columns.time(written.at()))
        .param("known", written.timeKnown())
        .param("now", Columns.time(now))
        .param("account", account)
        .update();
  }

  /** A sheet that was taken. */
  record Row(
      Serial serial,
      UUID batch,
      String batchName,
      String form,
      @Nullable Long place,
      UUID declaration,
      Instant writtenAt,
      boolean timeKnown,
      Instant takenAt,
      long account) {}

  /** Of a place or commune that somebody reaches, whoever it is about. */
  Optional<Row> inReach(Reach reach, Serial serial) {
    return jdbc.sql(
            """
            select t.serial, b.public_id, b.name, b.form, t.place, t.declaration, t.written_at,
              t.time_known, t.taken_at, t.account
            from paper.taken t join paper.batch b on b.number = t.batch
            where t.serial = :serial and\s"""
                + reach.sql("t.unit_id", null, "t.place"))
        .params(reach.parameters())
        .param("serial", serial.number())
        .query(
            (row, _) ->
                new Row(
                    new Serial(row.getLong("serial")),
                    Columns.uuid(row, "public_id"),
                    Columns.text(row, "name"),
                    Columns.text(row, "form"),
                    row.getObject("place", Long.class),
                    Columns.uuid(row, "declaration"),
                    Columns.instant(row, "written_at"),
                    row.getBoolean("time_known"),
                    Columns.instant(row, "taken_at"),
                    row.getLong("account")))
        .optional();
  }

  /** Who read how many fields wrongly. */
  record Compared(
      int fields,
      long first,
      long second,
      int firstWrong,
      int secondWrong,
      @Nullable Long settledBy) {}

  void compare(BatchTable.Row batch, Serial serial, Compared compared, Instant now) {
    jdbc.sql(
            """
            insert into paper.comparison (serial, batch, fields, first_account, second_account,
              first_wrong, second_wrong, settled_by, compared_at)
            values (:serial, :batch, :fields, :first, :second, :firstWrong, :secondWrong,
              :settledBy, :now)
            """)
        .param("serial", serial.number())
        .param("batch", batch.number())
        .param("fields", compared.fields())
        .param("first", compared.first())
        .param("second", compared.second())
        .param("firstWrong", compared.firstWrong())
        .param("secondWrong", compared.secondWrong())
        .param("settledBy", compared.settledBy())
        .param("now", Columns.time(now))
        .update();
  }

  void differ(Serial serial, List<String> fields, List<Keying.Choice> kept) {
    jdbc.sql(
            """
            insert into paper.difference (serial, field, kept)
            select :serial, d.field, d.kept
            from unnest(:fields::text[], :kept::text[]) as d(field, kept)
            """)
        .param("serial", serial.number())
        .param("fields", fields.toArray(String[]::new))
        .param("kept", kept.stream().map(Keying.Choice::name).toArray(String[]::new))
        .update();
  }

  int keyedBy(long batch, long account) {
    return jdbc.sql(
            """
            select count(*) from paper.entry e join paper.sheet s on s.serial = e.serial
            where s.batch = :batch and e.account = :account
            """)
        .param("batch", batch)
        .param("account", account)
        .query(Integer.class)
        .single();
  }
}
