package vn.lachan.app.people;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Under which versions of the look-up key persons are found, and moving them. */
@Component
class KeyTable {
  private final JdbcClient jdbc;

  KeyTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Until the transaction ends, for all copies of the program. */
  void lock() {
    jdbc.sql("select pg_advisory_xact_lock(210, 1)::text").query(String.class).optional();
  }

  /** Hashes and rows of name tokens; those of shared devices move when they are used. */
  Map<Integer, Long> hashesByLookup() {
    return counts(
        """
        select key_version, sum(rows)::bigint from (
          select key_version, count(*) as rows from people.lookup group by key_version
          union all
          select key_version, count(*) from people.name_index group by key_version) all_rows
        group by key_version
        """);
  }

  Map<Integer, Long> devicesByLookup() {
    return counts("select key_version, count(*) from people.device group by key_version");
  }

  /** Locks the next persons of whom a hash was made by another version, devices' aside. */
  List<PersonRow> hashedByOther(int lookupVersion, long after, int rows) {
    return jdbc.sql(
            """
            select %s from people.person p
            where p.number > :after and p.wrapped_key is not null
              and (exists (
                  select 1 from people.lookup l
                  where l.person = p.number and l.key_version <> :version and l.kind <> :device)
                or exists (
                  select 1 from people.name_index i
                  where i.person = p.number and i.key_version <> :version))
            order by p.number
            limit :rows
            for update
            """
                .formatted(PersonTable.COLUMNS))
        .param("after", after)
        .param("version", lookupVersion)
        .param("device", LookupKind.DEVICE_NAME.number())
        .param("rows", rows)
        .query(PersonTable::row)
        .list();
  }

  long countHashedByOther(int lookupVersion) {
    return jdbc.sql(
            """
            select count(distinct person) from people.lookup
            where key_version <> :version and kind <> :device
            """)
        .param("version", lookupVersion)
        .param("device", LookupKind.DEVICE_NAME.number())
        .query(Long.class)
        .single();
  }

  private Map<Integer, Long> counts(String query) {
    return jdbc.sql(query)
        .query(
            rows -> {
              Map<Integer, Long> counts = new HashMap<>();
              while (rows.next()) {
                counts.put(rows.getInt(1), rows.getLong(2));
              }
              return counts;
            });
  }
}
