package vn.lachan.app.units;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class UnitLineageTests {
  private static final ReferenceTable TABLE = ReferenceTable.load();
  private static final UnitIndex INDEX = new UnitIndex(TABLE.units(), TABLE.lineage());

  @Test
  void trieuSonBecameEightCommunes() {
    Map<String, String> successors = new TreeMap<>();
    for (Unit commune : INDEX.children(1_200_397)) {
      for (Lineage step : INDEX.successors(commune.id())) {
        Unit successor = INDEX.find(step.newId()).orElseThrow();
        successors.put(successor.code(), successor.name());
      }
    }
    assertThat(successors)
        .containsExactlyEntriesOf(
            new TreeMap<>(
                Map.of(
                    "15664", "Triệu Sơn",
                    "15667", "Thọ Bình",
                    "15682", "Hợp Tiến",
                    "15715", "Tân Ninh",
                    "15724", "Đồng Tiến",
                    "15754", "Thọ Ngọc",
                    "15763", "Thọ Phú",
                    "15766", "An Nông")));
  }

  @Test
  void twoCommunesOfTrieuSonAwaitTheirSuccessor() {
    assertThat(INDEX.children(1_200_397)).hasSize(34);
    assertThat(INDEX.children(1_200_397).stream().filter(UnitLineageTests::awaits))
        .extracting(Unit::code)
        .containsExactlyInAnyOrder("15739", "15757");
  }

  @Test
  void theListForOperatorsHolds572Communes() {
    Map<Integer, Long> byProvince =
        INDEX.all().stream()
            .filter(unit -> unit.hierarchy() == Hierarchy.WITH_DISTRICTS)
            .filter(unit -> unit.level() == UnitLevel.COMMUNE)
            .filter(UnitLineageTests::awaits)
            .collect(
                Collectors.groupingBy(
                    unit -> INDEX.ancestors(unit.id()).getLast().id(), Collectors.counting()));
    assertThat(byProvince.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(572);
    assertThat(byProvince).containsEntry(1_100_038, 12L).containsEntry(1_100_030, 28L);
  }

  @Test
  void everyCommuneOfTodayAndEveryProvinceHasPredecessors() {
    assertThat(INDEX.all())
        .filteredOn(unit -> unit.hierarchy() == Hierarchy.WITHOUT_DISTRICTS)
        .allSatisfy(unit -> assertThat(INDEX.predecessors(unit.id())).isNotEmpty());
    assertThat(codes(INDEX.predecessors(2_100_031))).containsExactlyInAnyOrder("30", "31");
    assertThat(codes(INDEX.predecessors(2_100_068))).containsExactlyInAnyOrder("60", "67", "68");
  }

  @Test
  void aPartialStepMeansSeveralSuccessorsAndAFullOneMeansOne() {
    for (Unit unit : INDEX.all()) {
      List<Lineage> steps = INDEX.successors(unit.id());
      boolean partial = steps.stream().anyMatch(step -> step.extent() == Lineage.Extent.PARTIAL);
      assertThat(partial).as(unit.code()).isEqualTo(steps.size() > 1);
    }
  }

  @Test
  void saysWhereACodeWentOnUnderAnotherName() {
    Lineage step = INDEX.successors(1_315_736).getFirst();
    assertThat(step.nameBefore()).isEqualTo("Xã Xuân Lộc");
  }

  @Test
  void containsWhatLiesBelowAndWhatWentWhollyInto() {
    assertThat(INDEX.contains(1_100_038, 1_315_664)).isTrue();
    assertThat(INDEX.contains(1_315_664, 1_315_664)).isTrue();
    assertThat(INDEX.contains(2_100_038, 2_315_664)).isTrue();
    assertThat(INDEX.contains(2_315_664, 1_315_664)).isTrue();
    assertThat(INDEX.contains(2_100_038, 1_315_739)).as("by its province").isTrue();
    assertThat(INDEX.contains(2_100_031, 1_100_030)).as("Hải Dương in Hải Phòng").isTrue();
    assertThat(INDEX.contains(1_100_038, 2_315_664)).as("not backwards").isFalse();
    assertThat(INDEX.contains(1_100_038, 1_100_030)).isFalse();
    assertThat(INDEX.contains(7, 8)).isFalse();
  }

  @Test
  void theClosureSaysTheSameAsTheIndex() {
    var pairs = new WithinClosure(INDEX).pairs();
    assertThat(pairs).hasSize(61_917);
    assertThat(pairs)
        .allSatisfy(
            pair ->
                assertThat(INDEX.contains(pair.ancestorId(), pair.unitId()))
                    .as("%s", pair)
                    .isEqualTo(pair.extent() == Lineage.Extent.FULL));
  }

  private static boolean awaits(Unit commune) {
    return INDEX.successors(commune.id()).isEmpty();
  }

  private List<String> codes(List<Lineage> steps) {
    return steps.stream().map(step -> INDEX.find(step.oldId()).orElseThrow().code()).toList();
  }
}
