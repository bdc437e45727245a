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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The people of accounts; a record is held by one account at a time. */
@Component
class MemberTable {
  private static final String COLUMNS =
      "number, public_id, account, person, label, unit_id, self, at_home, joined_at";

  private final JdbcClient jdbc;

  MemberTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False where another account holds the record. */
  boolean insert(
      long account,
      long person,
      byte[] label,
      @Nullable Integer unit,
      boolean self,
      boolean atHome,
      Instant now) {
    return jdbc.sql(
                """
                insert into residents.member
                  (account, person, label, unit_id, self, at_home, joined_at)
                values (:account, :person, :label, :unit, :self, :atHome, :now)
                on conflict (person) where left_at is null do nothing
                """)
            .param("account", account)
            .param("person", person)
            .param("label", label)
            .param("unit", unit)
            .param("self", self)
            .param("atHome", atHome)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  List<Row> of(long account) {
    return present("account", account).list();
  }

  Optional<Row> find(long number) {
    return present("number", number).optional();
  }

  Optional<Row> holder(long person) {
    return present("person", person).optional();
  }

  /** Persons of all accounts in the order of their numbers, a portion at a time. */
  List<Long> presentPersons(long after, int most) {
    return jdbc.sql(
            """
            select person from residents.member
            where person > :after and left_at is null
            order by person limit :most
            """)
        .param("after", after)
        .param("most", most)
        .query((row, index) -> row.getLong(1))
        .list();
  }

  /** What was typed goes with the membership. */
  void leave(long number, Instant now) {
    jdbc.sql(
            """
            update residents.member set left_at = :now, label = null
            where number = :number and left_at is null
            """)
        .param("number", number)
        .param("now", Timestamp.from(now))
        .update();
  }

  void leaveAll(long account, Instant now) {
    jdbc.sql(
            """
            update residents.member set left_at = :now, label = null
            where account = :account and left_at is null
            """)
        .param("account", account)
        .param("now", Timestamp.from(now))
        .update();
  }

  /** Their persons were destroyed. */
  void forget(Collection<Long> persons) {
    jdbc.sql(
            """
            update residents.member set left_at = coalesce(left_at, now()), label = null
            where person = any(:persons)
            """)
        .param("persons", persons.toArray(Long[]::new))
        .update();
  }

  private JdbcClient.MappedQuerySpec<Row> present(String column, long value) {
    return jdbc.sql(
            """
            select %s from residents.member
            where %s = :value and left_at is null
            order by number
            """
                .formatted(COLUMNS, column))
        .param("value", value)
        .query(MemberTable::row);
  }

  private static Row row(ResultSet row, int index) throws SQLException {
    return new Row(
        row.getLong(1),
        Objects.requireNonNull(row.getObject(2, UUID.class)),
        row.getLong(3),
        row.getLong(4),
        Objects.requireNonNull(row.getBytes(5)),
        row.getObject(6, Integer.class),
        row.getBoolean(7),
        row.getBoolean(8),
        Objects.requireNonNull(row.getTimestamp(9)).toInstant());
  }

  record Row(
      long number,
      UUID id,
      long account,
      long person,
      byte[] label,
      @Nullable Integer unit,
      boolean self,
      boolean atHome,
      Instant joinedAt) {}
}
