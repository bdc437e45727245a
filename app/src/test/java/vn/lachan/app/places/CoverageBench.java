package vn.lachan.app.places;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.access.Actor;
import vn.lachan.app.units.Hierarchy;

/**
 * Coverage of a province with so many places (a million unless said), measured. Run by hand: {@code
 * java -cp ... vn.lachan.app.places.CoverageBench 1000000}.
 */
final class CoverageBench {
  private static final int ROUNDS = 7;

  private CoverageBench() {}

  public static void main(String[] arguments) throws SQLException {
    int places = arguments.length == 0 ? 1_000_000 : Integer.parseInt(arguments[0]);
    try (PlacesFixture fixture = new PlacesFixture()) {
      fill(fixture, places);
      addUp(fixture);
      measure(fixture);
    }
  }

  /**
   * As loaded a month ago in all communes of both eras; one in twenty is dead, four in five live.
   */
  private static void fill(PlacesFixture fixture, int places) throws SQLException {
    LocalDate today = PlacesFixture.NOW.atZone(FakeVisitCounts.ZONE).toLocalDate();
    try (Connection connection = fixture.database.superuser();
        Statement statement = connection.createStatement()) {
      codes(fixture, places);
      statement.execute("alter table places.place disable trigger user");
      statement.execute("alter table places.state_change disable trigger user");
      statement.execute(
          """
          insert into places.place (code, name, address, search_name, search_address, type, unit_id,
            sector, location_exact, setting, must_register, status, status_since, created_at)
          select (select code from places.code where place = n), 'Quán ' || n, 'Thôn ' || n, 'quan ' || n,
            'thon ' || n, t.code, u.ids[1 + (n::bigint * 7919) %% array_length(u.ids, 1)], t.sector, false,
            'indoor', true, 'open', timestamptz '%1$s' - interval '40 days',
            timestamptz '%1$s' - interval '40 days'
          from generate_series(1, %2$d) n
          cross join (select array_agg(unit_id order by unit_id) as ids from units.within w
            join units.unit v on v.id = w.unit_id and v.level = 3 where w.ancestor_id = %3$d) u
          join lateral (select code, sector from places.type
            where '%1$s' between valid_from and coalesce(valid_to, 'infinity')
            order by md5(code || n %% 40) limit 1) t on true
          """
              .formatted(PlacesFixture.NOW, places, fixture.province));
      statement.execute(
          "insert into places.state_change (place, what, at, by) select number, 'approved',"
              + " status_since, 0 from places.place");
      statement.execute(
          """
          insert into places.activity (place, day, visits, visitors, last_at)
          select number, date '%1$s' - d, 5, 4, (date '%1$s' - d)::timestamptz
          from places.place, generate_series(0, 29) d
          where number %% 20 <> 0 and (number + d) %% 5 <> 0
          """
              .formatted(today));
      statement.execute(
          "insert into places.coverage_change (unit_id, day) select distinct unit_id, date '"
              + today
              + "' from places.place");
      statement.execute("insert into places.coverage_day values (date '" + today + "', now())");
      statement.execute("vacuum analyze places.place");
      statement.execute("vacuum analyze places.state_change");
      statement.execute("vacuum analyze places.activity");
    }
    say("places %,d, counts %,d".formatted(places, count(fixture, "places.activity")));
  }

  private static void codes(PlacesFixture fixture, int places) {
    PlaceHistoryTable history = fixture.context.getBean(PlaceHistoryTable.class);
    for (long from = 1; from <= places; from += 20_000) {
      long last = Math.min(places, from + 19_999);
      history.issueCodes(LongStream.rangeClosed(from, last).boxed().toList(), PlacesFixture.NOW);
    }
  }

  private static void addUp(PlacesFixture fixture) {
    CoverageKeeper keeper = fixture.context.getBean(CoverageKeeper.class);
    long begin = System.nanoTime();
    int steps = 0;
    while (keeper.step(PlacesFixture.NOW)) {
      steps++;
    }
    say(
        "one day of all communes added up in %d steps, %,d ms; %,d cells"
            .formatted(
                steps,
                Duration.ofNanos(System.nanoTime() - begin).toMillis(),
                count(fixture, "places.coverage_cell")));
    fixture.database.jdbc().sql("analyze places.coverage_cell").update();
  }

  private static void measure(PlacesFixture fixture) {
    Coverage coverage = fixture.context.getBean(Coverage.class);
    Instant now = PlacesFixture.NOW;
    Actor all = Actor.program();
    for (var by : CoverageQuestion.By.values()) {
      for (Hierarchy hierarchy : Hierarchy.values()) {
        time(
            "report by %s, %s".formatted(by, hierarchy),
            () -> coverage.report(all, question(hierarchy, null, by), now).rows().size());
      }
    }
    int commune = fixture.communeA;
    time(
        "report of a commune by kind",
        () ->
            coverage
                .report(
                    all,
                    question(Hierarchy.WITHOUT_DISTRICTS, commune, CoverageQuestion.By.TYPE),
                    now)
                .rows()
                .size());
    for (CoverageFigure figure : CoverageFigure.values()) {
      time(
          "first page of " + figure.key(),
          () ->
              coverage
                  .places(
                      all,
                      question(
                          Hierarchy.WITHOUT_DISTRICTS, fixture.province, CoverageQuestion.By.UNIT),
                      figure,
                      null,
                      50)
                  .rows()
                  .size());
    }
  }

  private static CoverageQuestion question(
      Hierarchy hierarchy, @Nullable Integer unit, CoverageQuestion.By by) {
    LocalDate today = PlacesFixture.NOW.atZone(FakeVisitCounts.ZONE).toLocalDate();
    return new CoverageQuestion(hierarchy, unit, null, null, by, today, 7);
  }

  private static void time(String what, Supplier<Integer> act) {
    long[] millis = new long[ROUNDS];
    int rows = 0;
    for (int i = 0; i < ROUNDS; i++) {
      long begin = System.nanoTime();
      rows = act.get();
      millis[i] = Duration.ofNanos(System.nanoTime() - begin).toMillis();
    }
    Arrays.sort(millis);
    say(
        "%-45s %4d rows, median %4d ms, worst %4d ms"
            .formatted(what, rows, millis[ROUNDS / 2], millis[ROUNDS - 1]));
  }

  private static long count(PlacesFixture fixture, String table) {
    return fixture.database.jdbc().sql("select count(*) from " + table).query(Long.class).single();
  }

  private static void say(String text) {
    System.out.println(text.toLowerCase(Locale.ROOT));
  }
}
