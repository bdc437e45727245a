package vn.lachan.app.residents;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.messaging.NoticePosted;

/** Notices by person, and who read them. */
@Component
class NoticeTable {
  private final JdbcClient jdbc;

  NoticeTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(NoticePosted notice) {
    jdbc.sql(
            """
            insert into residents.notice (person, template, arguments, posted_at)
            values (:person, :template, :arguments, :at)
            """)
        .param("person", notice.person())
        .param("template", notice.template())
        .param("arguments", notice.arguments().toArray(String[]::new))
        .param("at", Timestamp.from(notice.at()))
        .update();
  }

  List<Row> of(long account, Collection<Long> persons, int rows) {
    return jdbc.sql(
            """
            select n.person, n.template, n.arguments, n.posted_at, r.read_at
            from residents.notice n
            left join residents.notice_reading r on r.notice = n.number and r.account = :account
            where n.person = any(:persons)
            order by n.number desc limit :rows
            """)
        .param("account", account)
        .param("persons", persons.toArray(Long[]::new))
        .param("rows", rows)
        .query(
            (row, index) -> {
              Timestamp read = row.getTimestamp(5);
              return new Row(
                  row.getLong(1),
                  Objects.requireNonNull(row.getString(2)),
                  List.of((String[]) Objects.requireNonNull(row.getArray(3)).getArray()),
                  Objects.requireNonNull(row.getTimestamp(4)).toInstant(),
                  read == null ? null : read.toInstant());
            })
        .list();
  }

  /** The first reading stays. */
  void read(long account, Collection<Long> persons, Instant now) {
    jdbc.sql(
            """
            insert into residents.notice_reading (notice, account, read_at)
            select n.number, :account, :now from residents.notice n
            where n.person = any(:persons)
            on conflict do nothing
            """)
        .param("account", account)
        .param("persons", persons.toArray(Long[]::new))
        .param("now", Timestamp.from(now))
        .update();
  }

  record Row(
      long person, String template, List<String> arguments, Instant at, @Nullable Instant readAt) {}
}
