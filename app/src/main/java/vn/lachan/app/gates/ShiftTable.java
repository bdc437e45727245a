package vn.lachan.app.gates;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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
      GateDevice device, UUID key, long account, Instant at, @Nullable Instant ended, Instant now) {
    jdbc.sql(
            """
            insert into gates.shift (key, device, place, account, started_at, ended_at, received_at)
            values (:key, :device, :place, :account, :at, :ended, :now)
            on conflict (device, key) do update set
              started_at = least(shift.started_at, excluded.started_at),
              ended_at = coalesce(shift.ended_at, excluded.ended_at)
            """)
        .param("key", key)
        .param("device", device.number())
        .param("place", device.place().number())
        .param("account", account)
        .param("at", Timestamp.from(at))
        .param("ended", ended == null ? null : Timestamp.from(ended))
        .param("now", Timestamp.from(now))
        .update();
  }

  List<Row> list(long place) {
    return jdbc.sql(
            """
            select d.name, s.account, s.started_at, s.ended_at
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
                    Objects.requireNonNull(row.getTimestamp("started_at")).toInstant(),
                    GateDeviceTable.instant(row, "ended_at")))
        .list();
  }

  record Row(String device, long account, Instant startedAt, @Nullable Instant endedAt) {}
}
