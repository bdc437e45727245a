package vn.lachan.app.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Keyring;
import vn.lachan.app.kernel.Sealed;

/** Secrets of one-time passwords, sealed, and the recovery codes beside them. */
@Component
class SecondFactorTable {
  private static final String CONTEXT = "access.second-factor ";

  private final JdbcClient jdbc;
  private final Keyring keyring;

  SecondFactorTable(JdbcClient jdbc, Keyring keyring) {
    this.jdbc = jdbc;
    this.keyring = keyring;
  }

  /** The factor that is not removed, confirmed or not. */
  Optional<Stored> find(long account) {
    return jdbc.sql(
            """
            select f.number, f.wrapped_key, f.secret, f.confirmed_at,
                   (select count(*) from access.recovery_code c
                    where c.factor = f.number and c.used_at is null) as codes_left
            from access.second_factor f
            where f.account = :account and f.removed_at is null
            """)
        .param("account", account)
        .query((row, index) -> stored(row, account))
        .optional();
  }

  long insert(long account, String secret, Instant now) {
    Sealed sealed = keyring.seal(secret, CONTEXT + account);
    return jdbc.sql(
            """
            insert into access.second_factor (account, wrapped_key, secret, begun_at)
            values (:account, :key, :secret, :now) returning number
            """)
        .param("account", account)
        .param("key", sealed.wrappedKey())
        .param("secret", sealed.content())
        .param("now", Timestamp.from(now))
        .query(Long.class)
        .single();
  }

  void confirm(long factor, List<byte[]> codes, Instant now) {
    jdbc.sql("update access.second_factor set confirmed_at = :now where number = :factor")
        .param("factor", factor)
        .param("now", Timestamp.from(now))
        .update();
    replaceCodes(factor, codes);
  }

  void replaceCodes(long factor, List<byte[]> codes) {
    jdbc.sql("delete from access.recovery_code where factor = :factor")
        .param("factor", factor)
        .update();
    jdbc.sql("insert into access.recovery_code (factor, hash) select :factor, unnest(:codes)")
        .param("factor", factor)
        .param("codes", codes.toArray(byte[][]::new))
        .update();
  }

  /** Whether the step is later than every one used before; it is used from now on. */
  boolean use(long factor, long step) {
    return jdbc.sql(
                """
                update access.second_factor set last_step = :step
                where number = :factor and last_step < :step
                """)
            .param("factor", factor)
            .param("step", step)
            .update()
        == 1;
  }

  boolean useCode(long factor, List<byte[]> hashes, Instant now) {
    return jdbc.sql(
                """
                update access.recovery_code set used_at = :now
                where factor = :factor and used_at is null and hash = any(:hashes)
                """)
            .param("factor", factor)
            .param("hashes", hashes.toArray(byte[][]::new))
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  /** Removes the factor that an account has; the secret goes, the fact stays. */
  boolean remove(long account, long by, @Nullable String reason, Instant now) {
    return jdbc.sql(
                """
                update access.second_factor
                set removed_at = :now, removed_by = :by, reason = :reason,
                    wrapped_key = '', secret = ''
                where account = :account and removed_at is null
                """)
            .param("account", account)
            .param("by", by)
            .param("reason", reason)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  private Stored stored(ResultSet row, long account) throws SQLException {
    byte[] key = Objects.requireNonNull(row.getBytes("wrapped_key"));
    byte[] secret = Objects.requireNonNull(row.getBytes("secret"));
    Timestamp confirmed = row.getTimestamp("confirmed_at");
    return new Stored(
        row.getLong("number"),
        keyring.open(new Sealed(key, secret), CONTEXT + account),
        confirmed == null ? null : confirmed.toInstant(),
        row.getInt("codes_left"));
  }

  /**
   * A factor as stored.
   *
   * @param secret Base32, as an authenticator takes it
   */
  record Stored(long number, String secret, @Nullable Instant confirmedAt, int codesLeft) {}
}
