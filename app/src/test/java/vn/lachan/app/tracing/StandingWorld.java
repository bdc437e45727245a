package vn.lachan.app.tracing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lachan.app.TestDatabase;
import vn.lachan.app.people.HouseholdKind;
import vn.lachan.app.people.HouseholdLink;
import vn.lachan.app.visits.Followed;
import vn.lachan.app.visits.StoreUnderTest;
import vn.lachan.app.visits.VisitStore;
import vn.lachan.engine.tracing.PersonWindow;
import vn.lachan.engine.tracing.PlaceWindow;
import vn.lachan.engine.tracing.Setting;
import vn.lachan.engine.tracing.Visit;

/**
 * What several copies of the program share in the simulation: one database with real visits and
 * their received order, aliases and households as rows, and the settings of places.
 */
final class StandingWorld implements AutoCloseable {
  static final int PERSONS = 30;
  static final int PLACES = 5;

  /** Today by the clock of the database, which makes no days far from it. */
  final LocalDate today;

  final TestDatabase database = TestDatabase.create();
  final VisitStore visits = new StoreUnderTest(database).store;
  final Map<Long, Setting> settings = new ConcurrentHashMap<>();

  StandingWorld() {
    today =
        database
            .jdbc()
            .sql("select (now() at time zone 'Asia/Ho_Chi_Minh')::date")
            .query(LocalDate.class)
            .single();
    database
        .jdbc()
        .sql(
            """
            insert into people.person (number, public_id, source, created_at)
            select n, gen_random_uuid(), 'TEST', now() from generate_series(1, :persons) n
            """)
        .param("persons", PERSONS)
        .update();
  }

  long midnight(int daysBefore) {
    return today.minusDays(daysBefore).atStartOfDay(TracingFixture.ZONE).toEpochSecond();
  }

  Instant now() {
    return Instant.ofEpochSecond(midnight(0)).plus(Duration.ofHours(20));
  }

  /** What a copy of the program reads, by its own connections. */
  TraceSources sources(JdbcClient jdbc) {
    return new Sources(jdbc);
  }

  List<Visit> stored() {
    return database
        .jdbc()
        .sql(
            """
            select person, place, extract(epoch from entered_at)::bigint,
              extract(epoch from left_at)::bigint, departure = 0 from visits.visit
            order by person, entered_at, place
            """)
        .query(
            (row, _) ->
                new Visit(
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getBoolean(5)))
        .list();
  }

  static Map<Long, Long> aliases(JdbcClient jdbc) {
    Map<Long, Long> aliases = new HashMap<>();
    jdbc.sql("select person, same_as from people.alias")
        .query(
            row -> {
              aliases.put(row.getLong(1), row.getLong(2));
            });
    return aliases;
  }

  static long standing(Map<Long, Long> aliases, long record) {
    long person = record;
    while (aliases.containsKey(person)) {
      person = aliases.get(person);
    }
    return person;
  }

  static List<HouseholdLink> links(JdbcClient jdbc) {
    return jdbc.sql(
            """
            select a.person, b.person, greatest(a.entered_at, b.entered_at) as since,
              least(coalesce(a.left_at, '2100-01-01'), coalesce(b.left_at, '2100-01-01')) as until
            from people.household_member a join people.household_member b
              on b.household = a.household and b.person <> a.person
            where greatest(a.entered_at, b.entered_at)
              < least(coalesce(a.left_at, '2100-01-01'), coalesce(b.left_at, '2100-01-01'))
            """)
        .query(
            (row, _) ->
                new HouseholdLink(
                    row.getLong(1),
                    row.getLong(2),
                    HouseholdKind.FAMILY,
                    row.getTimestamp(3).toInstant(),
                    row.getTimestamp(4).toInstant()))
        .list();
  }

  @Override
  public void close() {
    database.close();
  }

  private final class Sources implements TraceSources {
    private final JdbcClient jdbc;

    Sources(JdbcClient jdbc) {
      this.jdbc = jdbc;
    }

    @Override
    public List<Visit> ofPersons(List<PersonWindow> windows) {
      return visits.ofPersons(windows);
    }

    @Override
    public List<Visit> atPlaces(List<PlaceWindow> windows) {
      return visits.atPlaces(windows);
    }

    @Override
    public Map<Long, Long> canonical(Collection<Long> records) {
      Map<Long, Long> aliases = aliases(jdbc);
      Map<Long, Long> canonical = new HashMap<>();
      records.forEach(record -> canonical.put(record, standing(aliases, record)));
      return canonical;
    }

    @Override
    public Map<Long, List<Long>> recordsOf(Collection<Long> canonical) {
      Map<Long, Long> aliases = aliases(jdbc);
      Map<Long, List<Long>> records = new LinkedHashMap<>();
      for (long person : canonical) {
        List<Long> all = new ArrayList<>(List.of(person));
        aliases.keySet().stream()
            .filter(record -> standing(aliases, record) == person)
            .forEach(all::add);
        records.put(person, all);
      }
      return records;
    }

    @Override
    public Map<Long, Integer> residenceUnits(Collection<Long> persons) {
      return Map.of();
    }

    @Override
    public Map<Long, Setting> settings(Collection<Long> places) {
      Map<Long, Setting> found = new HashMap<>(settings);
      found.keySet().retainAll(Set.copyOf(places));
      return found;
    }

    @Override
    public List<HouseholdLink> household(Collection<Long> persons, Instant from, Instant to) {
      Map<Long, Long> aliases = aliases(jdbc);
      Set<Long> asked = new HashSet<>(persons);
      List<HouseholdLink> found = new ArrayList<>();
      for (HouseholdLink link : links(jdbc)) {
        long a = standing(aliases, link.personA());
        long b = standing(aliases, link.personB());
        if (a != b && (asked.contains(a) || asked.contains(b))) {
          found.add(new HouseholdLink(a, b, link.kind(), link.from(), link.to()));
        }
      }
      return found;
    }

    @Override
    public Followed follow(long cursor, int groups) {
      return visits.follow(cursor, groups);
    }

    @Override
    public long head() {
      return visits.head();
    }
  }
}
