package vn.lachan.app.residents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Sealed;

/** Browsers that listen, and what goes to them. */
@Component
class PushTable {
  private final JdbcClient jdbc;

  PushTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Resident resident, byte[] sealed, String key, String language, Instant now) {
    jdbc.sql(
            """
            insert into residents.push_subscription
              (account, device, sealed, key_id, language, created_at)
            values (:account, :device, :sealed, :key, :language, :now)
            """)
        .param("account", resident.account())
        .param("device", resident.device())
        .param("sealed", sealed)
        .param("key", key)
        .param("language", language)
        .param("now", Timestamp.from(now))
        .update();
  }

  boolean listens(long device) {
    return jdbc.sql(
            """
            select exists (select from residents.push_subscription
              where device = :device and ended_at is null)
            """)
        .param("device", device)
        .query(Boolean.class)
        .single();
  }

  /** Its address and keys go at once. */
  boolean endOfDevice(long device, Instant now) {
    return end("device", device, now);
  }

  void endOfAccount(long account, Instant now) {
    end("account", account, now);
  }

  /** The browser to which something was to go does not listen any more. */
  void endOfPush(long push, Instant now) {
    jdbc.sql(
            """
            update residents.push_subscription s set ended_at = :now, sealed = null
            from residents.push p
            where p.number = :push and s.number = p.subscription and s.ended_at is null
            """)
        .param("push", push)
        .param("now", Timestamp.from(now))
        .update();
  }

  /** One for each browser that listens for any of these records; their numbers. */
  List<Long> tell(long notice, Collection<Long> records) {
    return jdbc.sql(
            """
            insert into residents.push (notice, subscription)
            select :notice, s.number
            from residents.push_subscription s
            join residents.device d on d.number = s.device and d.revoked_at is null
            where s.ended_at is null and exists (select from residents.member m
              where m.account = s.account and m.left_at is null and m.person = any(:records))
            on conflict do nothing
            returning number
            """)
        .param("notice", notice)
        .param("records", records.toArray(Long[]::new))
        .query((row, index) -> row.getLong(1))
        .list();
  }

  /** What is still worth sending: the browser listens, and its account has not read the notice. */
  Optional<Row> open(long push) {
    return jdbc.sql(
            """
            select a.wrapped_key, s.sealed, s.key_id, s.language, n.public_id, n.template
            from residents.push p
            join residents.notice n on n.number = p.notice
            join residents.push_subscription s on s.number = p.subscription
            join residents.account a on a.number = s.account and a.left_at is null
            join residents.device d on d.number = s.device and d.revoked_at is null
            where p.number = :push and s.ended_at is null
              and not exists (select from residents.notice_reading r
                where r.notice = n.number and r.account = s.account)
            """)
        .param("push", push)
        .query(PushTable::row)
        .optional();
  }

  private boolean end(String column, long value, Instant now) {
    return jdbc.sql(
                """
                update residents.push_subscription set ended_at = :now, sealed = null
                where %s = :value and ended_at is null
                """
                    .formatted(column))
            .param("value", value)
            .param("now", Timestamp.from(now))
            .update()
        > 0;
  }

  private static Row row(ResultSet row, int index) throws SQLException {
    return new Row(
        new Sealed(
            Objects.requireNonNull(row.getBytes(1)), Objects.requireNonNull(row.getBytes(2))),
        Objects.requireNonNull(row.getString(3)),
        Objects.requireNonNull(row.getString(4)),
        Objects.requireNonNull(row.getObject(5, UUID.class)),
        Objects.requireNonNull(row.getString(6)));
  }

  record Row(Sealed browser, String key, String language, UUID notice, String template) {}
}
