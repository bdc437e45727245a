package vn.lachan.app.tracing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Columns;
import vn.lachan.app.tracing.ContactChange.Kind;
import vn.lachan.app.tracing.Difference.Fresh;
import vn.lachan.engine.tracing.Contact;
import vn.lachan.engine.tracing.Exposure;

/** Contacts and their history, written by whole columns: one statement whatever the number. */
@Component
class ContactTable {
  private final JdbcClient jdbc;

  ContactTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<StoredContact> ofTrace(long trace) {
    return jdbc.sql(
            """
            select person, generation, casual, minutes, extract(epoch from first_at)::bigint as first_at,
                   extract(epoch from last_at)::bigint as last_at, via, evidence,
                   withdrawn_at is not null as withdrawn
            from tracing.contact where trace = :trace
            """)
        .param("trace", trace)
        .query(
            (row, _) ->
                new StoredContact(
                    row.getLong("person"),
                    row.getInt("generation"),
                    row.getBoolean("casual"),
                    row.getLong("minutes"),
                    row.getLong("first_at"),
                    row.getLong("last_at"),
                    row.getLong("via"),
                    row.getLong("evidence"),
                    row.getBoolean("withdrawn")))
        .list();
  }

  void insert(long trace, List<Fresh> added, Map<Long, Integer> units, boolean late, Instant now) {
    columns(
            """
            insert into tracing.contact (trace, person, generation, casual, minutes, first_at,
              last_at, via, unit_id, exposures, inferred, evidence, listed_at, late)
            select :trace, person, generation, casual, minutes, to_timestamp(first_at),
              to_timestamp(last_at), via, nullif(unit, 0), exposures, inferred, evidence, :now, :late
            """,
            trace,
            added,
            units)
        .param("late", late)
        .param("now", Columns.time(now))
        .update();
  }

  void update(long trace, List<Fresh> changed) {
    columns(
            """
            update tracing.contact c set generation = n.generation, casual = n.casual,
              minutes = n.minutes, first_at = to_timestamp(n.first_at),
              last_at = to_timestamp(n.last_at), via = n.via, exposures = n.exposures,
              inferred = n.inferred, evidence = n.evidence, withdrawn_at = null,
              withdrawn_cause = null
            """,
            trace,
            changed,
            Map.of(),
            " where c.trace = :trace and c.person = n.person")
        .update();
  }

  /** A withdrawn contact keeps its numbers and its evidence. */
  void withdraw(long trace, List<StoredContact> withdrawn, Causes causes, Instant now) {
    jdbc.sql(
            """
            update tracing.contact c set withdrawn_at = :now, withdrawn_cause = n.cause
            from unnest(:persons::bigint[], :causes::text[]) as n(person, cause)
            where c.trace = :trace and c.person = n.person
            """)
        .param("trace", trace)
        .param("persons", withdrawn.stream().mapToLong(StoredContact::person).toArray())
        .param("causes", causeNames(withdrawn, causes))
        .param("now", Columns.time(now))
        .update();
  }

  /** A supported contact of an open trace whose commune is another one now. */
  record Moved(long subject, TraceUpdated.Listed listed) {}

  List<Moved> moved(Collection<Long> persons, Map<Long, Integer> units) {
    return jdbc
        .sql(
            """
            update tracing.contact c set unit_id = nullif(n.unit, 0)
            from unnest(:persons::bigint[], :units::int[]) as n(person, unit), tracing.trace t
            where c.person = n.person and t.number = c.trace and t.closed_at is null
              and c.unit_id is distinct from nullif(n.unit, 0)
            returning t.subject, c.person, c.generation, c.casual, n.unit,
              c.withdrawn_at is null as supported
            """)
        .param("persons", persons.toArray(Long[]::new))
        .param("units", persons.stream().map(p -> units.getOrDefault(p, 0)).toArray(Integer[]::new))
        .query(
            (row, _) ->
                row.getBoolean("supported")
                    ? List.of(
                        new Moved(
                            row.getLong("subject"),
                            new TraceUpdated.Listed(
                                row.getLong("person"),
                                row.getInt("generation"),
                                !row.getBoolean("casual"),
                                row.getInt("unit"))))
                    : List.<Moved>of())
        .list()
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  void tell(long trace, List<Told> lines, Instant now) {
    jdbc.sql(
            """
            insert into tracing.change (trace, person, kind, cause, at, generation, casual_before,
              casual_after, minutes_before, minutes_after)
            select :trace, person, kind, cause, :now, generation, casual_before, casual_after,
              minutes_before, minutes_after
            from unnest(:persons::bigint[], :kinds::text[], :causes::text[], :generations::int[],
              :casualBefore::boolean[], :casualAfter::boolean[], :minutesBefore::int[],
              :minutesAfter::int[]) as n(person, kind, cause, generation, casual_before,
              casual_after, minutes_before, minutes_after)
            """)
        .param("trace", trace)
        .param("now", Columns.time(now))
        .param("persons", lines.stream().map(Told::person).toArray(Long[]::new))
        .param("kinds", lines.stream().map(told -> told.kind.name()).toArray(String[]::new))
        .param("causes", lines.stream().map(told -> told.cause.name()).toArray(String[]::new))
        .param("generations", lines.stream().map(Told::generation).toArray(Integer[]::new))
        .param("casualBefore", lines.stream().map(Told::casualBefore).toArray(Boolean[]::new))
        .param("casualAfter", lines.stream().map(Told::casualAfter).toArray(Boolean[]::new))
        .param("minutesBefore", lines.stream().map(Told::minutesBefore).toArray(Integer[]::new))
        .param("minutesAfter", lines.stream().map(Told::minutesAfter).toArray(Integer[]::new))
        .update();
  }

  /** A line of the history. */
  record Told(
      long person,
      Kind kind,
      Cause cause,
      int generation,
      @Nullable Boolean casualBefore,
      @Nullable Boolean casualAfter,
      @Nullable Integer minutesBefore,
      @Nullable Integer minutesAfter) {
    static Told of(Fresh fresh, Causes causes) {
      Contact contact = fresh.contact();
      StoredContact before = fresh.before();
      Kind kind = before == null ? Kind.ADDED : Kind.CHANGED;
      return new Told(
          contact.person(),
          fresh.supportedAgain() ? Kind.SUPPORTED_AGAIN : kind,
          causes.of(contact.person(), contact.via()),
          contact.generation(),
          before == null ? null : before.casual(),
          Difference.isCasual(contact),
          before == null ? null : (int) before.minutes(),
          (int) contact.minutes());
    }

    static Told of(StoredContact withdrawn, Causes causes) {
      return new Told(
          withdrawn.person(),
          Kind.WITHDRAWN,
          causes.of(withdrawn.person(), withdrawn.via()),
          withdrawn.generation(),
          withdrawn.casual(),
          null,
          (int) withdrawn.minutes(),
          null);
    }
  }

  private static String[] causeNames(List<StoredContact> withdrawn, Causes causes) {
    return withdrawn.stream()
        .map(row -> causes.of(row.person(), row.via()).name())
        .toArray(String[]::new);
  }

  private JdbcClient.StatementSpec columns(
      String statement, long trace, List<Fresh> contacts, Map<Long, Integer> units) {
    return columns(statement, trace, contacts, units, "");
  }

  private JdbcClient.StatementSpec columns(
      String statement, long trace, List<Fresh> contacts, Map<Long, Integer> units, String where) {
    String from =
        """
        from unnest(:persons::bigint[], :generations::bigint[], :casual::boolean[],
          :minutes::bigint[], :firstAt::bigint[], :lastAt::bigint[], :via::bigint[],
          :units::bigint[], :exposures::bigint[], :inferred::boolean[], :evidence::bigint[])
          as n(person, generation, casual, minutes, first_at, last_at, via, unit, exposures,
            inferred, evidence)
        """;
    return jdbc.sql(statement + from + where)
        .param("trace", trace)
        .param("persons", column(contacts, fresh -> fresh.contact().person()))
        .param("generations", column(contacts, fresh -> fresh.contact().generation()))
        .param("casual", flags(contacts, Difference::isCasual))
        .param("minutes", column(contacts, fresh -> fresh.contact().minutes()))
        .param("firstAt", column(contacts, fresh -> fresh.contact().firstAt()))
        .param("lastAt", column(contacts, fresh -> fresh.contact().lastAt()))
        .param("via", column(contacts, fresh -> fresh.contact().via()))
        .param("units", column(contacts, fresh -> units.getOrDefault(fresh.contact().person(), 0)))
        .param("exposures", column(contacts, fresh -> fresh.contact().exposureCount()))
        .param("inferred", flags(contacts, ContactTable::inferred))
        .param("evidence", column(contacts, Fresh::evidence));
  }

  private static boolean inferred(Contact contact) {
    return contact.exposures().stream().anyMatch(Exposure::departureInferred);
  }

  private static long[] column(List<Fresh> contacts, ToLongFunction<Fresh> value) {
    return contacts.stream().mapToLong(value).toArray();
  }

  private static Boolean[] flags(List<Fresh> contacts, Predicate<Contact> value) {
    var flags = new ArrayList<Boolean>(contacts.size());
    contacts.forEach(fresh -> flags.add(value.test(fresh.contact())));
    return flags.toArray(Boolean[]::new);
  }
}
