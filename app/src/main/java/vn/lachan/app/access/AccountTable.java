package vn.lachan.app.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Accounts, their passwords and closures. */
@Component
class AccountTable {
  private final JdbcClient jdbc;

  AccountTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long insert(
      Actor.Kind kind, @Nullable String username, String displayName, long by, Instant now) {
    return jdbc.sql(
            """
            insert into access.account (kind, username, display_name, created_at, created_by)
            values (:kind, :username, :name, :at, :by) returning number
            """)
        .param("kind", kind.name())
        .param("username", username)
        .param("name", displayName)
        .param("at", Timestamp.from(now))
        .param("by", by)
        .query(Long.class)
        .single();
  }

  /** Until the transaction ends, for all copies of the program. */
  void lockFirstOperator() {
    jdbc.sql("select pg_advisory_xact_lock(130, 2)::text").query(String.class).optional();
  }

  OptionalLong byUsername(String username) {
    Optional<Long> found =
        jdbc.sql("select number from access.account where username = :username")
            .param("username", username)
            .query(Long.class)
            .optional();
    return found.map(OptionalLong::of).orElseGet(OptionalLong::empty);
  }

  /** An open account as it is at the moment; empty when there is none or it is closed. */
  Optional<State> state(long account) {
    return jdbc.sql(
            """
            select a.number, a.kind, a.display_name, p.set_at, p.one_time_until,
              p.account is not null and exists (
                select from access.second_factor f
                where f.account = a.number and f.removed_at is null and f.confirmed_at is not null)
                as second_factor
            from access.account a
            left join access.password p on p.account = a.number
            where a.number = :account and not exists (
              select 1 from access.closure c
              where c.account = a.number and c.reopened_at is null)
            """)
        .param("account", account)
        .query(AccountTable::state)
        .optional();
  }

  /** What an account signs in as; its number where it has no username. */
  String username(long account) {
    return jdbc.sql(
            "select coalesce(username, number::text) from access.account where number = :account")
        .param("account", account)
        .query(String.class)
        .single();
  }

  Map<Long, String> names(Collection<Long> accounts) {
    Map<Long, String> names = new HashMap<>();
    jdbc.sql("select number, display_name from access.account where number = any(:numbers)")
        .param("numbers", accounts.toArray(Long[]::new))
        .query(
            (RowCallbackHandler)
                row -> names.put(row.getLong("number"), row.getString("display_name")));
    return names;
  }

  Optional<StoredPassword> password(String username) {
    return jdbc.sql(
            """
            select a.number, p.hash, p.one_time_until
            from access.account a join access.password p on p.account = a.number
            where a.username = :username
            """)
        .param("username", username)
        .query(AccountTable::password)
        .optional();
  }

  Optional<StoredPassword> password(long account) {
    return jdbc.sql(
            """
            select p.account as number, p.hash, p.one_time_until
            from access.password p where p.account = :account
            """)
        .param("account", account)
        .query(AccountTable::password)
        .optional();
  }

  void setPassword(
      long account, String hash, long by, @Nullable Instant oneTimeUntil, Instant now) {
    jdbc.sql(
            """
            insert into access.password (account, hash, set_at, set_by, one_time_until)
            values (:account, :hash, :at, :by, :until)
            on conflict (account) do update set hash = excluded.hash, set_at = excluded.set_at,
              set_by = excluded.set_by, one_time_until = excluded.one_time_until
            """)
        .param("account", account)
        .param("hash", hash)
        .param("at", Timestamp.from(now))
        .param("by", by)
        .param("until", oneTimeUntil == null ? null : Timestamp.from(oneTimeUntil))
        .update();
  }

  /** Whether anybody operates the installation with a password of their own choosing. */
  boolean hasOperatorWithOwnPassword() {
    return jdbc.sql(
            """
            select exists (
              select 1 from access.assignment s join access.password p on p.account = s.account
              where s.role = 'OPERATOR' and s.unit_id is null and s.place is null
                and s.revoked_at is null and p.one_time_until is null)
            """)
        .query(Boolean.class)
        .single();
  }

  /** The same password under stronger settings; sessions stay. */
  void rehash(long account, String oldHash, String hash) {
    jdbc.sql("update access.password set hash = :hash where account = :account and hash = :old")
        .param("account", account)
        .param("hash", hash)
        .param("old", oldHash)
        .update();
  }

  /** False when it was closed already. */
  boolean close(long account, long by, @Nullable String reason, Instant now) {
    return jdbc.sql(
                """
                insert into access.closure (account, closed_at, closed_by, reason)
                values (:account, :at, :by, :reason)
                on conflict (account) where reopened_at is null do nothing
                """)
            .param("account", account)
            .param("at", Timestamp.from(now))
            .param("by", by)
            .param("reason", reason)
            .update()
        == 1;
  }

  /** False when it was not closed. */
  boolean reopen(long account, long by, Instant now) {
    return jdbc.sql(
                """
                update access.closure set reopened_at = :at, reopened_by = :by
                where account = :account and reopened_at is null
                """)
            .param("account", account)
            .param("at", Timestamp.from(now))
            .param("by", by)
            .update()
        == 1;
  }

  private static State state(ResultSet row, int index) throws SQLException {
    return new State(
        row.getLong("number"),
        Actor.Kind.valueOf(row.getString("kind")),
        Objects.requireNonNull(row.getString("display_name")),
        instant(row, "set_at"),
        row.getTimestamp("one_time_until") != null,
        row.getBoolean("second_factor"));
  }

  private static StoredPassword password(ResultSet row, int index) throws SQLException {
    return new StoredPassword(
        row.getLong("number"),
        Objects.requireNonNull(row.getString("hash")),
        instant(row, "one_time_until"));
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }

  record State(
      long number,
      Actor.Kind kind,
      String displayName,
      @Nullable Instant passwordSetAt,
      boolean mustChangePassword,
      boolean hasSecondFactor) {}

  record StoredPassword(long account, String hash, @Nullable Instant oneTimeUntil) {
    boolean isOver(Instant now) {
      return oneTimeUntil != null && !oneTimeUntil.isAfter(now);
    }
  }
}
