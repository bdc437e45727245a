package vn.lachan.app.residents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Offers to hand a record over, and what became of them. */
@Component
class HandOverTable {
  private static final int SHOWN = 20;

  private final JdbcClient jdbc;

  HandOverTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  UUID insert(long member, byte[] codeHash, Instant now, Instant expires) {
    return jdbc.sql(
            """
            insert into residents.hand_over (member, code_hash, offered_at, expires_at)
            values (:member, :hash, :now, :expires)
            returning public_id
            """)
        .param("member", member)
        .param("hash", codeHash)
        .param("now", Timestamp.from(now))
        .param("expires", Timestamp.from(expires))
        .query(UUID.class)
        .single();
  }

  Optional<Row> openByCode(byte[] codeHash, Instant now) {
    return jdbc.sql(
            """
            select h.number, h.member from residents.hand_over h
            where h.code_hash = :hash and h.accepted_at is null and h.cancelled_at is null
              and h.expires_at > :now
            """)
        .param("hash", codeHash)
        .param("now", Timestamp.from(now))
        .query((row, index) -> new Row(row.getLong(1), row.getLong(2)))
        .optional();
  }

  void accept(long number, long account, Instant now) {
    jdbc.sql(
            """
            update residents.hand_over set accepted_at = :now, accepted_by = :account
            where number = :number
            """)
        .param("number", number)
        .param("account", account)
        .param("now", Timestamp.from(now))
        .update();
  }

  /** Those of the member that are still open. */
  int cancel(long member, Instant now) {
    return jdbc.sql(
            """
            update residents.hand_over set cancelled_at = :now
            where member = :member and accepted_at is null and cancelled_at is null
            """)
        .param("member", member)
        .param("now", Timestamp.from(now))
        .update();
  }

  /** What an account gave and got, the latest first. */
  List<Shown> of(long account) {
    return jdbc.sql(
            """
            select h.public_id, h.member, m.account = :account as given, h.offered_at, h.expires_at,
                   h.accepted_at, h.cancelled_at,
                   (select n.number from residents.member n
                    where n.account = :account and n.person = m.person and n.left_at is null)
            from residents.hand_over h join residents.member m on m.number = h.member
            where m.account = :account or h.accepted_by = :account
            order by h.number desc limit :rows
            """)
        .param("account", account)
        .param("rows", SHOWN)
        .query(HandOverTable::shown)
        .list();
  }

  void tried(long account, Instant now) {
    jdbc.sql("insert into residents.hand_over_try (account, tried_at) values (:account, :now)")
        .param("account", account)
        .param("now", Timestamp.from(now))
        .update();
  }

  int tries(long account, Instant since) {
    return jdbc.sql(
            """
            select count(*) from residents.hand_over_try
            where account = :account and tried_at > :since
            """)
        .param("account", account)
        .param("since", Timestamp.from(since))
        .query(Integer.class)
        .single();
  }

  void forgetTries(Instant before) {
    jdbc.sql("delete from residents.hand_over_try where tried_at < :before")
        .param("before", Timestamp.from(before))
        .update();
  }

  private static Shown shown(ResultSet row, int index) throws SQLException {
    return new Shown(
        Objects.requireNonNull(row.getObject(1, UUID.class)),
        row.getLong(2),
        row.getBoolean(3),
        Objects.requireNonNull(row.getTimestamp(4)).toInstant(),
        Objects.requireNonNull(row.getTimestamp(5)).toInstant(),
        instant(row, 6),
        instant(row, 7),
        row.getObject(8, Long.class));
  }

  private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
    Timestamp timestamp = row.getTimestamp(column);
    return timestamp == null ? null : timestamp.toInstant();
  }

  record Row(long number, long member) {}

  /**
   * One of them.
   *
   * @param held the membership by which the account that asks holds the person now
   */
  record Shown(
      UUID id,
      long member,
      boolean given,
      Instant offeredAt,
      Instant expiresAt,
      @Nullable Instant acceptedAt,
      @Nullable Instant cancelledAt,
      @Nullable Long held) {}
}
