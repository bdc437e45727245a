package vn.lachan.app.tracing;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Columns;
import vn.lachan.app.visits.ArrivalFollower;

/** The follower's cursor, and the test which traces a change touches. */
@Component
class FollowerTable {
  private final JdbcClient jdbc;

  FollowerTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A trace, and which of the touches touched it. */
  record Hit(long trace, int touch) {}

  /** Locks the one row; empty while another copy of the program holds it. */
  OptionalLong lockCursor() {
    return jdbc.sql("select cursor from tracing.follower for update skip locked")
        .query((row, _) -> row.getLong(1))
        .optional()
        .map(OptionalLong::of)
        .orElse(OptionalLong.empty());
  }

  /** Where the follower stands, for those who only look. */
  long cursor() {
    return jdbc.sql("select cursor from tracing.follower").query(Long.class).single();
  }

  /** When that open trace was computed which has waited longest; empty where none is open. */
  Optional<Instant> leastComputed() {
    return jdbc.sql("select min(computed_at) from tracing.trace where closed_at is null")
        .query((row, _) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
        .single()
        .map(OffsetDateTime::toInstant);
  }

  /** Open traces that reach back beyond this time, and how many visits each has of its own. */
  List<ArrivalFollower.Kept> keptBefore(Instant midnight) {
    return jdbc.sql(
            """
            select t.public_id,
                   (select count(*) from tracing.old_visit o
                    where o.trace = t.number and o.entered_at < :midnight) as visits
            from tracing.trace t
            where t.closed_at is null and t.window_from < :midnight
            order by t.public_id
            """)
        .param("midnight", Columns.time(midnight))
        .query(
            (row, _) ->
                new ArrivalFollower.Kept(row.getObject(1, UUID.class), row.getLong("visits")))
        .list();
  }

  boolean noneOpen() {
    return jdbc.sql("select not exists (select from tracing.trace where closed_at is null)")
        .query((row, _) -> row.getBoolean(1))
        .single();
  }

  /** Where to read from: earlier than the cursor where a trace was computed beside the follower. */
  long followFrom(long cursor) {
    return jdbc.sql(
            """
            select least(:cursor, coalesce(min(follow_from), :cursor)) from tracing.trace
            where follow_from is not null and closed_at is null
            """)
        .param("cursor", cursor)
        .query((row, _) -> row.getLong(1))
        .single();
  }

  /** Moves on to {@code read}; traces that waited for the follower have been read for. */
  void advance(long cursor, long read) {
    jdbc.sql(
            """
            update tracing.trace set follow_from = case when :read >= :cursor then null else :read end
            where follow_from <= :read
            """)
        .param("cursor", cursor)
        .param("read", read)
        .update();
    jdbc.sql("update tracing.follower set cursor = greatest(cursor, :read) where cursor < :read")
        .param("read", read)
        .update();
  }

  void aliasChanged(long person, long sameAs) {
    jdbc.sql("insert into tracing.alias_change (person, same_as) values (:person, :sameAs)")
        .param("person", person)
        .param("sameAs", sameAs)
        .update();
  }

  Set<Long> takeAliasChanges() {
    List<long[]> pairs =
        jdbc.sql("delete from tracing.alias_change returning person, same_as")
            .query((row, _) -> new long[] {row.getLong(1), row.getLong(2)})
            .list();
    Set<Long> records = new HashSet<>();
    for (long[] pair : pairs) {
      records.add(pair[0]);
      records.add(pair[1]);
    }
    return records;
  }

  /** Open traces that have to do with one of these persons. */
  Set<Long> withPersons(Set<Long> persons) {
    return new HashSet<>(
        jdbc.sql(
                """
                select number from tracing.trace
                where closed_at is null and (index_person = any(:persons) or person = any(:persons))
                union
                select c.trace from tracing.contact c
                join tracing.trace t on t.number = c.trace and t.closed_at is null
                where c.person = any(:persons)
                """)
            .param("persons", persons.toArray(Long[]::new))
            .query((row, _) -> row.getLong(1))
            .list());
  }

  /**
   * A change touches a trace when its person can expose others there: the index case, or a close
   * contact who is traced further; or when it meets an exposing stay at that place and time.
   */
  List<Hit> touched(List<Touch> touches) {
    return jdbc.sql(
            """
            with touch as materialized (
              select (ordinal - 1)::int as touch, arrived, person, place, to_timestamp(begins) as begins,
                     to_timestamp(ends) as ends
              from unnest(:arrived::bigint[], :persons::bigint[], :places::bigint[], :begins::bigint[],
                :ends::bigint[]) with ordinality as n(arrived, person, place, begins, ends, ordinal))
            select t.number as trace, n.touch
            from touch n join tracing.trace t
              on t.index_person = n.person and t.closed_at is null and t.cursor < n.arrived
            where n.ends > t.window_from and (t.isolated_at is null or n.begins < t.window_to)
            union
            select t.number, n.touch
            from touch n
            join tracing.contact c
              on c.person = n.person and not c.casual and c.withdrawn_at is null
            join tracing.trace t
              on t.number = c.trace and t.closed_at is null and t.cursor < n.arrived
            where n.ends > c.first_at and (t.isolated_at is null or n.begins < t.window_to)
              and c.generation < (t.rules ->> 'generations')::int
            union
            select t.number, n.touch
            from touch n
            join tracing.stay s
              on s.place = n.place and s.from_at < n.ends and s.until_at > n.begins
            join tracing.trace t
              on t.number = s.trace and t.closed_at is null and t.cursor < n.arrived
            order by trace, touch
            """)
        .param("arrived", column(touches, Touch::group))
        .param("persons", column(touches, Touch::person))
        .param("places", column(touches, Touch::place))
        .param("begins", column(touches, Touch::from))
        .param("ends", column(touches, Touch::to))
        .query((row, _) -> new Hit(row.getLong("trace"), row.getInt("touch")))
        .list();
  }

  private static long[] column(List<Touch> touches, ToLongFunction<Touch> value) {
    return touches.stream().mapToLong(value).toArray();
  }
}
