package vn.lachan.app.residents;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Passkeys of accounts. */
@Component
class PasskeyTable {
  private static final String COLUMNS =
      "number, public_id, account, credential_id, public_cose, counter, backed_up, backup_able,"
          + " label, created_at, last_used";

  private final JdbcClient jdbc;

  PasskeyTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False where the credential is known already. */
  boolean insert(
      long account,
      byte[] credential,
      byte[] publicKey,
      Counting counting,
      byte[] label,
      Instant now) {
    return jdbc.sql(
                """
                insert into residents.passkey (account, credential_id, public_cose, counter,
                  backed_up, backup_able, label, created_at)
                values (:account, :credential, :key, :counter, :backedUp, :backupAble, :label, :now)
                on conflict (credential_id) do nothing
                """)
            .param("account", account)
            .param("credential", credential)
            .param("key", publicKey)
            .param("counter", counting.counter())
            .param("backedUp", counting.backedUp())
            .param("backupAble", counting.backupAble())
            .param("label", label)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  List<Row> of(long account) {
    return jdbc.sql(
            "select %s from residents.passkey where account = :account order by number"
                .formatted(COLUMNS))
        .param("account", account)
        .query(PasskeyTable::row)
        .list();
  }

  /** Held until the end of the transaction, so that a counter is used by one at a time. */
  Optional<Row> lock(byte[] credential) {
    return jdbc.sql(
            """
            select %s from residents.passkey
            where credential_id = :credential for update
            """
                .formatted(COLUMNS))
        .param("credential", credential)
        .query(PasskeyTable::row)
        .optional();
  }

  void used(long number, Counting counting, LocalDate day) {
    jdbc.sql(
            """
            update residents.passkey set counter = :counter, backed_up = :backedUp, last_used = :day
            where number = :number
            """)
        .param("number", number)
        .param("counter", counting.counter())
        .param("backedUp", counting.backedUp())
        .param("day", Date.valueOf(day))
        .update();
  }

  boolean rename(long account, UUID id, byte[] label) {
    return jdbc.sql(
                """
                update residents.passkey set label = :label
                where account = :account and public_id = :id
                """)
            .param("account", account)
            .param("id", id)
            .param("label", label)
            .update()
        == 1;
  }

  boolean remove(long account, UUID id) {
    return jdbc.sql("delete from residents.passkey where account = :account and public_id = :id")
            .param("account", account)
            .param("id", id)
            .update()
        == 1;
  }

  void removeAll(long account) {
    jdbc.sql("delete from residents.passkey where account = :account")
        .param("account", account)
        .update();
  }

  /** A challenge is good once and for a while; those that are over go with the next one. */
  void ask(byte[] challengeHash, @Nullable Long account, Instant now, Instant expiresAt) {
    jdbc.sql("delete from residents.passkey_challenge where expires_at <= :now")
        .param("now", Timestamp.from(now))
        .update();
    jdbc.sql(
            """
            insert into residents.passkey_challenge (challenge_hash, account, expires_at)
            values (:hash, :account, :expires)
            """)
        .param("hash", challengeHash)
        .param("account", account)
        .param("expires", Timestamp.from(expiresAt))
        .update();
  }

  /** True once, for whom it was made. */
  boolean take(byte[] challengeHash, @Nullable Long account, Instant now) {
    return jdbc.sql(
                """
                delete from residents.passkey_challenge
                where challenge_hash = :hash and account is not distinct from :account::bigint
                  and expires_at > :now
                """)
            .param("hash", challengeHash)
            .param("account", account)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  private static Row row(ResultSet row, int index) throws SQLException {
    Date used = row.getDate(11);
    return new Row(
        row.getLong(1),
        Objects.requireNonNull(row.getObject(2, UUID.class)),
        row.getLong(3),
        Objects.requireNonNull(row.getBytes(4)),
        Objects.requireNonNull(row.getBytes(5)),
        new Counting(row.getLong(6), row.getBoolean(7), row.getBoolean(8)),
        Objects.requireNonNull(row.getBytes(9)),
        Objects.requireNonNull(row.getTimestamp(10)).toInstant(),
        used == null ? null : used.toLocalDate());
  }

  /** What the keeper of a passkey says of it with each signature. */
  record Counting(long counter, boolean backedUp, boolean backupAble) {}

  record Row(
      long number,
      UUID id,
      long account,
      byte[] credential,
      byte[] publicKey,
      Counting counting,
      byte[] label,
      Instant createdAt,
      @Nullable LocalDate lastUsed) {}
}
