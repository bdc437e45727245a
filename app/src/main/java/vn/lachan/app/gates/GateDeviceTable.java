package vn.lachan.app.gates;

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

/** Devices, their revocations and what they last said. */
@Component
class GateDeviceTable {
  private static final int ROWS_MOST = 200;
  private static final String COLUMNS =
      """
      select d.number, d.public_id, d.place, d.name, d.kiosk, d.screen, r.revoked_at
      from gates.device d left join gates.revocation r on r.device = d.number
      """;

  private final JdbcClient jdbc;

  GateDeviceTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Row(
      long number,
      UUID publicId,
      long place,
      String name,
      boolean kiosk,
      boolean screen,
      @Nullable Instant revokedAt) {}

  UUID insert(
      long place,
      String name,
      GateOffice.Mode mode,
      byte[] codeHash,
      Instant until,
      long by,
      Instant now) {
    return jdbc.sql(
            """
            insert into gates.device
              (public_id, place, name, kiosk, screen, code_hash, code_until, created_at, created_by)
            values (gen_random_uuid(), :place, :name, :kiosk, :screen, :hash, :until, :now, :by)
            returning public_id
            """)
        .param("place", place)
        .param("name", name)
        .param("kiosk", mode == GateOffice.Mode.KIOSK)
        .param("screen", mode == GateOffice.Mode.SCREEN)
        .param("hash", codeHash)
        .param("until", Timestamp.from(until))
        .param("now", Timestamp.from(now))
        .param("by", by)
        .query(UUID.class)
        .single();
  }

  /** Devices that hold a right, or could get one by a code that still runs. */
  int count(long place, Instant now) {
    return jdbc.sql(
            """
            select count(*) from gates.device d
            where d.place = :place and (d.enrolled_at is not null or d.code_until > :now)
              and not exists (select from gates.revocation r where r.device = d.number)
            """)
        .param("place", place)
        .param("now", Timestamp.from(now))
        .query(Integer.class)
        .single();
  }

  /** The token that the device holds goes on until the code is used. */
  void renew(long device, byte[] codeHash, Instant until) {
    jdbc.sql(
            "update gates.device set code_hash = :hash, code_until = :until where number = :device")
        .param("device", device)
        .param("hash", codeHash)
        .param("until", Timestamp.from(until))
        .update();
  }

  /** Gives the device of an unused code its token; using a code ends it. */
  Optional<Row> enrol(byte[] codeHash, @Nullable UUID device, byte[] tokenHash, Instant now) {
    return jdbc.sql(
            """
            update gates.device set token_hash = :token, code_until = :now,
              enrolled_at = coalesce(enrolled_at, :now)
            where code_hash = :code and code_until > :now
              and (:device::uuid is null or public_id = :device)
              and not exists (select from gates.revocation r where r.device = device.number)
            returning number, public_id, place, name, kiosk, screen, null::timestamptz as revoked_at
            """)
        .param("code", codeHash)
        .param("device", device)
        .param("token", tokenHash)
        .param("now", Timestamp.from(now))
        .query(GateDeviceTable::row)
        .optional();
  }

  Optional<Row> byToken(byte[] tokenHash) {
    return jdbc.sql(COLUMNS + " where d.token_hash = :token")
        .param("token", tokenHash)
        .query(GateDeviceTable::row)
        .optional();
  }

  Optional<Row> byPublicId(UUID device) {
    return jdbc.sql(COLUMNS + " where d.public_id = :device")
        .param("device", device)
        .query(GateDeviceTable::row)
        .optional();
  }

  /** False where it was revoked before. */
  boolean revoke(long device, long by, String reason, Instant now) {
    return jdbc.sql(
                """
                insert into gates.revocation (device, revoked_at, revoked_by, reason)
                values (:device, :now, :by, :reason) on conflict do nothing
                """)
            .param("device", device)
            .param("now", Timestamp.from(now))
            .param("by", by)
            .param("reason", reason)
            .update()
        > 0;
  }

  void contact(long device, GateDoor.DeviceReport report, Instant now) {
    Instant oldest = report.oldestWaiting();
    jdbc.sql(
            """
            insert into gates.contact
              (device, at, drift_seconds, waiting, refused, oldest_waiting, delivered)
            values (:device, :now, :drift, :waiting, :refused, :oldest, 0)
            on conflict (device) do update set at = excluded.at,
              drift_seconds = excluded.drift_seconds, waiting = excluded.waiting,
              refused = excluded.refused, oldest_waiting = excluded.oldest_waiting
            """)
        .param("device", device)
        .param("now", Timestamp.from(now))
        .param("drift", report.driftSeconds())
        .param("waiting", report.waiting())
        .param("refused", report.refused())
        .param("oldest", oldest == null ? null : Timestamp.from(oldest))
        .update();
  }

  void delivered(long device, int records, Instant now) {
    jdbc.sql(
            """
            insert into gates.contact
              (device, at, drift_seconds, waiting, refused, delivered, last_record_at)
            values (:device, :now, 0, 0, 0, :records, :now)
            on conflict (device) do update set at = excluded.at,
              delivered = contact.delivered + excluded.delivered, last_record_at = excluded.at
            """)
        .param("device", device)
        .param("now", Timestamp.from(now))
        .param("records", records)
        .update();
  }

  List<GateOffice.DeviceRow> list(long place, Instant now) {
    return jdbc.sql(
            """
            select d.public_id, d.name, d.kiosk, d.screen, d.created_at, d.enrolled_at, r.revoked_at, r.reason,
              c.at, coalesce(c.drift_seconds, 0) as drift, coalesce(c.waiting, 0) as waiting,
              coalesce(c.refused, 0) as refused, c.oldest_waiting,
              coalesce(c.delivered, 0) as delivered
            from gates.device d
            left join gates.revocation r on r.device = d.number
            left join gates.contact c on c.device = d.number
            where d.place = :place and (d.enrolled_at is not null or d.code_until > :now)
            order by r.revoked_at is not null, d.number desc limit :rows
            """)
        .param("place", place)
        .param("now", Timestamp.from(now))
        .param("rows", ROWS_MOST)
        .query(GateDeviceTable::listed)
        .list();
  }

  private static Row row(ResultSet row, int index) throws SQLException {
    return new Row(
        row.getLong("number"),
        Objects.requireNonNull(row.getObject("public_id", UUID.class)),
        row.getLong("place"),
        Objects.requireNonNull(row.getString("name")),
        row.getBoolean("kiosk"),
        row.getBoolean("screen"),
        instant(row, "revoked_at"));
  }

  private static GateOffice.DeviceRow listed(ResultSet row, int index) throws SQLException {
    return new GateOffice.DeviceRow(
        Objects.requireNonNull(row.getObject("public_id", UUID.class)),
        Objects.requireNonNull(row.getString("name")),
        row.getBoolean("kiosk"),
        row.getBoolean("screen"),
        Objects.requireNonNull(instant(row, "created_at")),
        instant(row, "enrolled_at"),
        instant(row, "revoked_at"),
        row.getString("reason"),
        instant(row, "at"),
        row.getInt("drift"),
        row.getInt("waiting"),
        row.getInt("refused"),
        instant(row, "oldest_waiting"),
        row.getLong("delivered"));
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp value = row.getTimestamp(column);
    return value == null ? null : value.toInstant();
  }
}
