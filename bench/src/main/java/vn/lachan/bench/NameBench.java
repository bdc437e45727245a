package vn.lachan.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import vn.lachan.app.access.Actor;
import vn.lachan.app.people.NameHits;
import vn.lachan.app.people.NameQuery;
import vn.lachan.app.people.NameSearch;
import vn.lachan.app.people.NewPerson;
import vn.lachan.app.people.People;
import vn.lachan.app.units.Units;
import vn.lachan.engine.scan.PartialDate;
import vn.lachan.engine.scan.PersonName;
import vn.lachan.engine.scan.PhoneNumber;
import vn.lachan.engine.scan.Sex;
import vn.lachan.simulation.CommuneSpec;
import vn.lachan.simulation.ProvinceSpec;
import vn.lachan.simulation.SimulatedPerson;
import vn.lachan.simulation.SyntheticProvince;

/**
 * Search by name over sealed persons: how long one takes, whether the person meant is among the
 * rows, and what the index weighs. Each search is of a random person, typed in one of several ways.
 */
final class NameBench {
  private static final int SEARCHES = 60;
  private static final int PROVINCE = 2_100_038;
  private static final long SEED = 20_211_229;
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private final BenchProgram program;
  private final Report report;
  private final int people;
  private final SyntheticProvince province;
  private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);

  NameBench(BenchProgram program, Report report, int people) {
    this.program = program;
    this.report = report;
    this.people = people;
    this.province =
        SyntheticProvince.of(
            ProvinceSpec.of(
                SEED, people, 1, Clock.systemUTC().instant(), ZONE, "038", communes(program)));
  }

  void run() {
    load();
    weigh();
    for (Typing typing : Typing.values()) {
      measure(typing);
    }
  }

  private void load() {
    long begun = System.nanoTime();
    Instant since = Clock.systemUTC().instant();
    Iterator<NewPerson> persons =
        IntStream.range(0, people)
            .mapToObj(province::person)
            .map(person -> person(person, since))
            .iterator();
    program.bean(People.class).load(persons);
    report.line(
        String.format(Locale.ROOT, "loaded %,d sealed persons in %.1f s", people, seconds(begun)));
  }

  private void weigh() {
    try (Connection connection = program.superuser();
        Statement statement = connection.createStatement()) {
      statement.execute("vacuum analyze people.name_index");
      statement.execute("vacuum analyze people.person");
      try (ResultSet row =
          statement.executeQuery(
              """
              select pg_table_size('people.name_index') as rows,
                     pg_relation_size('people.name_index_tokens') as tokens,
                     pg_total_relation_size('people.name_index') as whole,
                     (select avg(cardinality(tokens)) from people.name_index) as each
              """)) {
        row.next();
        report.line(
            String.format(
                Locale.ROOT,
                "name index: %.1f tokens and %d bytes a person (rows %d, index of tokens %d)",
                row.getDouble("each"),
                row.getLong("whole") / people,
                row.getLong("rows") / people,
                row.getLong("tokens") / people));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void measure(Typing typing) {
    double[] milliseconds = new double[SEARCHES];
    int found = 0;
    int more = 0;
    for (int search = 0; search < SEARCHES; search++) {
      SimulatedPerson meant = province.person(random.nextInt(people));
      String typed = typing.type(new PersonName(meant.fullName()).key(), random);
      Integer year = typing.withYear() ? meant.birthYear() : null;
      Integer unit = typing.withUnit() ? meant.communeUnitId() : null;
      long begun = System.nanoTime();
      NameHits hits = search(NameQuery.parse(typed, year, null, unit));
      milliseconds[search] = seconds(begun) * 1_000;
      found += hits.rows().stream().anyMatch(hit -> isMeant(hit, meant)) ? 1 : 0;
      more += hits.more() ? 1 : 0;
    }
    java.util.Arrays.sort(milliseconds);
    report.line(
        String.format(
            Locale.ROOT,
            "| %s | %.0f ms | %.0f ms | %d of %d | %d |",
            typing.words(),
            milliseconds[SEARCHES / 2],
            milliseconds[SEARCHES * 95 / 100],
            found,
            SEARCHES,
            more));
  }

  private NameHits search(NameQuery query) {
    return program
        .bean(NameSearch.class)
        .byName(Actor.program(), query, "TRACE", null, Clock.systemUTC().instant());
  }

  /** As far as a masked row tells. */
  private static boolean isMeant(NameHits.NameHit hit, SimulatedPerson meant) {
    return hit.person().name().equals(new PersonName(meant.fullName()).masked())
        && Integer.valueOf(meant.birthYear()).equals(hit.person().birthYear())
        && Integer.valueOf(meant.communeUnitId()).equals(hit.person().unit());
  }

  private static double seconds(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }

  static NewPerson person(SimulatedPerson person, Instant since) {
    String phone = person.phone();
    return new NewPerson(
        new PersonName(person.fullName()),
        new PartialDate(person.birthYear(), 0, 0),
        person.sex() == vn.lachan.simulation.Sex.MALE ? Sex.MALE : Sex.FEMALE,
        phone == null ? null : new PhoneNumber(phone),
        phone != null,
        person.citizenNumber(),
        person.address(),
        person.communeUnitId(),
        (long) person.household(),
        since);
  }

  private static List<CommuneSpec> communes(BenchProgram program) {
    return program.bean(Units.class).children(PROVINCE).stream()
        .map(
            unit ->
                new CommuneSpec(
                    unit.id(),
                    unit.fullName(),
                    unit.location().latitude(),
                    unit.location().longitude(),
                    1))
        .toList();
  }

  /** How an officer types a name. */
  private enum Typing {
    PLAIN("without accents"),
    YEAR("without accents, with the birth year"),
    COMMUNE("without accents, in one commune"),
    ERROR("one letter wrong, with the birth year"),
    ERROR_ANYWHERE("one letter wrong, nothing else"),
    FAMILY_NAME("the family name alone");

    private final String words;

    Typing(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }

    boolean withYear() {
      return this == YEAR || this == ERROR;
    }

    boolean withUnit() {
      return this == COMMUNE;
    }

    String type(String key, RandomGenerator random) {
      return switch (this) {
        case PLAIN, YEAR, COMMUNE -> key.toLowerCase(Locale.ROOT);
        case FAMILY_NAME -> key.split(" ")[0];
        case ERROR, ERROR_ANYWHERE -> withError(key, random);
      };
    }

    /** One letter of one longer word becomes the next of the alphabet. */
    private static String withError(String key, RandomGenerator random) {
      String[] words = key.split(" ");
      for (int turn = 0; turn < 20; turn++) {
        int at = random.nextInt(words.length);
        String word = words[at];
        if (word.length() > 2) {
          int letter = random.nextInt(word.length());
          char wrong = (char) ('A' + (word.charAt(letter) - 'A' + 1) % 26);
          words[at] = word.substring(0, letter) + wrong + word.substring(letter + 1);
          return String.join(" ", words);
        }
      }
      return key;
    }
  }
}
