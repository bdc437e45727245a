package vn.lachan.app.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.lachan.app.access.Reach;
import vn.lachan.app.kernel.BatchedReads;
import vn.lachan.app.kernel.Keyring;
import vn.lachan.app.kernel.Sealed;

@Component
class PersonTable {
  static final String COLUMNS =
      "p.number, p.public_id, p.wrapped_key, p.sealed, p.version, p.unit_id, p.source, p.created_at";

  private static final int IDS_A_READ = 1_000;

  private final JdbcClient jdbc;
  private final BatchedReads<UUID, Long> numbersOfIds;

  PersonTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.numbersOfIds = new BatchedReads<>(IDS_A_READ, this::byPublicIds);
  }

  /** Numbers for records that will be written. */
  List<Long> reserve(int count) {
    return jdbc.sql(
            """
            select nextval(pg_get_serial_sequence('people.person', 'number'))
            from generate_series(1, :count)
            """)
        .param("count", count)
        .query((row, index) -> row.getLong(1))
        .list();
  }

  void insert(List<PersonRow> rows, Instant now) {
    Sealed[] sealed =
        rows.stream().map(row -> Objects.requireNonNull(row.sealed())).toArray(Sealed[]::new);
    jdbc.sql(
            """
            insert into people.person
              (number, public_id, wrapped_key, sealed, master_version, unit_id, source, created_at)
            select number, public_id, wrapped_key, sealed, master_version, unit_id, source, :now
            from unnest(:numbers::bigint[], :publicIds::uuid[], :keys::bytea[], :contents::bytea[],
                :masterVersions::int[], :units::int[], :sources::text[])
              as new (number, public_id, wrapped_key, sealed, master_version, unit_id, source)
            """)
        .param("numbers", rows.stream().map(PersonRow::number).toArray(Long[]::new))
        .param("publicIds", rows.stream().map(PersonRow::publicId).toArray(UUID[]::new))
        .param("keys", Arrays.stream(sealed).map(Sealed::wrappedKey).toArray(byte[][]::new))
        .param("contents", Arrays.stream(sealed).map(Sealed::content).toArray(byte[][]::new))
        .param(
            "masterVersions",
            Arrays.stream(sealed)
                .map(each -> Keyring.wrappedVersion(each.wrappedKey()))
                .toArray(Integer[]::new))
        .param("units", rows.stream().map(PersonRow::unit).toArray(Integer[]::new))
        .param("sources", rows.stream().map(row -> row.source().name()).toArray(String[]::new))
        .param("now", Timestamp.from(now))
        .update();
  }

  /** Replaces what is sealed; the key stays. */
  void update(long person, byte[] sealed, @Nullable Integer unit) {
    update(List.of(new Change(person, sealed, unit)));
  }

  void update(List<Change> changes) {
    jdbc.sql(
            """
            update people.person p
            set sealed = c.sealed, unit_id = c.unit, version = p.version + 1
            from unnest(:persons::bigint[], :contents::bytea[], :units::int[])
              as c (person, sealed, unit)
            where p.number = c.person
            """)
        .param("persons", changes.stream().map(Change::person).toArray(Long[]::new))
        .param("contents", changes.stream().map(Change::sealed).toArray(byte[][]::new))
        .param("units", changes.stream().map(Change::unit).toArray(Integer[]::new))
        .update();
  }

  record Change(long person, byte[] sealed, @Nullable Integer unit) {}

  void destroy(Collection<Long> persons) {
    jdbc.sql(
            """
            update people.person
            set wrapped_key = null, sealed = null, master_version = null, version = version + 1
            where number = any(:persons)
            """)
        .param("persons", numbers(persons))
        .update();
  }

  Optional<PersonRow> lock(long person) {
    return jdbc.sql(
            "select " + COLUMNS + " from people.person p where p.number = :person for update")
        .param("person", person)
        .query(PersonTable::row)
        .optional();
  }

  /**
   * Locks them in the order of their numbers, so that two who lock several never wait in a ring.
   */
  List<PersonRow> lock(Collection<Long> persons) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + " from people.person p where p.number = any(:persons)"
                + " order by p.number for update")
        .param("persons", numbers(persons))
        .query(PersonTable::row)
        .list();
  }

  List<PersonRow> rows(Collection<Long> persons) {
    return jdbc.sql("select " + COLUMNS + " from people.person p where p.number = any(:persons)")
        .param("persons", numbers(persons))
        .query(PersonTable::row)
        .list();
  }

  /** Joined with the reads of others, unless a transaction may hold what they cannot see. */
  OptionalLong byPublicId(UUID publicId) {
    return number(
        TransactionSynchronizationManager.isActualTransactionActive()
            ? Optional.ofNullable(byPublicIds(List.of(publicId)).get(publicId))
            : numbersOfIds.get(publicId));
  }

  Map<UUID, Long> byPublicIds(Collection<UUID> publicIds) {
    Map<UUID, Long> numbers = HashMap.newHashMap(publicIds.size());
    jdbc.sql("select public_id, number from people.person where public_id = any(:ids)")
        .param("ids", publicIds.toArray(UUID[]::new))
        .query(
            row -> {
              numbers.put(row.getObject(1, UUID.class), row.getLong(2));
            });
    return numbers;
  }

  Map<Long, UUID> publicIds(Collection<Long> persons) {
    Map<Long, UUID> publicIds = HashMap.newHashMap(persons.size());
    jdbc.sql("select number, public_id from people.person where number = any(:persons)")
        .param("persons", numbers(persons))
        .query(
            row -> {
              publicIds.put(row.getLong(1), row.getObject(2, UUID.class));
            });
    return publicIds;
  }

  Optional<UUID> publicId(long person) {
    return jdbc.sql("select public_id from people.person where number = :person")
        .param("person", person)
        .query(UUID.class)
        .optional();
  }

  /** Those of the records that lie in reach. */
  List<Long> inReach(Collection<Long> persons, Reach reach) {
    return jdbc.sql(
            "select p.number from people.person p where p.number = any(:persons) and "
                + reach.sql("p.unit_id", null, null))
        .param("persons", numbers(persons))
        .params(reach.parameters())
        .query((row, index) -> row.getLong(1))
        .list();
  }

  Map<Long, Integer> units(Collection<Long> persons) {
    return jdbc.sql(
            """
            select number, unit_id from people.person
            where number = any(:persons) and unit_id is not null
            """)
        .param("persons", numbers(persons))
        .query(
            rows -> {
              Map<Long, Integer> units = new java.util.HashMap<>();
              while (rows.next()) {
                units.put(rows.getLong("number"), rows.getInt("unit_id"));
              }
              return units;
            });
  }

  void recordCorrection(
      long person, long officer, Correction.Reason reason, List<String> fields, Instant now) {
    jdbc.sql(
            """
            insert into people.correction (person, corrected_at, corrected_by, reason, fields)
            values (:person, :now, :officer, :reason, :fields)
            """)
        .param("person", person)
        .param("now", Timestamp.from(now))
        .param("officer", officer)
        .param("reason", reason.name())
        .param("fields", fields.toArray(String[]::new))
        .update();
  }

  void recordDestruction(
      Collection<Long> persons, long officer, DestructionReason reason, Instant now) {
    jdbc.sql(
            """
            insert into people.destruction (public_id, destroyed_at, destroyed_by, reason)
            select public_id, :now, :officer, :reason from people.person
            where number = any(:persons)
            on conflict (public_id) do nothing
            """)
        .param("persons", numbers(persons))
        .param("now", Timestamp.from(now))
        .param("officer", officer)
        .param("reason", reason.name())
        .update();
  }

  static Long[] numbers(Collection<Long> persons) {
    return persons.toArray(Long[]::new);
  }

  static OptionalLong number(Optional<Long> found) {
    return found.isPresent() ? OptionalLong.of(found.get()) : OptionalLong.empty();
  }

  static PersonRow row(ResultSet row, int index) throws SQLException {
    byte[] key = row.getBytes("wrapped_key");
    byte[] content = row.getBytes("sealed");
    return new PersonRow(
        row.getLong("number"),
        Objects.requireNonNull(row.getObject("public_id", UUID.class)),
        key == null || content == null ? null : new Sealed(key, content),
        row.getInt("version"),
        row.getObject("unit_id", Integer.class),
        Source.valueOf(Objects.requireNonNull(row.getString("source"))),
        Objects.requireNonNull(row.getTimestamp("created_at")).toInstant());
  }
}
