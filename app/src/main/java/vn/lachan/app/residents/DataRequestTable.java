package vn.lachan.app.residents;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which requests about data came from which account. */
@Component
class DataRequestTable {
  private static final int SHOWN = 50;

  private final JdbcClient jdbc;

  DataRequestTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(UUID request, long account, long member, Instant now) {
    jdbc.sql(
            """
            insert into residents.data_request (request, account, member, sent_at)
            values (:request, :account, :member, :now)
            """)
        .param("request", request)
        .param("account", account)
        .param("member", member)
        .param("now", Timestamp.from(now))
        .update();
  }

  List<UUID> of(long account, long member) {
    return jdbc.sql(
            """
            select request from residents.data_request
            where account = :account and member = :member
            order by sent_at desc limit :rows
            """)
        .param("account", account)
        .param("member", member)
        .param("rows", SHOWN)
        .query((row, index) -> Objects.requireNonNull(row.getObject(1, UUID.class)))
        .list();
  }

  int since(long account, Instant time) {
    return jdbc.sql(
            """
            select count(*) from residents.data_request
            where account = :account and sent_at > :time
            """)
        .param("account", account)
        .param("time", Timestamp.from(time))
        .query(Integer.class)
        .single();
  }
}
