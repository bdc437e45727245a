package vn.lachan.app.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
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

  long insert(
      UUID publicId,
      Sealed sealed,
      int masterVersion,
      @Nullable Integer unit,
      Source source,
      Instant now) {
    return jdbc.sql(
            """
            insert into people.person
              (public_id, wrapped_key, sealed, master_version, unit_id, source, created_at)
            values (:publicId, :key, :sealed, :masterVersion, :unit, :source, :now)
            returning number
            """)
        .param("publicId", publicId)
        .param("key", sealed.wrappedKey())
        .param("sealed", sealed.content())
        .param("masterVersion", masterVersion)
        .param("unit", unit)
        .param("source", source.name())
        .param("now", Timestamp.from(now))
        .query(Long.class)
        .single();
  }

  /** Replaces what is sealed; the key stays. */
  void update(long person, byte[] sealed, @Nullable Integer unit) {
    jdbc.sql(
            """
            update people.person
            set sealed = :sealed, unit_id = :unit, version = version + 1
            where number = :person
            """)
        .param("sealed", sealed)
        .param("unit", unit)
        .param("person", person)
        .update();
  }

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
