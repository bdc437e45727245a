package vn.lachan.app.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What survives destructions, and who has come to the end of the retention. */
@Component
class DestructionTable {
  private final JdbcClient jdbc;

  DestructionTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(
      long by,
      DestructionReason reason,
      @Nullable String basis,
      int persons,
      int records,
      IdentityDestruction.Forgotten forgotten,
      Instant now) {
    jdbc.sql(
            """
            insert into people.destruction_entry
              (destroyed_at, destroyed_by, reason, basis, persons, records,
               hashes, phones, devices, stays)
            values (:now, :by, :reason, :basis, :persons, :records,
                    :hashes, :phones, :devices, :stays)
            """)
        .param("now", Timestamp.from(now))
        .param("by", by)
        .param("reason", reason.name())
        .param("basis", basis)
        .param("persons", persons)
        .param("records", records)
        .param("hashes", forgotten.hashes())
        .param("phones", forgotten.phones())
        .param("devices", forgotten.devices())
        .param("stays", forgotten.stays())
        .update();
  }

  List<DestructionEntry> latest(long before, int rows) {
    return jdbc.sql(
            """
            select * from people.destruction_entry
            where number < :before order by number desc limit :rows
            """)
        .param("before", before)
        .param("rows", rows)
        .query(DestructionTable::entry)
        .list();
  }

  /**
   * Standing records after a number that were made before a time and neither corrected, nor met by
   * a device, nor changed by a household since; merged ones go with the one they stand for.
   */
  List<Long> quietSince(Instant before, long after, int rows) {
    return jdbc.sql(
            """
            select p.number from people.person p
            where p.number > :after and p.wrapped_key is not null
              and not exists (select 1 from people.alias a where a.person = p.number)
              and not exists (
                with recursive whole (record) as (
                  select p.number
                  union
                  select a.person from whole join people.alias a on a.same_as = whole.record)
                select 1 from whole
                where exists (
                    select 1 from people.person o
                    where o.number = whole.record and o.created_at >= :before)
                  or exists (
                    select 1 from people.device d
                    where d.person = whole.record and d.last_used >= :before::date)
                  or exists (
                    select 1 from people.correction c
                    where c.person = whole.record and c.corrected_at >= :before)
                  or exists (
                    select 1 from people.phone f
                    where f.person = whole.record
                      and greatest(f.claimed_at, f.proved_at) >= :before)
                  or exists (
                    select 1 from people.household_member m
                    where m.person = whole.record
                      and coalesce(m.left_recorded_at, m.recorded_at) >= :before))
            order by p.number
            limit :rows
            """)
        .param("after", after)
        .param("before", Timestamp.from(before))
        .param("rows", rows)
        .query((row, index) -> row.getLong(1))
        .list();
  }

  private static DestructionEntry entry(ResultSet row, int index) throws SQLException {
    return new DestructionEntry(
        row.getLong("number"),
        Objects.requireNonNull(row.getTimestamp("destroyed_at")).toInstant(),
        row.getLong("destroyed_by"),
        DestructionReason.valueOf(Objects.requireNonNull(row.getString("reason"))),
        row.getString("basis"),
        row.getInt("persons"),
        row.getInt("records"),
        row.getInt("hashes"),
        row.getInt("phones"),
        row.getInt("devices"),
        row.getInt("stays"));
  }
}
