package vn.lachan.app.tracing;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Columns;

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

  long cursor() {
    return number("select cursor from tracing.follower");
  }

  long open() {
    return number("select count(*) from tracing.trace where closed_at is null");
  }

  long crowdsHeld() {
    return number(
        """
        select count(*) from tracing.crowd c join tracing.trace t on t.number = c.trace
        where c.outcome = 'HELD_BACK' and t.closed_at is null
        """);
  }

  private long number(String sql) {
    return jdbc.sql(sql).query((row, _) -> row.getLong(1)).single();
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

  /** What kind of change happened outside the visits. Stored as its name. */
  enum Outside {
    /** The key is a record whose household changed. */
    HOUSEHOLD,
    /** The key is a record who lives in another commune now. */
    RESIDENCE,
    /** The key is a place whose setting changed. */
    PLACE
  }

  void note(Outside kind, Collection<Long> keys) {
    jdbc.sql(
            """
            insert into tracing.outside_change (kind, key)
            select :kind, key from unnest(:keys::bigint[]) as n(key)
            """)
        .param("kind", kind.name())
        .param("keys", keys.toArray(Long[]::new))
        .update();
  }

  /** At most so many of them, the oldest first; what was taken is gone when the step commits. */
  Map<Outside, Set<Long>> takeOutside(int rows) {
    Map<Outside, Set<Long>> taken = new EnumMap<>(Outside.class);
    jdbc.sql(
            """
            delete from tracing.outside_change where number in (
              select number from tracing.outside_change order by number limit :rows)
            returning kind, key
            """)
        .param("rows", rows)
        .query(
            row -> {
              Outside kind = Outside.valueOf(Columns.text(row, "kind"));
              taken.computeIfAbsent(kind, _ -> new HashSet<>()).add(row.getLong("key"));
            });
    return taken;
  }

  /** Open traces in which somebody exposed others at one of these places. */
  Set<Long> withPlaces(Set<Long> places) {
    return new HashSet<>(
        jdbc.sql(
                """
                select distinct t.number from tracing.stay s
                join tracing.trace t on t.number = s.trace and t.closed_at is null
                where s.place = any(:places)
                """)
            .param("places", places.toArray(Long[]::new))
            .query((row, _) -> row.getLong(1))
            .list());
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
