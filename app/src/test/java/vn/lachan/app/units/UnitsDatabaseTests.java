package vn.lachan.app.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lachan.app.TestDatabase;
import vn.lachan.app.kernel.Refusal;

class UnitsDatabaseTests {
  private static final ReferenceTable REFERENCE = ReferenceTable.load();
  private static final Instant NOON = Instant.parse("2025-08-01T05:00:00Z");
  private static final long STAFF = 7;

  /** Xuân Lộc of Triệu Sơn, which no published lineage follows, and the commune of today there. */
  private static final int ENDED = 1_315_739;

  private static final int TODAY = 2_315_763;

  private static TestDatabase database;
  private static JdbcClient jdbc;
  private static UnitsLoader loader;
  private static Units units;

  @BeforeAll
  static void load() {
    database = TestDatabase.create();
    jdbc = database.jdbc();
    var successors = new SuccessorTable(jdbc);
    var template = new JdbcTemplate(database.pool());
    loader = new UnitsLoader(REFERENCE, successors, template, database.transactions());
    units = new Units(REFERENCE, successors);
    assertThat(loader.load()).isTrue();
  }

  @AfterEach
  void forgetStatements() {
    units.withdrawSuccessor(ENDED, TODAY, STAFF, NOON);
    jdbc.sql("delete from units.successor_withdrawal").update();
    jdbc.sql("delete from units.successor_note").update();
  }

  @AfterAll
  static void drop() {
    database.close();
  }

  @Test
  void loadsEverythingOnce() {
    assertThat(loader.load()).as("the same version again").isFalse();
    assertThat(count("units.unit")).isEqualTo(REFERENCE.units().size());
    assertThat(count("units.lineage")).isEqualTo(REFERENCE.lineage().size());
    assertThat(count("units.sector")).isEqualTo(REFERENCE.sectors().size());
    assertThat(count("units.within_any")).isEqualTo(61_917);
    assertThat(count("units.within")).isEqualTo(61_917 - 1_010);
  }

  @Test
  void laysANewVersionOverTheOld() {
    units.recordSuccessor(ENDED, TODAY, Lineage.Extent.FULL, "1238/NQ-UBTVQH15", STAFF, NOON);
    jdbc.sql("update units.reference_version set version = 'older'").update();
    jdbc.sql("update units.unit set name = 'x' where id = 1315664").update();

    assertThat(loader.load()).isTrue();

    assertThat(
            jdbc.sql("select name from units.unit where id = 1315664").query(String.class).single())
        .isEqualTo("Triệu Sơn");
    assertThat(within(TODAY, ENDED)).as("what operators stated stays").isTrue();
  }

  @Test
  void theClosureHoldsBothHierarchies() {
    assertThat(within(1_100_038, 1_315_664)).isTrue();
    assertThat(within(2_100_038, 1_315_664)).as("by the province").isTrue();
    assertThat(within(2_315_664, 1_315_664)).as("merged wholly").isTrue();
    assertThat(within(2_100_031, 1_200_288)).as("Hải Dương city in Hải Phòng").isTrue();
    assertThat(within(1_100_038, 2_315_664)).isFalse();
    assertThat(within(2_100_038, ENDED)).as("not followed, yet in its province").isTrue();
    assertThat(within(TODAY, ENDED)).isFalse();
  }

  @Test
  void whatWentInPartIsKeptApart() {
    Lineage part =
        REFERENCE.lineage().stream()
            .filter(step -> step.extent() == Lineage.Extent.PARTIAL)
            .findFirst()
            .orElseThrow();
    assertThat(within(part.newId(), part.oldId())).isFalse();
    String extent =
        jdbc.sql("select extent from units.within_any where ancestor_id = ? and unit_id = ?")
            .params(part.newId(), part.oldId())
            .query(String.class)
            .single();
    assertThat(extent).isEqualTo("partial");
  }

  @Test
  void anOperatorCompletesASuccessor() {
    assertThat(units.withoutSuccessor(0, 1_000)).hasSize(572);

    units.recordSuccessor(ENDED, TODAY, Lineage.Extent.FULL, "1238/NQ-UBTVQH15", STAFF, NOON);
    units.recordSuccessor(ENDED, TODAY, Lineage.Extent.FULL, "1238/NQ-UBTVQH15", STAFF, NOON);

    assertThat(count("units.successor_note")).as("said twice, stored once").isEqualTo(1);
    assertThat(units.withoutSuccessor(0, 1_000)).hasSize(571);
    assertThat(units.successors(ENDED)).extracting(Lineage::newId).containsExactly(TODAY);
    assertThat(units.successors(ENDED).getFirst().origin()).isEqualTo(Lineage.Origin.OPERATOR);
    assertThat(units.predecessors(TODAY)).extracting(Lineage::oldId).contains(ENDED);
    assertThat(units.contains(TODAY, ENDED)).isTrue();
    assertThat(within(TODAY, ENDED)).isTrue();
  }

  @Test
  void anOperatorTakesAStatementBack() {
    units.recordSuccessor(ENDED, TODAY, Lineage.Extent.FULL, "1238/NQ-UBTVQH15", STAFF, NOON);
    units.withdrawSuccessor(ENDED, TODAY, STAFF, NOON.plusSeconds(60));

    assertThat(units.successors(ENDED)).isEmpty();
    assertThat(units.contains(TODAY, ENDED)).isFalse();
    assertThat(within(TODAY, ENDED)).isFalse();
    assertThat(within(2_100_038, ENDED)).as("the province still holds it").isTrue();
    assertThat(count("units.successor_note")).as("the statement stays on record").isEqualTo(1);

    units.recordSuccessor(ENDED, TODAY, Lineage.Extent.PARTIAL, "1238/NQ-UBTVQH15", STAFF, NOON);
    assertThat(within(TODAY, ENDED)).as("only a part").isFalse();
    assertThat(units.contains(TODAY, ENDED)).isFalse();
  }

  @Test
  void refusesASuccessorThatIsNotAwaitedOrNotOfToday() {
    assertThatThrownBy(() -> state(1_315_664, TODAY))
        .isInstanceOf(Refusal.class)
        .hasMessage("units.successor-not-awaited");
    assertThatThrownBy(() -> state(ENDED, 1_315_664)).hasMessage("units.no-such-unit");
    assertThatThrownBy(() -> state(ENDED, 2_399_999)).hasMessage("units.no-such-unit");
    assertThatThrownBy(() -> state(ENDED, 0)).hasMessage("units.no-such-unit");
  }

  @Test
  void pagesThroughTheListByNumber() {
    var first = units.withoutSuccessor(0, 100);
    var second = units.withoutSuccessor(first.getLast().id(), 100);
    assertThat(first).hasSize(100).doesNotContainAnyElementsOf(second);
    assertThat(units.withoutSuccessor(second.getLast().id(), 1_000)).hasSize(372);
  }

  @Test
  void knowsAUnitByCodeAndDay() {
    var before = LocalDate.of(2025, 6, 30);
    assertThat(units.byCode("15664", before).orElseThrow().fullName())
        .isEqualTo("Thị trấn Triệu Sơn");
    assertThat(units.byCode("15664", before.plusDays(1)).orElseThrow().fullName())
        .isEqualTo("Xã Triệu Sơn");
    assertThat(units.byCode("397", before.plusDays(1))).isEmpty();
    assertThat(units.byCode("1", before)).isEmpty();
    assertThat(units.path(1_315_724)).isEqualTo("Xã Đồng Tiến, Huyện Triệu Sơn, Tỉnh Thanh Hóa");
  }

  @Test
  void sectorsComeAndGo() {
    assertThat(units.sectors(LocalDate.of(2021, 9, 1)))
        .extracting(Sector::code)
        .contains("labour", "transport", "information", "health");
    assertThat(units.sectors(LocalDate.of(2026, 1, 1)))
        .extracting(Sector::code)
        .contains("health", "construction")
        .doesNotContain("labour", "transport", "information", "district-committee");
    assertThat(units.sector("labour").orElseThrow().verified()).isFalse();
  }

  private void state(int oldId, int newId) {
    units.recordSuccessor(oldId, newId, Lineage.Extent.FULL, "", STAFF, NOON);
  }

  private boolean within(int ancestor, int unit) {
    return jdbc.sql(
            "select exists (select from units.within where ancestor_id = ? and unit_id = ?)")
        .params(ancestor, unit)
        .query(Boolean.class)
        .single();
  }

  private int count(String table) {
    return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
  }
}
