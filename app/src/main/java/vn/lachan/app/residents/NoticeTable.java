package vn.lachan.app.residents;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.messaging.NoticeKeeper;
import vn.lachan.app.messaging.NoticePosted;

/** Notices by person, and who read them. */
@Component
class NoticeTable {
  private final JdbcClient jdbc;

  NoticeTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Its number; empty where the person has one of this key already. */
  Optional<Long> insert(NoticePosted notice) {
    return jdbc.sql(
            """
            insert into residents.notice (person, template, arguments, posted_key, posted_at)
            values (:person, :template, :arguments, :key, :at)
            on conflict (person, posted_key) where posted_key is not null do nothing
            returning number
            """)
        .param("person", notice.person())
        .param("template", notice.template())
        .param("arguments", notice.arguments().toArray(String[]::new))
        .param("key", notice.key())
        .param("at", Timestamp.from(notice.at()))
        .query(Long.class)
        .optional();
  }

  NoticeKeeper.Told told(String key) {
    return jdbc.sql(
            """
            select count(*),
              count(*) filter (where exists (select from residents.member m
                where m.person = n.person and m.left_at is null)),
              count(*) filter (where exists (select from residents.notice_reading r
                where r.notice = n.number))
            from residents.notice n where n.posted_key = :key
            """)
        .param("key", key)
        .query(
            (row, index) -> new NoticeKeeper.Told(row.getLong(1), row.getLong(2), row.getLong(3)))
        .single();
  }

  List<Row> of(long account, Collection<Long> persons, int rows) {
    return jdbc.sql(
            """
            select n.person, n.template, n.arguments, n.posted_at, r.read_at, n.public_id
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
                  Objects.requireNonNull(row.getObject(6, UUID.class)),
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

  /** One of them; the first reading stays. */
  void readOne(long account, UUID id, Instant now) {
    jdbc.sql(
            """
            insert into residents.notice_reading (notice, account, read_at)
            select number, :account, :now from residents.notice where public_id = :id
            on conflict do nothing
            """)
        .param("account", account)
        .param("id", id)
        .param("now", Timestamp.from(now))
        .update();
  }

  record Row(
      UUID id,
      long person,
      String template,
      List<String> arguments,
      Instant at,
      @Nullable Instant readAt) {}
}
