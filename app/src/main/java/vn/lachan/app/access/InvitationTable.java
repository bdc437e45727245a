package vn.lachan.app.access;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Keepers.Keeper;

/** Invitations of keepers, and the keepers who accepted. */
@Component
class InvitationTable {
  private final JdbcClient jdbc;

  InvitationTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(byte[] hash, long place, long by, Instant now, Instant expiresAt) {
    jdbc.sql(
            """
            insert into access.invitation (token_hash, place, invited_at, invited_by, expires_at)
            values (:hash, :place, :now, :by, :expires)
            """)
        .param("hash", hash)
        .param("place", place)
        .param("now", Timestamp.from(now))
        .param("by", by)
        .param("expires", Timestamp.from(expiresAt))
        .update();
  }

  int waiting(long place, Instant now) {
    return jdbc.sql(
            """
            select count(*) from access.invitation
            where place = :place and accepted_at is null and expires_at > :now
            """)
        .param("place", place)
        .param("now", Timestamp.from(now))
        .query(Integer.class)
        .single();
  }

  int end(long place, Instant now) {
    return jdbc.sql(
            """
            update access.invitation set expires_at = :now
            where place = :place and accepted_at is null and expires_at > :now
            """)
        .param("place", place)
        .param("now", Timestamp.from(now))
        .update();
  }

  boolean isOpen(byte[] hash, Instant now) {
    return jdbc.sql(
            """
            select exists (select 1 from access.invitation
              where token_hash = :hash and accepted_at is null and expires_at > :now)
            """)
        .param("hash", hash)
        .param("now", Timestamp.from(now))
        .query(Boolean.class)
        .single();
  }

  /** The invitation, for the one who takes it first. */
  Optional<Taken> take(byte[] hash, Instant now) {
    return jdbc.sql(
            """
            update access.invitation set accepted_at = :now
            where token_hash = :hash and accepted_at is null and expires_at > :now
            returning number, place, invited_by
            """)
        .param("hash", hash)
        .param("now", Timestamp.from(now))
        .query(
            (row, index) ->
                new Taken(row.getLong("number"), row.getLong("place"), row.getLong("invited_by")))
        .optional();
  }

  void setAccount(long invitation, long account) {
    jdbc.sql("update access.invitation set account = :account where number = :number")
        .param("number", invitation)
        .param("account", account)
        .update();
  }

  List<Keeper> keepers(long place) {
    return jdbc.sql(
            """
            select s.number, s.account, a.username, a.display_name, s.granted_at
            from access.assignment s join access.account a on a.number = s.account
            where s.place = :place and s.role = 'KEEPER' and s.revoked_at is null
            order by s.number
            """)
        .param("place", place)
        .query(
            (row, index) ->
                new Keeper(
                    row.getLong("number"),
                    row.getLong("account"),
                    String.valueOf(row.getString("username")),
                    Objects.requireNonNull(row.getString("display_name")),
                    Objects.requireNonNull(row.getTimestamp("granted_at")).toInstant()))
        .list();
  }

  record Taken(long number, long place, long invitedBy) {}
}
