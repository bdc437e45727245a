package vn.lachan.app.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Reach;
import vn.lachan.app.kernel.Columns;

/** Merges: the rows that hold, and the log of all there ever were. */
@Component
class AliasTable {
  /** One lock for every merge of the program: they are rare, and a ring needs two at once. */
  private static final long MERGE_LOCK = 0x70656F706C65L;

  private final JdbcClient jdbc;

  AliasTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void lock() {
    jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", MERGE_LOCK).query(rows -> {});
  }

  void insert(long person, long sameAs, long officer, MergeReason reason, Instant now) {
    jdbc.sql(
            """
            with merged as (
              insert into people.alias (person, same_as, merged_at, merged_by, reason)
              values (:person, :sameAs, :now, :officer, :reason)
              returning *)
            insert into people.merge_log (person, same_as, merged_at, merged_by, reason)
            select person, same_as, merged_at, merged_by, reason from merged
            """)
        .param("person", person)
        .param("sameAs", sameAs)
        .param("now", Timestamp.from(now))
        .param("officer", officer)
        .param("reason", reason.name())
        .update();
  }

  void delete(long person, long officer, Instant now) {
    jdbc.sql("delete from people.alias where person = :person").param("person", person).update();
    jdbc.sql(
            """
            update people.merge_log set undone_at = :now, undone_by = :officer
            where person = :person and undone_at is null
            """)
        .param("person", person)
        .param("now", Timestamp.from(now))
        .param("officer", officer)
        .update();
  }

  /** Merges of persons in reach, the latest first, taken back or not. */
  List<Merge> latest(Reach reach, long before, int rows) {
    return jdbc.sql(
            """
            select m.*, exists (
                select 1 from people.alias a
                where a.person = m.person and m.undone_at is null) as holds
            from people.merge_log m
            where m.number < :before and exists (
              select 1 from people.person p where p.number in (m.person, m.same_as) and %s)
            order by m.number desc
            limit :rows
            """
                .formatted(reach.sql("p.unit_id", null, null)))
        .param("before", before)
        .param("rows", rows)
        .params(reach.parameters())
        .query(AliasTable::merge)
        .list();
  }

  private static Merge merge(ResultSet row, int index) throws SQLException {
    return new Merge(
        row.getLong("number"),
        row.getLong("person"),
        row.getLong("same_as"),
        Columns.instant(row, "merged_at"),
        row.getLong("merged_by"),
        MergeReason.valueOf(Columns.text(row, "reason")),
        Columns.instantOrNull(row, "undone_at"),
        row.getObject("undone_by", Long.class),
        row.getBoolean("holds"));
  }

  Map<Long, Alias> aliases(Collection<Long> records) {
    Map<Long, Alias> aliases = new HashMap<>();
    jdbc.sql("select * from people.alias where person = any(:records)")
        .param("records", PersonTable.numbers(records))
        .query(
            row -> {
              aliases.put(
                  row.getLong("person"),
                  new Alias(
                      row.getLong("same_as"),
                      row.getTimestamp("merged_at").toInstant(),
                      MergeReason.valueOf(row.getString("reason"))));
            });
    return aliases;
  }

  Optional<Alias> alias(long record) {
    return Optional.ofNullable(aliases(List.of(record)).get(record));
  }

  /** Each record with the one that stands for it; {@code union} ends even on a ring. */
  Map<Long, Long> canonical(Collection<Long> records) {
    Map<Long, Long> canonical = new HashMap<>();
    records.forEach(record -> canonical.put(record, record));
    jdbc.sql(
            """
            with recursive up (record, at) as (
              select person, same_as from people.alias where person = any(:records)
              union
              select up.record, a.same_as from up join people.alias a on a.person = up.at)
            select record, at from up
            where not exists (select 1 from people.alias a where a.person = up.at)
            """)
        .param("records", PersonTable.numbers(records))
        .query(
            row -> {
              canonical.put(row.getLong("record"), row.getLong("at"));
            });
    return canonical;
  }

  /** Each standing record with all that it stands for, itself first. */
  Map<Long, List<Long>> records(Collection<Long> canonical) {
    Map<Long, List<Long>> records = new TreeMap<>();
    canonical.forEach(person -> records.put(person, new ArrayList<>(List.of(person))));
    jdbc.sql(
            """
            with recursive down (root, record) as (
              select same_as, person from people.alias where same_as = any(:canonical)
              union
              select down.root, a.person from down join people.alias a on a.same_as = down.record)
            select root, record from down order by root, record
            """)
        .param("canonical", PersonTable.numbers(canonical))
        .query(
            row -> {
              List<Long> known = Objects.requireNonNull(records.get(row.getLong("root")));
              known.add(row.getLong("record"));
            });
    return records;
  }

  /** A merge as the log has it. */
  record Merge(
      long number,
      long person,
      long sameAs,
      Instant at,
      long by,
      MergeReason reason,
      @Nullable Instant undoneAt,
      @Nullable Long undoneBy,
      boolean holds) {}

  /** A merge that holds. */
  record Alias(long sameAs, Instant mergedAt, MergeReason reason) {}
}
