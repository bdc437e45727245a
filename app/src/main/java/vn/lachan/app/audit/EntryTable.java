package vn.lachan.app.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Page;

@Component
class EntryTable {
  private static final String SELECT =
      """
      select e.number, e.recorded_at, e.actor, e.kind, e.purpose, e.case_id, e.query,
             e.row_count, e.correlation,
             (select s.block from audit.sealed s where s.entry = e.number) as block,
             (select count(*) from audit.entry_person p where p.entry = e.number) as persons
      from audit.entry e
      """;

  private static final String FROM =
      """
      and e.recorded_at >= :from
      and e.number >= coalesce((
        select number from audit.entry where recorded_at >= :from::timestamptz - interval '1 hour'
        order by recorded_at, number limit 1), 0)
      """;

  private static final String TO =
      """
      and e.recorded_at < :to
      and e.number <= coalesce((
        select number from audit.entry where recorded_at < :to::timestamptz + interval '1 hour'
        order by recorded_at desc, number desc limit 1), 0)
      """;

  private final JdbcClient jdbc;

  EntryTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Act act, @Nullable String correlation) {
    jdbc.sql(
            """
            with written as (
              insert into audit.entry (actor, kind, purpose, case_id, query, row_count, correlation)
              values (:actor, :kind, :purpose, :case, :query, :count, :correlation)
              returning number)
            insert into audit.entry_person (entry, person)
            select number, person from written, unnest(:persons::bigint[]) as person
            """)
        .param("actor", act.actor())
        .param("kind", act.kind())
        .param("purpose", act.purpose())
        .param("case", act.caseId())
        .param("query", act.query())
        .param("count", act.count())
        .param("correlation", correlation)
        .param("persons", act.persons().toArray(Long[]::new))
        .update();
  }

  Page<Entry> page(EntryFilter filter, int rows) {
    List<Entry> found =
        asking(
                SELECT + conditions(filter) + "order by e.number desc limit :rows",
                filter,
                "rows",
                rows + 1)
            .query(EntryTable::entry)
            .list();
    return Page.of(found, rows, entry -> Long.toString(entry.number()));
  }

  Optional<Entry> byNumber(long number) {
    return jdbc.sql(SELECT + "where e.number = :number")
        .param("number", number)
        .query(EntryTable::entry)
        .optional();
  }

  /** How many fit, counted up to a most. */
  int count(EntryFilter filter, int most) {
    return asking(
            "select count(*) from (select from audit.entry e "
                + conditions(filter)
                + "limit :most) as fitting",
            filter,
            "most",
            most)
        .query(Integer.class)
        .single();
  }

  List<Long> persons(long entry) {
    return jdbc.sql("select person from audit.entry_person where entry = :entry order by person")
        .param("entry", entry)
        .query((row, _) -> row.getLong(1))
        .list();
  }

  Map<Long, List<Long>> personsOf(Collection<Long> entries) {
    Map<Long, List<Long>> persons = new HashMap<>();
    jdbc.sql(
            """
            select entry, person from audit.entry_person where entry = any(:entries)
            order by entry, person
            """)
        .param("entries", entries.toArray(Long[]::new))
        .query(
            row -> {
              persons.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>()).add(row.getLong(2));
            });
    return persons;
  }

  Optional<EntryDetail.Place> place(long entry) {
    return jdbc.sql(
            """
            select s.position, encode(s.hash, 'hex') as entry_hash, b.number,
                   encode(b.hash, 'hex') as hash, b.sealed_at, b.key_id,
                   encode(b.signature, 'hex') as signature
            from audit.sealed s join audit.block b on b.number = s.block
            where s.entry = :entry
            """)
        .param("entry", entry)
        .query(EntryTable::place)
        .optional();
  }

  /** Every kind that was ever recorded, jumping through the index from one to the next. */
  List<String> kinds() {
    return jdbc.sql(
            """
            with recursive kind (name) as (
              (select kind from audit.entry order by kind limit 1)
              union all
              select (select e.kind from audit.entry e where e.kind > k.name order by e.kind limit 1)
              from kind k where k.name is not null)
            select name from kind where name is not null
            """)
        .query((row, _) -> Objects.requireNonNull(row.getString(1)))
        .list();
  }

  /**
   * Only what is asked stands in the query, so that each question has the index it needs. Times are
   * asked by number too, because the list goes by number: both grow together but for the moment
   * between taking a number and reading the clock, for which an hour is left.
   */
  private static String conditions(EntryFilter filter) {
    var asked = new StringBuilder("where true ");
    if (filter.actor() != null) {
      asked.append("and e.actor = :actor ");
    }
    if (filter.kind() != null) {
      asked.append("and e.kind = :kind ");
    }
    if (filter.persons() != null) {
      asked.append(
          "and e.number in (select p.entry from audit.entry_person p where p.person = any(:persons)) ");
    }
    if (filter.from() != null) {
      asked.append(FROM);
    }
    if (filter.to() != null) {
      asked.append(TO);
    }
    if (filter.before() != null) {
      asked.append("and e.number < :before ");
    }
    return asked.toString();
  }

  private JdbcClient.StatementSpec asking(String sql, EntryFilter filter, String limit, int value) {
    var statement = jdbc.sql(sql).param(limit, value);
    var values = new LinkedHashMap<String, @Nullable Object>();
    List<Long> persons = filter.persons();
    values.put("actor", filter.actor());
    values.put("kind", filter.kind());
    values.put("persons", persons == null ? null : persons.toArray(Long[]::new));
    values.put("from", timestamp(filter.from()));
    values.put("to", timestamp(filter.to()));
    values.put("before", filter.before());
    for (var asked : values.entrySet()) {
      if (asked.getValue() != null) {
        statement = statement.param(asked.getKey(), asked.getValue());
      }
    }
    return statement;
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }

  private static Entry entry(ResultSet row, int index) throws SQLException {
    return new Entry(
        row.getLong("number"),
        Objects.requireNonNull(row.getTimestamp("recorded_at")).toInstant(),
        row.getLong("actor"),
        Objects.requireNonNull(row.getString("kind")),
        row.getString("purpose"),
        row.getObject("case_id", Long.class),
        row.getString("query"),
        row.getInt("row_count"),
        row.getInt("persons"),
        row.getString("correlation"),
        row.getObject("block", Long.class));
  }

  private static EntryDetail.Place place(ResultSet row, int index) throws SQLException {
    return new EntryDetail.Place(
        row.getInt("position"),
        Objects.requireNonNull(row.getString("entry_hash")),
        new Head(
            row.getLong("number"),
            Objects.requireNonNull(row.getString("hash")),
            Objects.requireNonNull(row.getTimestamp("sealed_at")).toInstant(),
            Objects.requireNonNull(row.getString("key_id")),
            Objects.requireNonNull(row.getString("signature"))));
  }
}
