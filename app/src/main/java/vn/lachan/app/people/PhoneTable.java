package vn.lachan.app.people;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Claimed or proved, by a code or by an officer; the numbers themselves are sealed elsewhere. */
@Component
class PhoneTable {
  private final JdbcClient jdbc;

  PhoneTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void claim(Collection<Slot> slots, Instant now) {
    jdbc.sql(
            """
            insert into people.phone (person, slot, claimed_at)
            select person, slot, :now
            from unnest(:persons::bigint[], :slots::smallint[]) as new (person, slot)
            on conflict do nothing
            """)
        .param("persons", slots.stream().map(Slot::person).toArray(Long[]::new))
        .param("slots", slots.stream().map(slot -> (short) slot.slot()).toArray(Short[]::new))
        .param("now", Timestamp.from(now))
        .update();
  }

  /**
   * The first proof stays.
   *
   * @param officer null where a one-time code proved it
   */
  void prove(long person, int slot, @Nullable Long officer, Instant now) {
    jdbc.sql(
            """
            insert into people.phone (person, slot, claimed_at, proved_at, officer)
            values (:person, :slot, :now, :now, :officer)
            on conflict (person, slot) do update
            set proved_at = excluded.proved_at, officer = excluded.officer
            where phone.proved_at is null
            """)
        .param("person", person)
        .param("slot", slot)
        .param("officer", officer)
        .param("now", Timestamp.from(now))
        .update();
  }

  /** The proofs of these records; a phone that nobody proved has none. */
  Map<Slot, Proof> proofs(Collection<Long> persons) {
    return jdbc.sql(
            """
            select person, slot, proved_at, officer from people.phone
            where person = any(:persons) and proved_at is not null
            """)
        .param("persons", PersonTable.numbers(persons))
        .query(
            rows -> {
              Map<Slot, Proof> proofs = new HashMap<>();
              while (rows.next()) {
                proofs.put(
                    new Slot(rows.getLong("person"), rows.getInt("slot")),
                    new Proof(
                        rows.getTimestamp("proved_at").toInstant(),
                        rows.getObject("officer", Long.class)));
              }
              return proofs;
            });
  }

  int forget(Collection<Long> persons) {
    return jdbc.sql("delete from people.phone where person = any(:persons)")
        .param("persons", PersonTable.numbers(persons))
        .update();
  }

  record Slot(long person, int slot) {}

  record Proof(Instant at, @Nullable Long officer) {}
}
