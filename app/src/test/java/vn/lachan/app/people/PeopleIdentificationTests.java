package vn.lachan.app.people;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lachan.app.people.PeopleFixture.NOW;
import static vn.lachan.app.people.PeopleFixture.claim;
import static vn.lachan.app.people.PeopleFixture.phone;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.engine.scan.PersonName;
import vn.lachan.engine.scan.PersonalCode;

class PeopleIdentificationTests {
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

  /**
   * Claims one after the other: device of (a letter), citizen number, phone, name, year; then who
   * it is (a new letter is a new person) and the reason left to settle. One empty line starts anew.
   */
  @Test
  void aPersonIsFoundInThisOrder() {
    check(
        """
        device | number       | phone      | name           | year | person | left to settle
        -      | 001090000001 | 0912345678 | Nguyễn Văn An  | 1990 | A      | -
        -      | 001090000001 | -          | -              | -    | A      | -
        -      | 001090000001 | 0987654321 | NGUYEN VAN AN  | -    | A      | -
        -      | -            | 0987654321 | nguyễn văn an  | 1990 | A      | -
        A      | -            | -          | -              | -    | A      | -
        A      | -            | -          | Nguyen Van An  | 1990 | A      | -

        -      | 001090000001 | -          | Nguyễn Văn An  | 1990 | A      | -
        -      | 001090000001 | -          | Trần Thị Bình  | 1990 | B      | CITIZEN_NUMBER
        -      | 001090000001 | -          | Trần Thị Bình  | 1990 | B      | -
        -      | 001090000001 | -          | Nguyễn Văn An  | 1991 | C      | CITIZEN_NUMBER
        -      | 001090000001 | -          | Nguyễn Văn An  | 1990 | A      | -

        -      | -            | 0912345678 | Nguyễn Văn An  | 1960 | A      | -
        -      | -            | 0912345678 | Nguyễn Văn An  | 1990 | B      | PHONE_AND_NAME
        -      | -            | 0912345678 | Nguyễn Văn An  | 1960 | A      | -
        -      | -            | 0912345678 | Nguyễn Văn An  | -    | C      | PHONE_AND_NAME
        -      | -            | 0912345678 | Nguyễn Văn An  | -    | C      | -

        -      | -            | 0912345678 | Nguyễn Văn An  | -    | A      | -
        -      | -            | 0912345678 | Nguyễn Văn An  | 1990 | A      | -
        -      | -            | 0912345678 | Nguyễn Văn An  | 1991 | B      | PHONE_AND_NAME

        -      | -            | 0912345678 | Nguyễn Văn An  | 1960 | A      | -
        -      | -            | 0912345678 | Lê Thị Hoa     | 1962 | B      | -
        -      | -            | 0912345678 | Nguyễn Thị Mai | 1990 | C      | -
        -      | -            | 0912345678 | Nguyễn An      | 1960 | D      | PHONE_AND_YEAR

        -      | 001090000001 | 0912345678 | Nguyễn Văn An  | 1990 | A      | -
        -      | 001090000009 | 0912345678 | Nguyễn Văn An  | 1990 | B      | PHONE_AND_NAME

        -      | -            | 0912345678 | Nguyễn Văn An  | 1990 | A      | -
        A      | -            | -          | Lê Thị Hoa     | 1962 | B      | -
        A      | -            | -          | Lê Thị Hoa     | 1962 | B      | -
        A      | -            | -          | Lê Thị Hoa     | -    | B      | -
        A      | -            | -          | Nguyễn An      | 1990 | C      | OWN_CODE
        A      | -            | -          | -              | -    | A      | -

        -      | -            | -          | Nguyễn Văn An  | 1990 | A      | -
        -      | -            | -          | Nguyễn Văn An  | 1990 | B      | NAME_AND_YEAR
        -      | -            | -          | Nguyễn Văn An  | -    | C      | -

        -      | 001090000001 | -          | Nguyễn Văn An  | 1990 | A      | -
        -      | -            | 0912345678 | Nguyễn Văn An  | -    | B      | -
        -      | 001090000001 | 0912345678 | Nguyễn Văn An  | 1990 | A      | PHONE_AND_NAME
        -      | 001090000001 | 0912345678 | Nguyễn Văn An  | 1990 | A      | -
        """);
  }

  @Test
  void ownCodeComesFirstAndContradictionIsSettledLater() {
    long person = people.identify(claim(null, "0912345678", "Lê Thị Hoa", 1962), NOW).person();
    PersonalCode code = people.ownCode(person, NOW);

    assertThat(people.ownCode(person, NOW)).isEqualTo(code);
    assertThat(people.byPersonalCode(code)).hasValue(person);
    assertThat(people.identify(Claim.byCode(code, Source.KEEPER), NOW))
        .isEqualTo(new Identified(person, false, false));
    Claim other =
        new Claim(
            code,
            null,
            null,
            null,
            false,
            new PersonName("Trần Văn Bình"),
            1950,
            null,
            null,
            null,
            Source.KEEPER);
    Identified made = people.identify(other, NOW);
    assertThat(made.isNew()).isTrue();
    assertThat(made.possibleDuplicate()).isTrue();
  }

  @Test
  void aPhoneIsClaimedUntilItIsProved() {
    Claim claimed = claim(null, "0912345678", "Lê Thị Hoa", 1962);
    long person = people.identify(claimed, NOW).person();
    assertThat(masked(person).phoneProved()).isFalse();

    Claim proved =
        new Claim(
            null,
            null,
            phone("0912345678"),
            true,
            new PersonName("Lê Thị Hoa"),
            1962,
            null,
            null,
            null,
            Source.RESIDENT);
    assertThat(people.identify(proved, NOW).person()).isEqualTo(person);

    MaskedPerson masked = masked(person);
    assertThat(masked.phoneProved()).isTrue();
    assertThat(masked.phone()).isEqualTo("091***5678");
    assertThat(masked.name()).isEqualTo("Lê T. ***");
    people.identify(claimed, NOW);
    assertThat(masked(person).phoneProved()).isTrue();
  }

  @Test
  void aRevokedDeviceNamesNobody() {
    long person = people.identify(claim(null, "0912345678", "Lê Thị Hoa", 1962), NOW).person();
    String token = people.newDevice(person, NOW);
    assertThat(people.byDevice(token)).hasValue(person);

    people.revokeDevice(token, NOW);

    assertThat(people.byDevice(token)).isEmpty();
    assertThat(people.byDevice("x".repeat(5000))).isEmpty();
    assertThat(people.identify(Claim.byDevice(token, Source.RESIDENT), NOW).isNew()).isTrue();
  }

  @Test
  void theSameFirstClaimFromManySidesEndsInOnePerson() throws Exception {
    List<Callable<Long>> tasks = new ArrayList<>();
    for (int task = 0; task < 40; task++) {
      int family = task % 5;
      Claim claim =
          task % 2 == 0
              ? claim("00109000000" + family, "091234567" + family, "Nguyễn Văn An", 1990)
              : claim("00109000000" + family, null, "NGUYEN VAN AN", null);
      tasks.add(() -> people.identify(claim, NOW).person());
    }
    List<Long> found = new ArrayList<>();
    try (var executor = Executors.newFixedThreadPool(6)) {
      for (Future<Long> future : executor.invokeAll(tasks)) {
        found.add(future.get());
      }
    }
    assertThat(found.stream().distinct()).hasSize(5);
    assertThat(fixture.count("select count(*) from people.person")).isEqualTo(5);
  }

  @Test
  void manyClaimsAtOnceAreEachAnswered() {
    List<Claim> claims = new ArrayList<>();
    for (int n = 0; n < 300; n++) {
      claims.add(claim(null, "09123%05d".formatted(n % 100), "Nguyễn Văn An", 1990));
    }
    List<Identified> first = people.identifyAll(claims, NOW);
    List<Identified> again = people.identifyAll(claims, NOW);

    assertThat(first.stream().filter(Identified::isNew)).hasSize(100);
    assertThat(again).noneMatch(Identified::isNew);
    assertThat(again.stream().map(Identified::person).toList())
        .isEqualTo(first.stream().map(Identified::person).toList());
    assertThatThrownBy(
            () -> people.identifyAll(java.util.Collections.nCopies(1001, claims.getFirst()), NOW))
        .isInstanceOf(Refusal.class)
        .hasMessage("people.refused.claims");
  }

  /**
   * Few names, years, numbers and phones, so that claims keep meeting each other's records: what
   * comes together ends as if it had come one by one.
   */
  @Test
  void manyClaimsAtOnceEndAsOneByOne() {
    for (long seed = 1; seed <= 5; seed++) {
      RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
      List<Claim> known = randomClaims(random, 25);
      List<Claim> claims = randomClaims(random, 60);
      List<String> oneByOne = story(known, claims, 1);
      List<String> together = story(known, claims, claims.size());
      assertThat(together).as("seed %d", seed).isEqualTo(oneByOne);
      assertThat(story(known, claims, 7)).as("seed %d, by sevens", seed).isEqualTo(oneByOne);
    }
  }

  private static List<Claim> randomClaims(RandomGenerator random, int count) {
    List<String> names = List.of("Nguyễn Văn An", "NGUYEN VAN AN", "Lê Thị Hoa", "Trần Bình");
    List<Claim> claims = new ArrayList<>();
    for (int index = 0; index < count; index++) {
      boolean phone = random.nextInt(3) > 0;
      boolean number = !phone || random.nextInt(3) == 0;
      claims.add(
          new Claim(
              null,
              number ? "00109000000" + random.nextInt(9) : null,
              phone ? phone("091234567" + random.nextInt(9)) : null,
              phone && random.nextInt(6) == 0,
              random.nextInt(5) == 0 ? null : new PersonName(names.get(random.nextInt(4))),
              random.nextInt(3) == 0 ? null : 1990 + random.nextInt(2),
              null,
              random.nextInt(4) == 0 ? "Thôn " + random.nextInt(3) : null,
              random.nextInt(4) == 0 ? null : PeopleFixture.COMMUNE_A + random.nextInt(2),
              Source.IMPORT));
    }
    return claims;
  }

  /** Everything that came of them, by numbers that count from one. */
  private List<String> story(List<Claim> known, List<Claim> claims, int atOnce) {
    fixture.empty();
    known.forEach(claim -> people.identify(claim, NOW));
    List<Identified> found = new ArrayList<>();
    for (int from = 0; from < claims.size(); from += atOnce) {
      found.addAll(
          people.identifyAll(claims.subList(from, Math.min(claims.size(), from + atOnce)), NOW));
    }
    List<Long> numbers = numbers("select number from people.person order by number");
    List<String> story = new ArrayList<>();
    found.forEach(
        each ->
            story.add(
                "%d %s %s"
                    .formatted(
                        numbers.indexOf(each.person()), each.isNew(), each.possibleDuplicate())));
    fixture.bean(PersonTable.class).rows(numbers).stream()
        .sorted(Comparator.comparingLong(PersonRow::number))
        .forEach(
            row ->
                story.add(
                    "%d %s %s"
                        .formatted(
                            numbers.indexOf(row.number()),
                            row.opened(fixture.keyring).json(),
                            row.unit())));
    for (String query : STORED) {
      story.addAll(fixture.jdbc().sql(query).query((row, index) -> row.getString(1)).list());
    }
    return story;
  }

  /** By rank instead of number, because numbers that were reserved may stay unused. */
  private static final List<String> STORED =
      List.of(
          """
          with r as (select number, rank() over (order by number) as rank from people.person)
          select a.rank || ' ' || b.rank || ' ' || d.reason from people.possible_duplicate d
          join r a on a.number = d.person_a join r b on b.number = d.person_b order by 1
          """,
          """
          with r as (select number, rank() over (order by number) as rank from people.person)
          select r.rank || ' ' || l.kind || ' ' || l.hash::text from people.lookup l
          join r on r.number = l.person order by 1
          """,
          """
          with r as (select number, rank() over (order by number) as rank from people.person)
          select r.rank || ' ' || coalesce(i.unit_id, 0) || ' ' || i.tokens::text
          from people.name_index i join r on r.number = i.person order by 1
          """,
          """
          with r as (select number, rank() over (order by number) as rank from people.person)
          select r.rank || ' ' || p.slot || ' ' || (p.proved_at is not null) from people.phone p
          join r on r.number = p.person order by 1
          """);

  private List<Long> numbers(String query) {
    return fixture.jdbc().sql(query).query((row, index) -> row.getLong(1)).list();
  }

  @Test
  void knownDevicesAreReadAtOnceAndWrittenOnceADay() {
    List<Claim> claims = new ArrayList<>();
    for (int n = 0; n < 1_000; n++) {
      claims.add(claim(null, "09123%05d".formatted(n), "Nguyễn Văn An", 1990));
    }
    List<Long> persons = people.identifyAll(claims, NOW).stream().map(Identified::person).toList();
    List<Claim> devices =
        persons.stream()
            .map(person -> Claim.byDevice(people.newDevice(person, NOW), Source.RESIDENT))
            .toList();
    java.time.Instant tomorrow = NOW.plusSeconds(86_400);
    people.identifyAll(devices, tomorrow);
    assertThat(fixture.count("select count(*) from people.device where last_used = '2026-03-03'"))
        .isEqualTo(1_000);
    long start = System.nanoTime();
    List<Identified> found = people.identifyAll(devices, tomorrow);
    System.out.printf(
        "people: 1,000 known devices identified in %,d ms%n",
        (System.nanoTime() - start) / 1_000_000);
    assertThat(found).extracting(Identified::person).isEqualTo(persons);
    assertThat(found).noneMatch(Identified::isNew);
  }

  @Test
  void aClaimOfWrongFormIsRefused() {
    assertThatThrownBy(() -> claim("12345", null, null, null))
        .hasMessage("people.refused.citizen-number");
    assertThatThrownBy(() -> claim(null, null, "Lê Thị Hoa", 90))
        .hasMessage("people.refused.birth-year");
    assertThat(claim("001 090 000 001", null, null, null).citizenNumber())
        .isEqualTo("001090000001");
  }

  private MaskedPerson masked(long person) {
    return requireNonNull(people.masked(List.of(person)).get(person));
  }

  private void check(String table) {
    for (String story : table.split("\n\n", -1)) {
      fixture.empty();
      Map<String, Long> known = new HashMap<>();
      Map<String, String> devices = new HashMap<>();
      story
          .lines()
          .filter(line -> !line.startsWith("device"))
          .forEach(line -> checkLine(line, known, devices));
    }
  }

  private void checkLine(String line, Map<String, Long> known, Map<String, String> devices) {
    String[] cells = line.strip().split("\\s*\\|\\s*", -1);
    String token =
        stated(cells[0]) == null
            ? null
            : devices.computeIfAbsent(
                cells[0], letter -> people.newDevice(requireNonNull(known.get(letter)), NOW));
    String name = stated(cells[3]);
    String phone = stated(cells[2]);
    String year = stated(cells[4]);
    long before = lastDuplicate();
    Identified found =
        people.identify(
            new Claim(
                token,
                stated(cells[1]),
                phone == null ? null : phone(phone),
                false,
                name == null ? null : new PersonName(name),
                year == null ? null : Integer.valueOf(year),
                null,
                null,
                PeopleFixture.COMMUNE_A,
                Source.IMPORT),
            NOW);
    boolean isNew = known.putIfAbsent(cells[5], found.person()) == null;
    assertThat(found.person()).as(line).isEqualTo(known.get(cells[5]));
    assertThat(found.isNew()).as(line).isEqualTo(isNew);
    assertThat(reasonsAfter(before)).as(line).isEqualTo(cells[6]);
    assertThat(found.possibleDuplicate()).as(line).isEqualTo(!cells[6].equals("-"));
  }

  private long lastDuplicate() {
    return fixture.count("select coalesce(max(number), 0) from people.possible_duplicate");
  }

  private String reasonsAfter(long number) {
    return fixture
        .jdbc()
        .sql(
            """
            select coalesce(string_agg(distinct reason, ','), '-')
            from people.possible_duplicate where number > :number
            """)
        .param("number", number)
        .query((row, index) -> row.getString(1))
        .single();
  }

  private static @Nullable String stated(String cell) {
    return cell.equals("-") ? null : cell;
  }
}
