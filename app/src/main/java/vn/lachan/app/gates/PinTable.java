package vn.lachan.app.gates;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** PINs of keepers and the tries of devices. */
@Component
class PinTable {
  private final JdbcClient jdbc;

  PinTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(long place, long account, String hash, long by, Instant now) {
    jdbc.sql(
            """
            insert into gates.pin (place, account, hash, set_at, set_by)
            values (:place, :account, :hash, :now, :by)
            """)
        .param("place", place)
        .param("account", account)
        .param("hash", hash)
        .param("now", Timestamp.from(now))
        .param("by", by)
        .update();
  }

  Optional<String> hash(long place, long account) {
    return jdbc.sql(
            """
            select hash from gates.pin where place = :place and account = :account
            order by number desc limit 1
            """)
        .param("place", place)
        .param("account", account)
        .query(String.class)
        .optional();
  }

  /** When the PIN that holds was set, by account. */
  Map<Long, Instant> setAt(long place) {
    Map<Long, Instant> found = new HashMap<>();
    jdbc.sql("select account, max(set_at) as at from gates.pin where place = :place group by 1")
        .param("place", place)
        .query(
            (row, index) ->
                Map.entry(
                    row.getLong("account"),
                    Objects.requireNonNull(row.getTimestamp("at")).toInstant()))
        .list()
        .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
    return found;
  }

  /** Which of these accounts ever had a PIN there: what they captured is theirs, even late. */
  Set<Long> everHad(long place, Collection<Long> accounts) {
    return new HashSet<>(
        jdbc.sql(
                """
                select distinct account from gates.pin
                where place = :place and account = any(:accounts)
                """)
            .param("place", place)
            .param("accounts", accounts.toArray(Long[]::new))
            .query(Long.class)
            .list());
  }

  /** Lets one try of a device at a time be counted and added, in all copies of the program. */
  void lock(long device) {
    jdbc.sql("select pg_advisory_xact_lock(841, :device::int)::text")
        .param("device", Math.floorMod(device, Integer.MAX_VALUE))
        .query(String.class)
        .optional();
  }

  int failures(long device, Instant since) {
    return jdbc.sql(
            """
            select count(*) from gates.pin_attempt
            where device = :device and not succeeded and at > :since
              and number > coalesce((select max(number) from gates.pin_attempt
                where device = :device and succeeded), 0)
            """)
        .param("device", device)
        .param("since", Timestamp.from(since))
        .query(Integer.class)
        .single();
  }

  /** Written as failed before the PIN is looked at; the same row becomes the success. */
  long insertFailed(long device, Instant now) {
    return jdbc.sql(
            """
            insert into gates.pin_attempt (device, at, succeeded)
            values (:device, :now, false) returning number
            """)
        .param("device", device)
        .param("now", Timestamp.from(now))
        .query(Long.class)
        .single();
  }

  void succeed(long attempt) {
    jdbc.sql("update gates.pin_attempt set succeeded = true where number = :number")
        .param("number", attempt)
        .update();
  }

  int forgetBefore(Instant at) {
    return jdbc.sql("delete from gates.pin_attempt where at < :at")
        .param("at", Timestamp.from(at))
        .update();
  }
}
