package vn.lachan.app.people;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Households with their members, and where people lived before. */
@Component
class HouseholdTable {
  /** Links of one question; a dormitory of five hundred alone makes a quarter of a million. */
  static final int LINKS_MOST = 1_000_000;

  private final JdbcClient jdbc;

  HouseholdTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Pairs whose stays in one household overlap each other and [from, to), cut to it. */
  List<HouseholdLink> links(Collection<Long> records, Instant from, Instant to) {
    return jdbc.sql(
            """
            select a.person as person_a, b.person as person_b, h.kind,
                   greatest(a.entered_at, b.entered_at, :from) as from_at,
                   least(a.left_at, b.left_at, :to) as to_at
            from people.household_member a
            join people.household_member b
              on b.household = a.household and b.person <> a.person
            join people.household h on h.number = a.household
            where a.person = any(:records)
              and a.entered_at < :to and coalesce(a.left_at, 'infinity') > :from
              and b.entered_at < :to and coalesce(b.left_at, 'infinity') > :from
              and a.entered_at < coalesce(b.left_at, 'infinity')
              and b.entered_at < coalesce(a.left_at, 'infinity')
            order by a.person, b.person, from_at
            limit :most
            """)
        .param("records", PersonTable.numbers(records))
        .param("from", Timestamp.from(from))
        .param("to", Timestamp.from(to))
        .param("most", LINKS_MOST)
        .query(
            (row, index) ->
                new HouseholdLink(
                    row.getLong("person_a"),
                    row.getLong("person_b"),
                    HouseholdKind.valueOf(row.getString("kind")),
                    Objects.requireNonNull(row.getTimestamp("from_at")).toInstant(),
                    Objects.requireNonNull(row.getTimestamp("to_at")).toInstant()))
        .list();
  }

  /** The residence that a record had until now; its address is sealed with the record's key. */
  void addFormerResidence(
      PersonRow row,
      byte @Nullable [] address,
      Instant until,
      @Nullable SaidBy saidBy,
      long officer,
      Instant now) {
    jdbc.sql(
            """
            insert into people.residence
              (person, entered_at, left_at, unit_id, address, said_by, recorded_at, recorded_by)
            select :person, coalesce(max(left_at), :created), :until, :unit, :address,
                   :saidBy, :now, :officer
            from people.residence where person = :person
            having coalesce(max(left_at), :created) < :until
            """)
        .param("person", row.number())
        .param("created", Timestamp.from(row.createdAt()))
        .param("until", Timestamp.from(until))
        .param("saidBy", saidBy == null ? null : saidBy.name())
        .param("officer", officer)
        .param("now", Timestamp.from(now))
        .param("unit", row.unit())
        .param("address", address)
        .update();
  }

  /** Everybody who ever shared a household with these, themselves too. */
  List<Long> companions(Collection<Long> persons) {
    return jdbc.sql(
            """
            select distinct person from people.household_member
            where household in (
              select household from people.household_member where person = any(:persons))
            """)
        .param("persons", PersonTable.numbers(persons))
        .query((row, index) -> row.getLong(1))
        .list();
  }

  /** Forgets where they lived and with whom; returns how many stays that were. */
  int forget(Collection<Long> persons) {
    int stays = 0;
    for (String table : List.of("household_member", "residence")) {
      stays +=
          jdbc.sql("delete from people." + table + " where person = any(:persons)")
              .param("persons", PersonTable.numbers(persons))
              .update();
    }
    return stays;
  }
}
