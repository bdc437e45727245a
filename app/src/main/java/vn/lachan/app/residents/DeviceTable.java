package vn.lachan.app.residents;

import java.sql.Date;
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

/** Phones and browsers that are signed in. */
@Component
class DeviceTable {
  private final JdbcClient jdbc;

  DeviceTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(
      long account,
      byte[] tokenHash,
      String browser,
      boolean mustSayWho,
      LocalDate day,
      Instant now) {
    jdbc.sql(
            """
            insert into residents.device
              (account, token_hash, browser, must_say_who, created_at, last_used)
            values (:account, :hash, :browser, :mustSayWho, :now, :day)
            """)
        .param("account", account)
        .param("hash", tokenHash)
        .param("browser", browser)
        .param("mustSayWho", mustSayWho)
        .param("day", Date.valueOf(day))
        .param("now", Timestamp.from(now))
        .update();
  }

  Optional<Found> find(byte[] tokenHash, LocalDate usedSince) {
    return found(
        tokenHash, usedSince, "(not d.must_say_who or d.said_who_at is not null)", Instant.EPOCH);
  }

  /** One that is signed in, and whose holder has not said yet who they are. */
  Optional<Found> findWaiting(byte[] tokenHash, LocalDate usedSince, Instant since) {
    return found(
        tokenHash,
        usedSince,
        "d.must_say_who and d.said_who_at is null and d.created_at > :created",
        since);
  }

  private Optional<Found> found(
      byte[] tokenHash, LocalDate usedSince, String state, Instant created) {
    return jdbc.sql(
            """
            select d.account, a.public_id, d.number, d.last_used
            from residents.device d join residents.account a on a.number = d.account
            where d.token_hash = :hash and d.revoked_at is null and d.last_used >= :since
              and a.left_at is null and %s
            """
                .formatted(state))
        .param("hash", tokenHash)
        .param("since", Date.valueOf(usedSince))
        .param("created", Timestamp.from(created))
        .query(
            (row, index) ->
                new Found(
                    new Resident(
                        row.getLong(1),
                        Objects.requireNonNull(row.getObject(2, UUID.class)),
                        row.getLong(3)),
                    Objects.requireNonNull(row.getDate(4)).toLocalDate()))
        .optional();
  }

  /** The day of the last use of any device, and whether one still stands that was used since. */
  Use use(long account, LocalDate usedSince) {
    return jdbc.sql(
            """
            select max(last_used), coalesce(bool_or(revoked_at is null and last_used >= :since
              and (not must_say_who or said_who_at is not null)), false)
            from residents.device where account = :account
            """)
        .param("account", account)
        .param("since", Date.valueOf(usedSince))
        .query(
            (row, index) -> {
              Date last = row.getDate(1);
              return new Use(last == null ? null : last.toLocalDate(), row.getBoolean(2));
            })
        .single();
  }

  void saidWho(long device, Instant now) {
    jdbc.sql("update residents.device set said_who_at = :now where number = :number")
        .param("number", device)
        .param("now", Timestamp.from(now))
        .update();
  }

  /** How often the account's waiting devices tried, with this try. */
  int take(long account, long device) {
    jdbc.sql("update residents.device set wrong_tries = wrong_tries + 1 where number = :number")
        .param("number", device)
        .update();
    return tries(account);
  }

  /** Tries of all devices since somebody was right. */
  private int tries(long account) {
    return jdbc.sql(
            """
            select coalesce(sum(wrong_tries), 0) from residents.device d
            where account = :account and created_at > coalesce((select max(said_who_at)
              from residents.device where account = :account), '-infinity')
            """)
        .param("account", account)
        .query(Integer.class)
        .single();
  }

  /** One write a device and day. */
  void used(long device, LocalDate day) {
    jdbc.sql("update residents.device set last_used = :day where number = :number")
        .param("number", device)
        .param("day", Date.valueOf(day))
        .update();
  }

  List<OwnDevice> of(long account, long current, LocalDate usedSince) {
    return jdbc.sql(
            """
            select public_id, browser, created_at, last_used, number = :current
            from residents.device
            where account = :account and revoked_at is null and last_used >= :since
            order by number desc
            """)
        .param("account", account)
        .param("current", current)
        .param("since", Date.valueOf(usedSince))
        .query(
            (row, index) ->
                new OwnDevice(
                    Objects.requireNonNull(row.getObject(1, UUID.class)),
                    Objects.requireNonNull(row.getString(2)),
                    Objects.requireNonNull(row.getTimestamp(3)).toInstant(),
                    Objects.requireNonNull(row.getDate(4)).toLocalDate(),
                    row.getBoolean(5)))
        .list();
  }

  /** Its number, where it was signed in. */
  Optional<Long> revoke(long account, UUID device, Instant now) {
    return jdbc.sql(
            """
            update residents.device set revoked_at = :now
            where account = :account and public_id = :device and revoked_at is null
            returning number
            """)
        .param("account", account)
        .param("device", device)
        .param("now", Timestamp.from(now))
        .query(Long.class)
        .optional();
  }

  void revoke(long device, Instant now) {
    jdbc.sql(
            "update residents.device set revoked_at = :now where number = :n and revoked_at is"
                + " null")
        .param("n", device)
        .param("now", Timestamp.from(now))
        .update();
  }

  void revokeAll(long account, Instant now) {
    revokeAllButLatest(account, 0, now);
  }

  void revokeAllButLatest(long account, int kept, Instant now) {
    jdbc.sql(
            """
            update residents.device set revoked_at = :now
            where account = :account and revoked_at is null and number not in (
              select number from residents.device
              where account = :account and revoked_at is null
              order by number desc limit :kept)
            """)
        .param("account", account)
        .param("kept", kept)
        .param("now", Timestamp.from(now))
        .update();
  }

  /** When any device was used last, and whether one is in use. */
  record Use(@Nullable LocalDate last, boolean standing) {}

  record Found(Resident resident, LocalDate lastUsed) {}
}
