package vn.lachan.app.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lachan.app.people.PeopleFixture.COMMUNE_A;
import static vn.lachan.app.people.PeopleFixture.COMMUNE_B;
import static vn.lachan.app.people.PeopleFixture.NOW;
import static vn.lachan.app.people.PeopleFixture.claim;
import static vn.lachan.app.people.PeopleFixture.officer;
import static vn.lachan.app.people.PeopleFixture.tracer;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Grant;
import vn.lachan.app.access.Role;
import vn.lachan.app.access.Scope;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.engine.scan.PersonName;
import vn.lachan.engine.scan.Sex;

class NameSearchTests {
  private static final List<String> NAMES =
      List.of(
          "Nguyễn Văn Hùng",
          "Nguyễn Văn Hưng",
          "Trần Thị Huệ",
          "Nguyễn Thị Thu Hà",
          "Lê Quang Khuyển",
          "H'Hen Niê");

  private PeopleFixture fixture;
  private People people;
  private NameSearch search;

  @BeforeEach
  void create() {
    fixture = new PeopleFixture();
    people = fixture.people();
    search = fixture.bean(NameSearch.class);
    for (int index = 0; index < NAMES.size(); index++) {
      person(NAMES.get(index), 1980 + index, "091234567" + index);
    }
  }

  @AfterEach
  void drop() {
    fixture.close();
  }

  @Test
  void aNameIsFoundHoweverItWasTyped() {
    check(
        """
        typed               | year | found, the best first
        nguyen van hung     | -    | Nguyễn Văn Hùng, Nguyễn Văn Hưng
        hung nguyen         | -    | Nguyễn Văn Hùng, Nguyễn Văn Hưng
        nguyne van hugn     | -    | Nguyễn Văn Hùng, Nguyễn Văn Hưng
        nguyen van hung     | 1980 | Nguyễn Văn Hùng, Nguyễn Văn Hưng
        nguyen van hung     | 1982 | Nguyễn Văn Hưng
        nguyen van hung     | 1990 | -
        ng. t. thu hà       | -    | Nguyễn Thị Thu Hà
        nguyen thi thu trang| -    | -
        nguyen thi ngoc ha  | -    | Nguyễn Thị Thu Hà
        khuyen              | -    | Lê Quang Khuyển
        khuyem              | -    | Lê Quang Khuyển
        le kuyen            | -    | Lê Quang Khuyển
        h hen nie           | -    | H'Hen Niê
        hhen nie            | -    | H'Hen Niê
        hoàng văn bá        | -    | -
        """);
  }

  @Test
  void whatIsTooShortOrTooLongIsRefusedBeforeAnythingIsRead() {
    refused("a", "people.refused.name-short");
    refused(" . ", "people.refused.name-short");
    refused("a".repeat(1_000), "people.refused.name-long");
    refused("Ng. V. T.", "people.refused.name-abbreviated");
    refused("an <b>", "people.refused.name");
    assertThatThrownBy(() -> NameQuery.parse("an", 90, null, null))
        .hasMessage("people.refused.birth-year");
    assertThat(acts()).isZero();
  }

  @Test
  void mergedRecordsAreOneRowAndTwoAgainWhenUndone() {
    long one = person("Đặng Thị Mơ", 1970, "0987654321");
    long other = person("Đặng Thị Mơ", 1971, "0987654329");
    assertThat(found(tracer(), "dang thi mo", null)).hasSize(2);

    people.merge(tracer(), one, other, MergeReason.DOCUMENT_SEEN, NOW);
    assertThat(found(tracer(), "dang thi mo", null))
        .singleElement()
        .matches(hit -> hit.records() == 2);
    assertThatThrownBy(() -> people.merge(tracer(), other, one, MergeReason.DOCUMENT_SEEN, NOW))
        .hasMessage("people.refused.same-already");

    people.unmerge(tracer(), other, NOW);
    assertThat(found(tracer(), "dang thi mo", null)).hasSize(2);
    people.merge(tracer(), one, other, MergeReason.DOCUMENT_SEEN, NOW);
    assertThat(found(tracer(), "dang thi mo", null)).hasSize(1);
  }

  @Test
  void aCorrectedNameIsFoundAndTheFormerNotAndADestroyedOneNeither() {
    long person = person("Phạm Văn Cũ", 1970, "0987654321");
    Identity seen = people.open(tracer(), person, "CORRECT", null);
    people.correct(
        tracer(),
        person,
        new Correction(
            new PersonName("Phạm Văn Tuyển"),
            seen.birth(),
            Sex.MALE,
            null,
            null,
            null,
            COMMUNE_A,
            Correction.Reason.DOCUMENT_SEEN,
            seen.version()),
        NOW);
    assertThat(found(tracer(), "pham van cu", null)).isEmpty();
    assertThat(found(tracer(), "pham van tuyen", null)).hasSize(1);

    people.destroy(officer(COMMUNE_A), person, DestructionReason.REQUESTED, "Đơn số 12", NOW);
    assertThat(found(tracer(), "pham van tuyen", null)).isEmpty();
    assertThat(fixture.count("select count(*) from people.name_index where person = " + person))
        .isZero();
  }

  @Test
  void onlyTheEntitledSearchAndOnlyWhereTheyMay() {
    assertThat(found(officer(COMMUNE_A), "khuyen", null)).hasSize(1);
    assertThat(found(officer(COMMUNE_B), "khuyen", null)).isEmpty();
    Actor province =
        new Actor(
            9, "Tỉnh", Actor.Kind.STAFF, List.of(new Grant(Role.PROVINCE, new Scope.Everywhere())));
    assertThatThrownBy(() -> found(province, "khuyen", null)).hasMessage("access.forbidden");
    assertThatThrownBy(
            () ->
                search.byName(tracer(), NameQuery.parse("khuyen", null, null, null), "", null, NOW))
        .hasMessage("people.refused.purpose");
    assertThat(
            search
                .byName(
                    tracer(), NameQuery.parse("khuyen", null, null, COMMUNE_B), "TRACE", null, NOW)
                .rows())
        .isEmpty();
  }

  @Test
  void aSearchIsRecordedWithItsPurposeAndCountButNotItsWords() {
    found(tracer(), "nguyen van hung", 1980);
    var entry =
        fixture
            .jdbc()
            .sql(
                "select kind, purpose, query, row_count from audit.entry where kind = 'people.search'")
            .query()
            .singleRow();
    assertThat(entry).containsEntry("purpose", "TRACE").containsEntry("row_count", 2);
    assertThat(String.valueOf(entry.get("query"))).matches("NAME [0-9a-f]{16} YEAR");
  }

  @Test
  void anAccountSearchesOnlySoOftenInAMinute() {
    for (int turn = 0; turn < 30; turn++) {
      found(tracer(), "khuyen", null);
    }
    assertThatThrownBy(() -> found(tracer(), "khuyen", null))
        .isInstanceOf(Refusal.class)
        .hasMessage("people.refused.searches");
    assertThat(found(officer(COMMUNE_A), "khuyen", null)).hasSize(1);
    assertThat(
            search.byName(
                tracer(),
                NameQuery.parse("khuyen", null, null, null),
                "TRACE",
                null,
                NOW.plusSeconds(60)))
        .isNotNull();
  }

  @Test
  void recordsOfBeforeTheSearchAreCaughtUpWithAndCorrectedByAnOlderProgramToo() {
    fixture.jdbc().sql("delete from people.name_index where person < 4").update();
    fixture.jdbc().sql("update people.person set version = 7 where number = 5").update();
    assertThat(found(tracer(), "tran thi hue", null)).isEmpty();

    fixture.bean(NameCatchUp.class).startWhereNeeded();
    assertThat(fixture.jobs.started).hasSize(1);
    assertThat(fixture.jobs.started.getFirst().total()).isEqualTo(4);
    FakeJobs.run(fixture.bean(NameCatchUp.class));

    assertThat(found(tracer(), "tran thi hue", null)).hasSize(1);
    fixture.bean(NameCatchUp.class).startWhereNeeded();
    assertThat(fixture.jobs.started).hasSize(1);
  }

  private long person(String name, int year, String phone) {
    return people.identify(claim(null, phone, name, year), NOW).person();
  }

  private List<NameHits.NameHit> found(Actor actor, String typed, @Nullable Integer year) {
    return search
        .byName(actor, NameQuery.parse(typed, year, null, null), "TRACE", null, NOW)
        .rows();
  }

  private void check(String table) {
    table
        .lines()
        .skip(1)
        .forEach(
            line -> {
              String[] parts = line.split("\\|");
              String year = parts[1].strip();
              fixture.jdbc().sql("delete from people.name_search").update();
              List<String> names =
                  found(tracer(), parts[0].strip(), year.equals("-") ? null : Integer.valueOf(year))
                      .stream()
                      .map(hit -> name(hit.person().publicId()))
                      .toList();
              assertThat(names.isEmpty() ? "-" : String.join(", ", names))
                  .as(line)
                  .isEqualTo(parts[2].strip());
            });
  }

  private String name(UUID publicId) {
    return people.open(tracer(), people.byPublicId(publicId).orElseThrow(), "TRACE", null).name();
  }

  private static void refused(String typed, String code) {
    assertThatThrownBy(() -> NameQuery.parse(typed, null, null, null)).hasMessage(code);
  }

  private long acts() {
    return fixture.count("select count(*) from audit.entry where kind = 'people.search'");
  }
}
