package vn.lachan.app.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lachan.app.people.PeopleFixture.COMMUNE_A;
import static vn.lachan.app.people.PeopleFixture.NOW;
import static vn.lachan.app.people.PeopleFixture.officer;
import static vn.lachan.app.people.PeopleFixture.phone;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lachan.engine.scan.PartialDate;
import vn.lachan.engine.scan.PersonName;
import vn.lachan.engine.scan.Sex;

class PeopleSealingTests {
  private static final List<String> CANARIES =
      List.of(
          "Hoàng Yến",
          "HOANG YEN",
          "Chim Vàng",
          "912345678",
          "001190000077",
          "Ngõ Bí Mật",
          "canary");

  private PeopleFixture fixture;
  private People people;

  @BeforeEach
  void create() {
    fixture = new PeopleFixture();
    people = fixture.people();
  }

  @AfterEach
  void drop() {
    fixture.close();
  }

  @Test
  void nothingInAnyTableCanBeReadAfterEverythingThatMayHappen() throws SQLException {
    long person = live();
    assertThat(dump()).hasSizeGreaterThan(1_000).doesNotContainIgnoringCase(bothForms());
    assertThat(people.masked(List.of(person))).hasSize(1);
  }

  @Test
  void destroyingLeavesNoKeyNoHashAndNoToken() throws SQLException {
    long person = live();
    String token = people.newDevice(person, NOW);
    assertThat(people.byDevice(token)).hasValue(person);

    people.destroy(officer(COMMUNE_A), person, DestructionReason.REQUESTED, null, NOW);

    assertThat(people.byDevice(token)).isEmpty();
    assertThat(
            people.identify(
                new Claim(
                    token,
                    "001190000077",
                    null,
                    false,
                    null,
                    null,
                    null,
                    null,
                    null,
                    Source.IMPORT),
                NOW))
        .matches(found -> found.person() != person);
    for (String table :
        List.of(
            "lookup",
            "name_index",
            "device",
            "phone",
            "household_member",
            "residence",
            "possible_duplicate")) {
      String column = table.equals("possible_duplicate") ? "person_a" : "person";
      assertThat(
              fixture.count(
                  "select count(*) from people." + table + " where " + column + " = " + person))
          .as(table)
          .isZero();
    }
    assertThat(
            fixture.count(
                "select count(*) from people.person where wrapped_key is null and sealed is null"))
        .isEqualTo(1);
    assertThat(fixture.count("select count(*) from people.destruction")).isEqualTo(1);
    assertThatThrownBy(() -> people.open(officer(COMMUNE_A), person, "TRACE", null))
        .hasMessage("people.refused.destroyed");
    assertThat(people.masked(List.of(person)).values())
        .singleElement()
        .matches(MaskedPerson::destroyed);
    assertThatThrownBy(() -> people.ownCode(person, NOW)).hasMessage("people.refused.destroyed");
  }

  @Test
  void sealedRowsCannotBeExchanged() {
    long a = live();
    long b =
        people
            .identify(
                new Claim(
                    null,
                    null,
                    phone("0987654321"),
                    false,
                    new PersonName("Lê Hoa"),
                    1980,
                    null,
                    null,
                    COMMUNE_A,
                    Source.IMPORT),
                NOW)
            .person();
    fixture
        .jdbc()
        .sql(
            """
            update people.person p set wrapped_key = o.wrapped_key, sealed = o.sealed
            from people.person o where p.number = :b and o.number = :a
            """)
        .param("a", a)
        .param("b", b)
        .update();
    assertThatThrownBy(() -> people.masked(List.of(b))).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void twentyThousandAreLoadedSealed() {
    RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
    List<NewPerson> persons = new ArrayList<>();
    for (int n = 0; n < 20_000; n++) {
      persons.add(
          new NewPerson(
              new PersonName("Nguyễn Văn An"),
              new PartialDate(1940 + random.nextInt(70), 1 + random.nextInt(12), 1),
              Sex.FEMALE,
              phone("09%08d".formatted(n)),
              n % 2 == 0,
              "0011%08d".formatted(n),
              "Số %d, Thôn Đông".formatted(n),
              COMMUNE_A,
              (long) n / 4,
              NOW));
    }
    people.load(persons.subList(0, 200).iterator());
    long start = System.nanoTime();
    long[] numbers = people.load(persons.subList(200, 20_000).iterator());
    System.out.printf(
        "people: 19,800 sealed persons loaded in %,d ms%n",
        (System.nanoTime() - start) / 1_000_000);

    assertThat(numbers).hasSize(19_800).doesNotHaveDuplicates();
    assertThat(fixture.count("select count(*) from people.lookup")).isEqualTo(100_000);
    assertThat(fixture.count("select count(*) from people.household")).isEqualTo(5_000);
    Identified found =
        people.identify(PeopleFixture.claim("001100000777", null, "NGUYEN VAN AN", null), NOW);
    assertThat(found).isEqualTo(new Identified(numbers[577], false, false));
    MaskedPerson masked = people.masked(List.of(numbers[577])).values().iterator().next();
    assertThat(masked.phone()).isEqualTo("090***0777");
    assertThat(masked.phoneProved()).isFalse();
  }

  /** A life with everything that writes: claim, device, code, correction, duplicate, merge. */
  private long live() {
    long person =
        people
            .identify(
                new Claim(
                    null,
                    "001190000077",
                    phone("0912345678"),
                    true,
                    new PersonName("Hoàng Yến Canary"),
                    1990,
                    Sex.FEMALE,
                    "12 Ngõ Bí Mật",
                    COMMUNE_A,
                    Source.RESIDENT),
                NOW)
            .person();
    people.newDevice(person, NOW);
    people.ownCode(person, NOW);
    people.newPersonalCode(officer(COMMUNE_A), person, NOW);
    long other =
        people
            .identify(
                PeopleFixture.claim("001190000077", "0912345678", "Hoàng Chim Vàng", 1990), NOW)
            .person();
    people.merge(officer(COMMUNE_A), person, other, MergeReason.DOCUMENT_SEEN, NOW);
    people.unmerge(officer(COMMUNE_A), other, NOW);
    Identity seen = people.open(officer(COMMUNE_A), person, "CORRECT", null);
    people.correct(
        officer(COMMUNE_A),
        person,
        new Correction(
            new PersonName("Hoàng Thị Yến Canary"),
            new PartialDate(1990, 2, 3),
            Sex.FEMALE,
            phone("0912345679"),
            new vn.lachan.engine.scan.CitizenNumber("001190000077"),
            "13 Ngõ Bí Mật",
            COMMUNE_A,
            Correction.Reason.DOCUMENT_SEEN,
            seen.version()),
        NOW.plusSeconds(60));
    people.confirmPhone(officer(COMMUNE_A), person, phone("0912345679"), NOW);
    fixture
        .bean(NameSearch.class)
        .byName(
            officer(COMMUNE_A),
            NameQuery.parse("hoang yen canary", null, null, null),
            "TRACE",
            null,
            NOW);
    Instant later = NOW.plusSeconds(86_400);
    Homes homes = fixture.bean(Homes.class);
    homes.found(officer(COMMUNE_A), person, HouseholdKind.FAMILY, NOW, SaidBy.PERSON, later);
    homes.move(
        officer(COMMUNE_A),
        person,
        new NewHome(COMMUNE_A, "14 Ngõ Bí Mật", later),
        SaidBy.SEEN,
        people.open(officer(COMMUNE_A), person, "CORRECT", null).version(),
        later);
    return person;
  }

  /** Each canary as text and as PostgreSQL would write its bytes. */
  private static String[] bothForms() {
    List<String> forms = new ArrayList<>(CANARIES);
    for (String canary : CANARIES) {
      forms.add(HexFormat.of().formatHex(canary.getBytes(StandardCharsets.UTF_8)));
    }
    return forms.toArray(String[]::new);
  }

  private String dump() throws SQLException {
    var dump = new StringBuilder();
    try (Connection connection = fixture.database.superuser();
        Statement statement = connection.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet names =
          statement.executeQuery(
              "select schemaname || '.' || tablename from pg_tables where schemaname in ('people', 'audit')")) {
        while (names.next()) {
          tables.add(names.getString(1));
        }
      }
      for (String table : tables) {
        try (ResultSet rows =
            statement.executeQuery("select row_to_json(t)::text from " + table + " t")) {
          while (rows.next()) {
            dump.append(rows.getString(1)).append('\n');
          }
        }
      }
    }
    return dump.toString();
  }
}
