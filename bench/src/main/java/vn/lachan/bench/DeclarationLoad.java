package vn.lachan.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import vn.lachan.app.declarations.DeclarationWay;
import vn.lachan.app.declarations.Declarations;
import vn.lachan.app.declarations.FormView;
import vn.lachan.app.declarations.NewDeclaration;
import vn.lachan.app.people.People;
import vn.lachan.app.places.Places;
import vn.lachan.engine.form.Answer;
import vn.lachan.engine.form.FormReading;
import vn.lachan.engine.form.Forms;
import vn.lachan.engine.form.Questionnaire;
import vn.lachan.engine.form.Response;
import vn.lachan.engine.form.ResponseItem;
import vn.lachan.engine.form.Value;
import vn.lachan.simulation.SimulatedPerson;
import vn.lachan.simulation.SyntheticProvince;

/**
 * Many declarations of a simulated province: persons and places through their front doors, a few
 * hundred declarations through theirs, and from these as many copies as are wanted by SQL. A copy
 * has the sealed bytes of its original, so rows have their true size, but cannot be opened;
 * persons, communes, places, days, levels, ways, warnings and declared stays are drawn anew.
 */
record DeclarationLoad(
    SyntheticProvince province, List<Long> places, List<Integer> communes, Instant end) {
  static final int DAYS = 90;
  private static final int ORIGINALS = 500;
  private static final int PER_PERSON = 5;
  private static final int PLACES = 2_000;
  private static final int COPIES_A_STATEMENT = 250_000;
  private static final long SEED = 20_211_229;
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  static DeclarationLoad load(BenchProgram program, int declarations, Report report) {
    long begun = System.nanoTime();
    Instant end = Clock.systemUTC().instant();
    int people = Math.max(ORIGINALS, declarations / PER_PERSON);
    SyntheticProvince province = BenchProvince.simulate(program, people, 1, end);
    long[] persons =
        program
            .bean(People.class)
            .load(
                IntStream.range(0, people)
                    .mapToObj(province::person)
                    .map(person -> NameBench.person(person, end))
                    .iterator());
    long[] places =
        program
            .bean(Places.class)
            .load(
                IntStream.range(0, Math.min(PLACES, province.places()))
                    .mapToObj(province::place)
                    .map(BenchProvince::place)
                    .iterator(),
                end);
    originals(program, province, persons, end);
    copy(program, declarations - ORIGINALS, persons, places);
    report.line(
        String.format(
            Locale.ROOT,
            "loaded %,d declarations of %,d sealed persons at %,d places in %.0f s",
            declarations,
            people,
            places.length,
            (System.nanoTime() - begun) / 1e9));
    List<Integer> communes =
        IntStream.range(0, people)
            .map(index -> province.person(index).communeUnitId())
            .distinct()
            .boxed()
            .toList();
    return new DeclarationLoad(province, Arrays.stream(places).boxed().toList(), communes, end);
  }

  private static void originals(
      BenchProgram program, SyntheticProvince province, long[] persons, Instant end) {
    Declarations front = program.bean(Declarations.class);
    FormView form = front.form("residents", end.atZone(ZONE).toLocalDate());
    if (!(Forms.read(form.questionnaireJson())
        instanceof FormReading.Accepted<Questionnaire>(Questionnaire questionnaire))) {
      throw new IllegalStateException("The form of residents cannot be read");
    }
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    front.load(
        IntStream.range(0, ORIGINALS)
            .mapToObj(
                index ->
                    new NewDeclaration(
                        UUID.randomUUID(),
                        persons[index],
                        "residents",
                        form.version(),
                        answers(questionnaire, province.person(index), random, end),
                        DeclarationWay.OWN,
                        null,
                        null,
                        end.minus(Duration.ofMinutes(1 + random.nextInt(DAYS * 1_400))),
                        null,
                        0,
                        null))
            .iterator(),
        end);
  }

  private static String answers(
      Questionnaire form, SimulatedPerson person, RandomGenerator random, Instant at) {
    boolean ill = random.nextInt(20) == 0;
    List<ResponseItem> who = new ArrayList<>();
    who.add(words("full-name", person.fullName()));
    who.add(ResponseItem.answer("birth-year", new Value.Whole(person.birthYear())));
    who.add(ResponseItem.answer("gender", new Value.Code("urn:lachan:gender", "female", "Nữ")));
    who.add(
        ResponseItem.answer(
            "nationality", new Value.Code("urn:iso:std:iso:3166", "VN", "Việt Nam")));
    who.add(words("province", "Tỉnh Thanh Hóa"));
    who.add(words("commune", "Xã Dân Lực"));
    who.add(words("address", person.address()));
    who.add(words("phone", "0912345678"));
    List<ResponseItem> contact =
        List.of(
            truth("contact-patient", false),
            truth("contact-from-country", false),
            truth("contact-symptomatic", ill));
    List<Answer> symptoms =
        List.of(
            new Answer(
                new Value.Truth(ill),
                ill ? List.of(words("symptoms-note", "Sốt nhẹ từ tối qua")) : List.of()));
    return Forms.write(
        Forms.settle(
            form,
            new Response(
                form.canonical(),
                "completed",
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                    at.atZone(ZONE).truncatedTo(ChronoUnit.SECONDS)),
                List.of(
                    ResponseItem.group("person", who),
                    truth("travel", false),
                    ResponseItem.answers("symptoms", symptoms),
                    ResponseItem.group("contact", contact)))));
  }

  private static ResponseItem words(String linkId, String text) {
    return ResponseItem.answer(linkId, new Value.Words(text));
  }

  private static ResponseItem truth(String linkId, boolean truth) {
    return ResponseItem.answer(linkId, new Value.Truth(truth));
  }

  /** More today than before; two thirds at a place; one in twenty not green, one in 200 red. */
  private static final String COPY =
      """
      insert into declarations.declaration (key, form, form_version, person, unit_id, place, way,
        level, sealed, declared_at, received_at, paper_serial)
      select gen_random_uuid(), (array['residents', 'domestic-travel', 'entry'])
            [case when n.draw < 0.7 then 1 when n.draw < 0.95 then 2 else 3 end],
        o.form_version, n.person, p.unit_id, n.place,
        (array['OWN', 'BEHALF', 'GATE', 'PAPER', 'API'])
            [case when n.way < 0.55 then 1 when n.way < 0.75 then 2 when n.way < 0.95 then 3
                  when n.way < 0.99 then 4 else 5 end],
        (array['GREEN', 'YELLOW', 'ORANGE', 'RED'])
            [case when n.level < 0.95 then 1 when n.level < 0.985 then 2
                  when n.level < 0.995 then 3 else 4 end],
        o.sealed, n.at, n.at + interval '2 seconds',
        case when n.way >= 0.95 and n.way < 0.99 then 'DO-' || n.line end
      from (
        select line, (select array_agg(number) from declarations.declaration where number <= ?)
            [1 + floor(random() * ?)::int] as original,
          ?::bigint + floor(random() * ?)::bigint as person,
          case when random() < 0.67 then (?::bigint[])[1 + floor(power(random(), 2) * ?)::int] end as place,
          random() as draw, random() as way, random() as level,
          now() - power(random(), 1.5) * interval '89 days' - interval '1 minute' as at
        from generate_series(?::bigint, ?::bigint) line) n
      join declarations.declaration o on o.number = n.original
      join people.person p on p.number = n.person
      """;

  private static final String FIRED =
      """
      insert into declarations.fired (code, declared_at, declaration)
      select codes.code[1 + mod(d.number, cardinality(codes.code))], d.declared_at, d.number
      from declarations.declaration d,
        (select array_agg(distinct code order by code) as code from declarations.fired) codes
      where d.level <> 'GREEN' on conflict do nothing
      """;

  private static final String STAYS =
      """
      insert into declarations.stay (declaration, line, person, place, words, from_at, to_at)
      select d.number, 0, d.person, case when mod(d.number, 2) = 0 then d.place end,
        case when mod(d.number, 2) = 1 then
          (select array_agg(hashtextextended(d.place::text, s)) from generate_series(1, 6) s) end,
        d.declared_at - interval '2 days', d.declared_at - interval '2 days' + interval '2 hours'
      from declarations.declaration d where d.place is not null and mod(d.number, 8) < 2
      on conflict do nothing
      """;

  private static final String COUNTS =
      """
      insert into declarations.day_count (day, unit_id, place, form, level, declarations)
      select (declared_at at time zone 'Asia/Ho_Chi_Minh')::date, unit_id, coalesce(place, 0), form,
        level, count(*)
      from declarations.declaration group by 1, 2, 3, 4, 5
      """;

  private static void copy(BenchProgram program, int copies, long[] persons, long[] places) {
    try (Connection connection = program.superuser();
        Statement statement = connection.createStatement()) {
      long originals = lastNumber(statement);
      for (long from = 1; from <= copies; from += COPIES_A_STATEMENT) {
        try (PreparedStatement insert = connection.prepareStatement(COPY)) {
          insert.setLong(1, originals);
          insert.setInt(2, ORIGINALS);
          insert.setLong(3, persons[0]);
          insert.setLong(4, persons.length);
          insert.setObject(5, places);
          insert.setInt(6, places.length);
          insert.setLong(7, from);
          insert.setLong(8, Math.min(copies, from + COPIES_A_STATEMENT - 1));
          insert.executeUpdate();
        }
      }
      statement.execute("truncate declarations.count_change, declarations.day_count");
      statement.execute(FIRED);
      statement.execute(STAYS);
      statement.execute(COUNTS);
      for (String table : List.of("declaration", "fired", "stay", "day_count", "count_change")) {
        statement.execute("vacuum analyze declarations." + table);
      }
      statement.execute("vacuum analyze people.person");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long lastNumber(Statement statement) throws SQLException {
    try (var row = statement.executeQuery("select max(number) from declarations.declaration")) {
      row.next();
      return row.getLong(1);
    }
  }
}
