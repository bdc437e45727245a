package vn.lachan.app.access;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Tokens.TokenRow;

/** API tokens, by their hash. */
@Component
class TokenTable {
  private static final int ROWS_AT_MOST = 500;

  private final JdbcClient jdbc;

  TokenTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long insert(byte[] hash, long account, long by, Instant now, Instant expiresAt) {
    return jdbc.sql(
            """
            insert into access.api_token (hash, account, created_at, created_by, expires_at)
            values (:hash, :account, :now, :by, :expires) returning number
            """)
        .param("hash", hash)
        .param("account", account)
        .param("now", Timestamp.from(now))
        .param("by", by)
        .param("expires", Timestamp.from(expiresAt))
        .query(Long.class)
        .single();
  }

  /** A token ends with the account that made it. */
  Optional<Found> find(byte[] hash) {
    return jdbc.sql(
            """
            select t.number, t.account, t.expires_at from access.api_token t
            where t.hash = :hash and t.revoked_at is null and not exists (
              select from access.closure c
              where c.account = t.created_by and c.reopened_at is null)
            """)
        .param("hash", hash)
        .query(
            (row, index) ->
                new Found(
                    row.getLong("number"),
                    row.getLong("account"),
                    Objects.requireNonNull(row.getTimestamp("expires_at")).toInstant()))
        .optional();
  }

  /** Written once a day and token. */
  void used(long number, LocalDate day) {
    jdbc.sql(
            """
            update access.api_token set last_used = :day
            where number = :number and last_used is distinct from :day
            """)
        .param("number", number)
        .param("day", Date.valueOf(day))
        .update();
  }

  Optional<Long> revoke(long number, long by, Instant now) {
    return jdbc.sql(
            """
            update access.api_token set revoked_at = :now, revoked_by = :by
            where number = :number and revoked_at is null
            returning account
            """)
        .param("number", number)
        .param("by", by)
        .param("now", Timestamp.from(now))
        .query(Long.class)
        .optional();
  }

  List<TokenRow> list() {
    return jdbc.sql(
            """
            select t.number, t.account, a.display_name, t.created_at, t.expires_at, t.last_used,
                   t.revoked_at
            from access.api_token t join access.account a on a.number = t.account
            order by t.number desc limit :rows
            """)
        .param("rows", ROWS_AT_MOST)
        .query(TokenTable::row)
        .list();
  }

  private static TokenRow row(ResultSet row, int index) throws SQLException {
    Date lastUsed = row.getDate("last_used");
    return new TokenRow(
        row.getLong("number"),
        row.getLong("account"),
        Objects.requireNonNull(row.getString("display_name")),
        Objects.requireNonNull(row.getTimestamp("created_at")).toInstant(),
        Objects.requireNonNull(row.getTimestamp("expires_at")).toInstant(),
        lastUsed == null ? null : lastUsed.toLocalDate(),
        AccountTable.instant(row, "revoked_at"),
        List.of());
  }

  record Found(long number, long account, Instant expiresAt) {}
}
