package vn.lachan.app.people;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Reach;

@Component
class DuplicateTable {
  private final JdbcClient jdbc;

  DuplicateTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds pairs that are not known yet; returns those that were not. */
  Set<Pair> insert(Map<Pair, PossibleDuplicate.Reason> pairs, Instant now) {
    return new HashSet<>(
        jdbc.sql(
                """
                insert into people.possible_duplicate (person_a, person_b, reason, found_at)
                select person_a, person_b, reason, :now
                from unnest(:first::bigint[], :second::bigint[], :reasons::text[])
                  as new (person_a, person_b, reason)
                on conflict (person_a, person_b) do nothing
                returning person_a, person_b
                """)
            .param("first", pairs.keySet().stream().map(Pair::first).toArray(Long[]::new))
            .param("second", pairs.keySet().stream().map(Pair::second).toArray(Long[]::new))
            .param("reasons", pairs.values().stream().map(Enum::name).toArray(String[]::new))
            .param("now", Timestamp.from(now))
            .query((row, index) -> new Pair(row.getLong(1), row.getLong(2)))
            .list());
  }

  /** Two records; the first has the smaller number. */
  record Pair(long first, long second) {
    static Pair of(long one, long other) {
      return new Pair(Math.min(one, other), Math.max(one, other));
    }
  }

  /** Those to be settled now, or with {@code putOff} those that somebody left for later. */
  List<Row> open(Reach reach, long after, boolean putOff, Instant now, int rows) {
    return jdbc.sql(
            """
            select d.* from people.possible_duplicate d
            where d.verdict is null and d.number > :after
              and (coalesce(d.put_off_until, '-infinity') > :now) = :putOff
              and exists (
                select 1 from people.person p
                where p.number in (d.person_a, d.person_b) and %s)
            order by d.number
            limit :rows
            """
                .formatted(reach.sql("p.unit_id", null, null)))
        .param("after", after)
        .param("putOff", putOff)
        .param("now", Timestamp.from(now))
        .param("rows", rows)
        .params(reach.parameters())
        .query(DuplicateTable::row)
        .list();
  }

  /** Locks it to be settled. */
  Optional<Row> inReach(long number, Reach reach) {
    return one(number, reach, "for update");
  }

  Optional<Row> find(long number, Reach reach) {
    return one(number, reach, "");
  }

  private Optional<Row> one(long number, Reach reach, String locking) {
    return jdbc.sql(
            """
            select d.* from people.possible_duplicate d
            where d.number = :number
              and exists (
                select 1 from people.person p
                where p.number in (d.person_a, d.person_b) and %s)
            %s
            """
                .formatted(reach.sql("p.unit_id", null, null), locking))
        .param("number", number)
        .params(reach.parameters())
        .query(DuplicateTable::row)
        .optional();
  }

  List<Row> ofPersons(Collection<Long> persons, int most) {
    return jdbc.sql(
            """
            select * from people.possible_duplicate
            where person_a = any(:persons) or person_b = any(:persons)
            order by verdict is not null, number desc
            limit :most
            """)
        .param("persons", PersonTable.numbers(persons))
        .param("most", most)
        .query(DuplicateTable::row)
        .list();
  }

  void settle(
      Collection<Long> first,
      Collection<Long> second,
      PossibleDuplicate.@Nullable Verdict verdict,
      long officer,
      Instant now) {
    jdbc.sql(
            """
            update people.possible_duplicate
            set verdict = :verdict, settled_by = :officer, revision = revision + 1,
                put_off_until = null, put_off_by = null,
                settled_at = case when :verdict::text is null then null else :now::timestamptz end
            where (person_a = any(:first) and person_b = any(:second))
               or (person_a = any(:second) and person_b = any(:first))
            """)
        .param("verdict", verdict == null ? null : verdict.name())
        .param("officer", verdict == null ? null : officer)
        .param("now", Timestamp.from(now))
        .param("first", PersonTable.numbers(first))
        .param("second", PersonTable.numbers(second))
        .update();
  }

  void putOff(long number, Instant until, long officer) {
    jdbc.sql(
            """
            update people.possible_duplicate
            set put_off_until = :until, put_off_by = :officer, revision = revision + 1
            where number = :number
            """)
        .param("number", number)
        .param("until", Timestamp.from(until))
        .param("officer", officer)
        .update();
  }

  /** Somebody doubts again what was settled as two persons. */
  void reopenDifferent(long number) {
    jdbc.sql(
            """
            update people.possible_duplicate
            set verdict = null, settled_at = null, settled_by = null, revision = revision + 1,
                put_off_until = null, put_off_by = null
            where number = :number and (verdict = 'DIFFERENT' or put_off_until is not null)
            """)
        .param("number", number)
        .update();
  }

  /** The pair of two records, whatever became of it. */
  Optional<Long> ofPair(long one, long other) {
    return jdbc.sql(
            """
            select number from people.possible_duplicate
            where person_a = least(:one, :other) and person_b = greatest(:one, :other)
            """)
        .param("one", one)
        .param("other", other)
        .query(Long.class)
        .optional();
  }

  void forget(Collection<Long> persons) {
    jdbc.sql(
            """
            delete from people.possible_duplicate
            where person_a = any(:persons) or person_b = any(:persons)
            """)
        .param("persons", PersonTable.numbers(persons))
        .update();
  }

  private static Row row(java.sql.ResultSet row, int index) throws java.sql.SQLException {
    String verdict = row.getString("verdict");
    Timestamp settled = row.getTimestamp("settled_at");
    return new Row(
        row.getLong("number"),
        row.getLong("person_a"),
        row.getLong("person_b"),
        PossibleDuplicate.Reason.valueOf(Objects.requireNonNull(row.getString("reason"))),
        Objects.requireNonNull(row.getTimestamp("found_at")).toInstant(),
        verdict == null ? null : PossibleDuplicate.Verdict.valueOf(verdict),
        settled == null ? null : settled.toInstant(),
        row.getObject("settled_by", Long.class),
        row.getInt("revision"));
  }

  record Row(
      long number,
      long first,
      long second,
      PossibleDuplicate.Reason reason,
      Instant foundAt,
      PossibleDuplicate.@Nullable Verdict verdict,
      @Nullable Instant settledAt,
      @Nullable Long settledBy,
      int revision) {}
}
