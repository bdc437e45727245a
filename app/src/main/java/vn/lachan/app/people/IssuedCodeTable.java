package vn.lachan.app.people;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
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
import vn.lachan.engine.scan.SignedCode;

@Component
class IssuedCodeTable {
  /** The program's own number for the lock that orders revocations. */
  private static final long REVOCATION_LOCK = 0x4c43_0216L;

  private final JdbcClient jdbc;

  IssuedCodeTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What is kept of an issue. */
  record Issue(
      UUID issue,
      @Nullable Long person,
      SignedCode.Kind kind,
      Instant issuedAt,
      @Nullable Long issuedBy,
      LocalDate lastDay,
      @Nullable Instant revokedAt) {}

  void keep(CodeKey key, Instant now) {
    jdbc.sql(
            """
            insert into people.code_key (id, public_point, made_at)
            values (:id, :key, :now) on conflict do nothing
            """)
        .param("id", key.id())
        .param("key", key.point())
        .param("now", Timestamp.from(now))
        .update();
  }

  /** Lets one copy of the program at a time look and add, until the end of the transaction. */
  void lockKeys() {
    jdbc.sql("lock table people.code_key in share row exclusive mode").update();
  }

  /** The key that was brought last; empty in a new database. */
  Optional<Integer> newestKey() {
    return jdbc.sql("select id from people.code_key order by made_at desc, id limit 1")
        .query(Integer.class)
        .optional();
  }

  Map<Integer, Instant> keys() {
    Map<Integer, Instant> made = new HashMap<>();
    jdbc.sql("select id, made_at from people.code_key")
        .query(
            row -> {
              made.put(row.getInt(1), row.getTimestamp(2).toInstant());
            });
    return made;
  }

  Map<Integer, Long> standingByKey() {
    Map<Integer, Long> standing = new HashMap<>();
    jdbc.sql(
            """
            select key_id, count(*) from people.issued_code
            where revoked_at is null and last_day >= current_date
            group by key_id
            """)
        .query(
            row -> {
              standing.put(row.getInt(1), row.getLong(2));
            });
    return standing;
  }

  void insert(
      UUID issue,
      long person,
      SignedCode.Kind kind,
      int key,
      LocalDate lastDay,
      @Nullable Long officer,
      Instant now) {
    jdbc.sql(
            """
            insert into people.issued_code
              (issue, person, kind, key_id, last_day, issued_at, issued_by)
            values (:issue, :person, :kind, :key, :lastDay, :now, :officer)
            """)
        .param("issue", issue)
        .param("person", person)
        .param("kind", kind.name())
        .param("key", key)
        .param("lastDay", Date.valueOf(lastDay))
        .param("now", Timestamp.from(now))
        .param("officer", officer)
        .update();
  }

  long issuedSince(long person, Instant since) {
    return jdbc.sql(
            """
            select count(*) from people.issued_code
            where person = :person and issued_at > :since
            """)
        .param("person", person)
        .param("since", Timestamp.from(since))
        .query(Long.class)
        .single();
  }

  Optional<Issue> find(UUID issue) {
    return jdbc.sql(
            """
            select issue, person, kind, issued_at, issued_by, last_day, revoked_at
            from people.issued_code where issue = :issue
            """)
        .param("issue", issue)
        .query(IssuedCodeTable::issue)
        .optional();
  }

  List<Issue> ofPersons(Collection<Long> persons, int rows) {
    return jdbc.sql(
            """
            select issue, person, kind, issued_at, issued_by, last_day, revoked_at
            from people.issued_code where person = any(:persons)
            order by issued_at desc, issue
            limit :rows
            """)
        .param("persons", PersonTable.numbers(persons))
        .param("rows", rows)
        .query(IssuedCodeTable::issue)
        .list();
  }

  /** Revokes what stands; in the caller's transaction, as its last statements. */
  int revoke(UUID issue, @Nullable Long officer, Instant now) {
    lock();
    return jdbc.sql(
            """
            update people.issued_code
            set revoked_at = :now, revoked_by = :officer,
                revocation = nextval('people.code_revocation')
            where issue = :issue and revoked_at is null
            """)
        .param("now", Timestamp.from(now))
        .param("officer", officer)
        .param("issue", issue)
        .update();
  }

  /** Revokes all codes of these records. */
  void revokeAll(Collection<Long> persons, @Nullable Long officer, Instant now) {
    lock();
    jdbc.sql(
            """
            update people.issued_code
            set revoked_at = :now, revoked_by = :officer,
                revocation = nextval('people.code_revocation')
            where person = any(:persons) and revoked_at is null
            """)
        .param("now", Timestamp.from(now))
        .param("officer", officer)
        .param("persons", PersonTable.numbers(persons))
        .update();
  }

  /** Leaves nothing but revocations, which name nobody. */
  int forget(Collection<Long> persons, Instant now) {
    revokeAll(persons, null, now);
    return jdbc.sql(
            """
            update people.issued_code set person = null, issued_by = null, revoked_by = null
            where person = any(:persons)
            """)
        .param("persons", PersonTable.numbers(persons))
        .update();
  }

  List<Numbered> revokedAfter(long cursor, int rows) {
    return jdbc.sql(
            """
            select issue, revoked_at, revocation from people.issued_code
            where revocation > :cursor
            order by revocation
            limit :rows
            """)
        .param("cursor", cursor)
        .param("rows", rows)
        .query(
            (row, index) ->
                new Numbered(
                    Objects.requireNonNull(row.getObject(1, UUID.class)),
                    Objects.requireNonNull(row.getTimestamp(2)).toInstant(),
                    row.getLong(3)))
        .list();
  }

  /** A revocation with its number. */
  record Numbered(UUID issue, Instant at, long number) {}

  /** Codes that nothing accepts any more are not remembered for ever. */
  int deleteExpiredBefore(LocalDate day) {
    return jdbc.sql("delete from people.issued_code where last_day < :day")
        .param("day", Date.valueOf(day))
        .update();
  }

  private void lock() {
    jdbc.sql("select 1 from pg_advisory_xact_lock(:lock)")
        .param("lock", REVOCATION_LOCK)
        .query((row, index) -> row.getInt(1))
        .single();
  }

  private static Issue issue(ResultSet row, int index) throws SQLException {
    Timestamp revoked = row.getTimestamp("revoked_at");
    return new Issue(
        Objects.requireNonNull(row.getObject("issue", UUID.class)),
        row.getObject("person", Long.class),
        SignedCode.Kind.valueOf(Objects.requireNonNull(row.getString("kind"))),
        Objects.requireNonNull(row.getTimestamp("issued_at")).toInstant(),
        row.getObject("issued_by", Long.class),
        Objects.requireNonNull(row.getDate("last_day")).toLocalDate(),
        revoked == null ? null : revoked.toInstant());
  }
}
