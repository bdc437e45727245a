package vn.lachan.app.declarations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Columns;

/** Declarations as rows: storing them, and the last ones of persons. */
@Component
class DeclarationTable {
  private final JdbcClient jdbc;

  DeclarationTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A checked declaration with its sealed answers. */
  record Sealed(CheckedDeclaration checked, byte[] answers) {}

  /** The numbers that a row was given. */
  record Numbers(long number, UUID publicId) {}

  /** A stored declaration without its answers. */
  record Known(
      long number,
      UUID publicId,
      Level level,
      Instant declaredAt,
      @Nullable Long device,
      String way,
      @Nullable Long account,
      @Nullable String paperSerial) {
    /** Whether whoever sends the key again is who sent it first. */
    boolean isOf(NewDeclaration declaration, @Nullable Long sender) {
      return way.equals(declaration.way().name())
          && Objects.equals(account, sender)
          && Objects.equals(device, declaration.device())
          && Objects.equals(paperSerial, declaration.paperSerial());
    }
  }

  /** Stores declarations in one statement; those whose key is known already miss in the answer. */
  Map<UUID, Numbers> insert(List<Sealed> rows, @Nullable Long account, Instant now) {
    Map<UUID, Numbers> made = HashMap.newHashMap(rows.size());
    List<NewDeclaration> declared = rows.stream().map(row -> row.checked().declaration()).toList();
    jdbc.sql(
            """
            insert into declarations.declaration (key, form, form_version, person, by_person,
              unit_id, place, way, level, sealed, declared_at, original_at,
              clock_correction_seconds, received_at, captured_by, device, paper_serial, proved)
            select n.key, n.form, n.form_version, n.person, nullif(n.by_person, 0), n.unit_id,
              nullif(n.place, 0), n.way, n.level, n.sealed,
              to_timestamp(n.declared_at), case when n.original_at > 0 then to_timestamp(n.original_at) end,
              n.correction, :now, :account, nullif(n.device, 0), nullif(n.serial, ''),
              n.proved
            from unnest(:keys::uuid[], :forms::text[], :versions::text[], :persons::bigint[],
              :byPersons::bigint[], :units::int[], :places::bigint[], :ways::text[],
              :levels::text[], :sealed::bytea[], :declaredAt::float8[], :originalAt::float8[],
              :corrections::int[], :devices::bigint[], :serials::text[], :proved::boolean[])
              as n(key, form, form_version, person, by_person, unit_id, place, way, level, sealed,
                declared_at, original_at, correction, device, serial, proved)
            on conflict (key) do nothing
            returning key, number, public_id
            """)
        .param("keys", declared.stream().map(NewDeclaration::key).toArray(UUID[]::new))
        .param("forms", declared.stream().map(NewDeclaration::form).toArray(String[]::new))
        .param(
            "versions", declared.stream().map(NewDeclaration::formVersion).toArray(String[]::new))
        .param("persons", declared.stream().map(NewDeclaration::person).toArray(Long[]::new))
        .param("byPersons", longs(declared, NewDeclaration::byPerson))
        .param("units", rows.stream().map(row -> row.checked().unit()).toArray(Integer[]::new))
        .param("places", longs(declared, NewDeclaration::place))
        .param("ways", declared.stream().map(one -> one.way().name()).toArray(String[]::new))
        .param(
            "levels", rows.stream().map(row -> row.checked().level().name()).toArray(String[]::new))
        .param("sealed", rows.stream().map(Sealed::answers).toArray(byte[][]::new))
        .param("declaredAt", seconds(declared, NewDeclaration::declaredAt))
        .param("originalAt", seconds(declared, NewDeclaration::originalAt))
        .param(
            "corrections",
            declared.stream().map(NewDeclaration::clockCorrectionSeconds).toArray(Integer[]::new))
        .param("devices", longs(declared, NewDeclaration::device))
        .param(
            "serials", declared.stream().map(one -> text(one.paperSerial())).toArray(String[]::new))
        .param("proved", declared.stream().map(NewDeclaration::proved).toArray(Boolean[]::new))
        .param("now", Columns.time(now))
        .param("account", account)
        .query(
            row -> {
              made.put(
                  Columns.uuid(row, "key"),
                  new Numbers(row.getLong("number"), Columns.uuid(row, "public_id")));
            });
    return made;
  }

  Optional<Known> byKey(UUID key) {
    return jdbc.sql(
            """
            select number, public_id, level, declared_at, device, way, captured_by, paper_serial
            from declarations.declaration where key = :key
            """)
        .param("key", key)
        .query(DeclarationTable::known)
        .optional();
  }

  /** What a browser sent under a key. */
  record Sent(long number, int unit, Answers answers) {}

  Optional<Sent> sent(UUID key, long device) {
    return jdbc.sql(
            """
            select number, unit_id, key, public_id, person, form, form_version, sealed, level,
              declared_at
            from declarations.declaration where key = :key and device = :device
            """)
        .param("key", key)
        .param("device", device)
        .query(
            (row, index) ->
                new Sent(row.getLong("number"), row.getInt("unit_id"), answers(row, index)))
        .optional();
  }

  List<String> fired(long number) {
    return jdbc.sql("select code from declarations.fired where declaration = :number order by code")
        .param("number", number)
        .query((row, _) -> Columns.text(row, "code"))
        .list();
  }

  /** A stored declaration with its sealed answers, which are null once they were destroyed. */
  record Answers(
      UUID key,
      UUID publicId,
      long person,
      String form,
      String formVersion,
      byte @Nullable [] sealed,
      Level level,
      Instant declaredAt) {}

  /** The last one of these records on a form; of one browser where a device is named. */
  Optional<Answers> latest(Collection<Long> records, String form, @Nullable Long device) {
    return jdbc.sql(
            """
            select key, public_id, person, form, form_version, sealed, level, declared_at
            from declarations.declaration
            where person = any(:records) and form = :form
              and (:device::bigint is null or device = :device)
            order by declared_at desc, number desc limit 1
            """)
        .param("records", records.toArray(Long[]::new))
        .param("form", form)
        .param("device", device)
        .query(DeclarationTable::answers)
        .optional();
  }

  /**
   * How somebody declared last.
   *
   * @param called whether it was at a gate and one of the rules fired that were asked about
   * @param ofProved whether it is the last of those that somebody proved, else of all
   */
  record Last(long person, Level level, Instant declaredAt, boolean called, boolean ofProved) {
    boolean warns() {
      return level == Level.RED || called;
    }
  }

  /** The last declaration of each record that a browser sent. */
  List<Last> lastFrom(Collection<Long> records, long device) {
    return jdbc.sql(
            """
            select asked.person, d.level, d.declared_at
            from unnest(:records::bigint[]) as asked (person)
            cross join lateral (
              select level, declared_at from declarations.declaration d
              where d.person = asked.person and d.device = :device
              order by d.declared_at desc, d.number desc limit 1) d
            """)
        .param("records", records.toArray(Long[]::new))
        .param("device", device)
        .query(
            (row, _) ->
                new Last(
                    row.getLong("person"),
                    Level.valueOf(Columns.text(row, "level")),
                    Columns.instant(row, "declared_at"),
                    false,
                    false))
        .list();
  }

  /**
   * The last declaration of each record, whatever the form; and the last proved one since a time.
   */
  List<Last> last(Collection<Long> records, Collection<String> calls, Instant provedSince) {
    return jdbc.sql(
            """
            select asked.person, d.level, d.declared_at, kind.proved,
              d.way = 'GATE' and exists (
                select from declarations.fired f
                where f.declaration = d.number and f.code = any(:calls)) as called
            from unnest(:records::bigint[]) as asked (person)
            cross join (values (false), (true)) as kind (proved)
            cross join lateral (
              select number, way, level, declared_at from declarations.declaration d
              where d.person = asked.person
                and (d.proved or not kind.proved)
                and d.declared_at > case when kind.proved then :since::timestamptz
                  else '-infinity' end
              order by d.declared_at desc, d.number desc limit 1) d
            """)
        .param("records", records.toArray(Long[]::new))
        .param("calls", calls.toArray(String[]::new))
        .param("since", Columns.time(provedSince))
        .query(
            (row, _) ->
                new Last(
                    row.getLong("person"),
                    Level.valueOf(Columns.text(row, "level")),
                    Columns.instant(row, "declared_at"),
                    row.getBoolean("called"),
                    row.getBoolean("proved")))
        .list();
  }

  /** Those of the records of whom a declaration is held. */
  List<Long> held(Collection<Long> records) {
    return jdbc.sql(
            """
            select asked.person from unnest(:records::bigint[]) as asked (person)
            where exists (select 1 from declarations.declaration d where d.person = asked.person)
            """)
        .param("records", records.toArray(Long[]::new))
        .query((row, _) -> row.getLong(1))
        .list();
  }

  /** Nothing of the persons' words stays; that they declared does, until the retention. */
  void destroy(Collection<Long> records) {
    Long[] numbers = records.toArray(Long[]::new);
    jdbc.sql(
            "update declarations.declaration set sealed = null, device = null where person = any(:records)")
        .param("records", numbers)
        .update();
    jdbc.sql("delete from declarations.stay where person = any(:records)")
        .param("records", numbers)
        .update();
    jdbc.sql("delete from declarations.journey where person = any(:records)")
        .param("records", numbers)
        .update();
  }

  static Answers answers(ResultSet row, int index) throws SQLException {
    return new Answers(
        Columns.uuid(row, "key"),
        Columns.uuid(row, "public_id"),
        row.getLong("person"),
        Columns.text(row, "form"),
        Columns.text(row, "form_version"),
        row.getBytes("sealed"),
        Level.valueOf(Columns.text(row, "level")),
        Columns.instant(row, "declared_at"));
  }

  private static Known known(ResultSet row, int index) throws SQLException {
    return new Known(
        row.getLong("number"),
        Columns.uuid(row, "public_id"),
        Level.valueOf(Columns.text(row, "level")),
        Columns.instant(row, "declared_at"),
        row.getObject("device", Long.class),
        Columns.text(row, "way"),
        row.getObject("captured_by", Long.class),
        row.getString("paper_serial"));
  }

  /** A part of a declaration that may be missing. */
  private interface Part<T> {
    @Nullable T of(NewDeclaration declaration);
  }

  /** Arrays hold no nulls here: 0 stands for none. */
  private static Long[] longs(List<NewDeclaration> declared, Part<Long> part) {
    Long[] values = new Long[declared.size()];
    for (int index = 0; index < values.length; index++) {
      Long value = part.of(declared.get(index));
      values[index] = value == null ? 0L : value;
    }
    return values;
  }

  private static Double[] seconds(List<NewDeclaration> declared, Part<Instant> part) {
    Double[] values = new Double[declared.size()];
    for (int index = 0; index < values.length; index++) {
      Instant time = part.of(declared.get(index));
      values[index] = time == null ? 0.0 : time.toEpochMilli() / 1000.0;
    }
    return values;
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
