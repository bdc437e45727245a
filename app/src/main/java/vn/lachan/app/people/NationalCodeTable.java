package vn.lachan.app.people;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** National codes that were read, by person and by who had them read. */
@Component
class NationalCodeTable {
  private final JdbcClient jdbc;

  NationalCodeTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void put(long person, UUID keeper, byte[] sealed, Instant now) {
    jdbc.sql(
            """
            insert into people.national_code (person, keeper, sealed, recorded_at)
            values (:person, :keeper, :sealed, :now)
            on conflict (person, keeper) do update
            set sealed = excluded.sealed, recorded_at = excluded.recorded_at
            """)
        .param("person", person)
        .param("keeper", keeper)
        .param("sealed", sealed)
        .param("now", Timestamp.from(now))
        .update();
  }

  Optional<byte[]> find(long person, UUID keeper) {
    return jdbc.sql(
            "select sealed from people.national_code where person = :person and keeper = :keeper")
        .param("person", person)
        .param("keeper", keeper)
        .query((row, index) -> Objects.requireNonNull(row.getBytes(1)))
        .optional();
  }

  record Row(long person, UUID keeper, byte[] sealed) {}

  List<Row> of(Collection<Long> persons) {
    return jdbc.sql(
            """
            select person, keeper, sealed from people.national_code
            where person = any(:persons) order by recorded_at, person, keeper
            """)
        .param("persons", PersonTable.numbers(persons))
        .query(
            (row, index) ->
                new Row(
                    row.getLong(1),
                    Objects.requireNonNull(row.getObject(2, UUID.class)),
                    Objects.requireNonNull(row.getBytes(3))))
        .list();
  }

  boolean remove(long person, UUID keeper) {
    return jdbc.sql("delete from people.national_code where person = :person and keeper = :keeper")
            .param("person", person)
            .param("keeper", keeper)
            .update()
        > 0;
  }

  void forget(Collection<Long> persons) {
    jdbc.sql("delete from people.national_code where person = any(:persons)")
        .param("persons", PersonTable.numbers(persons))
        .update();
  }
}
