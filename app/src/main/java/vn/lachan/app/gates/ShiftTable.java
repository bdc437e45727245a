package vn.lachan.app.gates;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who kept a place with which device, from when to when. */
@Component
class ShiftTable {
  private static final int ROWS_MOST = 50;

  private final JdbcClient jdbc;

  ShiftTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Start and end may come in any order and more than once. */
  void note(
      GateDevice device,
      UUID key,
      long account,
      boolean proved,
      Instant at,
      @Nullable Instant ended,
      Instant now) {
    jdbc.sql(
            """
            insert into gates.shift
              (key, device, place, account, proved, started_at, ended_at, received_at)
            values (:key, :device, :place, :account, :proved, :at, :ended, :now)
            on conflict (device, key) do update set
              started_at = least(shift.started_at, excluded.started_at),
              ended_at = coalesce(shift.ended_at, excluded.ended_at)
            """)
        .param("key", key)
        .param("device", device.number())
        .param("place", device.place().number())
        .param("account", account)
        .param("proved", proved)
        .param("at", Timestamp.from(at))
        .param("ended", ended == null ? null : Timestamp.from(ended))
        .param("now", Timestamp.from(now))
        .update();
  }

  /** The server has accepted this keeper's PIN on this device. */
  void signOn(long device, long account, Instant now) {
    jdbc.sql(
            """
            insert into gates.sign_on (device, account, at) values (:device, :account, :now)
            on conflict do nothing
            """)
        .param("device", device)
        .param("account", account)
        .param("now", Timestamp.from(now))
        .update();
  }

  /** Which of these accounts signed on at this device, ever: a shift may begin offline later. */
  Set<Long> signedOn(long device, Collection<Long> accounts) {
    return new HashSet<>(
        jdbc.sql(
                """
                select account from gates.sign_on
                where device = :device and account = any(:accounts)
                """)
            .param("device", device)
            .param("accounts", accounts.toArray(Long[]::new))
            .query(Long.class)
            .list());
  }

  /** Whether any keeper ever signed on at this device. */
  boolean anySignedOn(long device) {
    return jdbc.sql("select exists (select 1 from gates.sign_on where device = :device)")
        .param("device", device)
        .query(Boolean.class)
        .single();
  }

  List<Row> list(long place) {
    return jdbc.sql(
            """
            select d.name, s.account, s.proved, s.started_at, s.ended_at
            from gates.shift s join gates.device d on d.number = s.device
            where s.place = :place order by s.started_at desc limit :rows
            """)
        .param("place", place)
        .param("rows", ROWS_MOST)
        .query(
            (row, index) ->
                new Row(
                    Objects.requireNonNull(row.getString("name")),
                    row.getLong("account"),
                    row.getBoolean("proved"),
                    Objects.requireNonNull(row.getTimestamp("started_at")).toInstant(),
                    GateDeviceTable.instant(row, "ended_at")))
        .list();
  }

  record Row(
      String device, long account, boolean proved, Instant startedAt, @Nullable Instant endedAt) {}
}
