package vn.lachan.app.residents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which signed codes an account asked for, and for which device. */
@Component
class OwnCodeTable {
  private final JdbcClient jdbc;

  OwnCodeTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(UUID issue, long account, @Nullable Long device, long member, Instant now) {
    jdbc.sql(
            """
            insert into residents.own_code (issue, account, device, member, issued_at)
            values (:issue, :account, :device, :member, :now)
            """)
        .param("issue", issue)
        .param("account", account)
        .param("device", device)
        .param("member", member)
        .param("now", Timestamp.from(now))
        .update();
  }

  /** Those that stand, of a device, of a membership or of all, the newest first. */
  List<Row> standing(long account, @Nullable Long device, @Nullable Long member) {
    return jdbc.sql(
            """
            select c.issue, m.person, c.member, c.device is null, c.issued_at
            from residents.own_code c join residents.member m on m.number = c.member
            where c.account = :account and c.ended_at is null
              and (:device::bigint is null or c.device = :device)
              and (:member::bigint is null or c.member = :member)
            order by c.issued_at desc, c.issue
            """)
        .param("account", account)
        .param("device", device)
        .param("member", member)
        .query(OwnCodeTable::row)
        .list();
  }

  void end(UUID issue, Instant now) {
    jdbc.sql("update residents.own_code set ended_at = :now where issue = :issue")
        .param("issue", issue)
        .param("now", Timestamp.from(now))
        .update();
  }

  private static Row row(ResultSet row, int index) throws SQLException {
    return new Row(
        Objects.requireNonNull(row.getObject(1, UUID.class)),
        row.getLong(2),
        row.getLong(3),
        row.getBoolean(4),
        Objects.requireNonNull(row.getTimestamp(5)).toInstant());
  }

  record Row(UUID issue, long person, long member, boolean paper, Instant issuedAt) {}
}
