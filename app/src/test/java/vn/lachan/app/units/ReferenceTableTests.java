package vn.lachan.app.units;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lachan.app.units.Hierarchy.WITHOUT_DISTRICTS;
import static vn.lachan.app.units.Hierarchy.WITH_DISTRICTS;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReferenceTableTests {
  private static final ReferenceTable TABLE = ReferenceTable.load();

  @Test
  void holdsTheCountsOfBothHierarchies() {
    assertThat(count(WITH_DISTRICTS, UnitLevel.PROVINCE)).isEqualTo(63);
    assertThat(count(WITH_DISTRICTS, UnitLevel.DISTRICT)).isEqualTo(705);
    assertThat(count(WITH_DISTRICTS, UnitLevel.COMMUNE)).isEqualTo(10_603);
    assertThat(count(WITHOUT_DISTRICTS, UnitLevel.PROVINCE)).isEqualTo(34);
    assertThat(count(WITHOUT_DISTRICTS, UnitLevel.DISTRICT)).isZero();
    assertThat(count(WITHOUT_DISTRICTS, UnitLevel.COMMUNE)).isEqualTo(3_321);
  }

  @Test
  void everyUnitButAProvinceHasAParentOneLevelUp() {
    Set<Integer> ids = TABLE.units().stream().map(Unit::id).collect(Collectors.toSet());
    assertThat(TABLE.units())
        .allSatisfy(
            unit -> {
              assertThat(unit.parentId() == null).isEqualTo(unit.level() == UnitLevel.PROVINCE);
              assertThat(unit.parentId() == null || ids.contains(unit.parentId())).isTrue();
            });
  }

  @Test
  void everyCodeIsUniqueAndKeepsItsLeadingZeros() {
    assertThat(TABLE.units().stream().map(Unit::id)).doesNotHaveDuplicates();
    assertThat(TABLE.units())
        .allMatch(unit -> UnitNumbers.of(unit.hierarchy(), unit.code()) == unit.id());
    assertThat(TABLE.units().stream().map(Unit::code)).contains("01", "001", "00001", "00004");
  }

  @Test
  void namesAreTidyAndHoldNoKind() {
    assertThat(TABLE.units())
        .allSatisfy(unit -> assertThat(unit.name()).matches("\\S+( \\S+)*").isNotBlank());
  }

  @Test
  void everyUnitLiesInVietNamAndSaysHowExactly() {
    assertThat(TABLE.units())
        .allSatisfy(
            unit -> {
              assertThat(unit.location().latitude()).isBetween(7.0, 23.5);
              assertThat(unit.location().longitude()).isBetween(102.1, 117.9);
            });
    assertThat(own(WITH_DISTRICTS)).isEqualTo(63 + 62 + 1_053 + 2);
    assertThat(own(WITHOUT_DISTRICTS)).isEqualTo(34 + 500 + 2);
  }

  @Test
  void lineageJoinsUnitsThatExistAndSaysAllOrPart() {
    Set<Integer> ids = TABLE.units().stream().map(Unit::id).collect(Collectors.toSet());
    assertThat(TABLE.lineage())
        .allMatch(step -> ids.contains(step.oldId()) && ids.contains(step.newId()));
    assertThat(TABLE.lineage().stream().map(step -> List.of(step.oldId(), step.newId())))
        .doesNotHaveDuplicates();
  }

  @Test
  void sectorsAreDatedAndTheirSuccessorsExist() {
    Set<String> codes = TABLE.sectors().stream().map(Sector::code).collect(Collectors.toSet());
    assertThat(TABLE.sectors()).hasSameSizeAs(codes);
    assertThat(TABLE.sectors())
        .allMatch(sector -> sector.successor() == null || codes.contains(sector.successor()));
  }

  private static long count(Hierarchy hierarchy, UnitLevel level) {
    return TABLE.units().stream()
        .filter(unit -> unit.hierarchy() == hierarchy && unit.level() == level)
        .count();
  }

  private static long own(Hierarchy hierarchy) {
    return TABLE.units().stream()
        .filter(unit -> unit.hierarchy() == hierarchy)
        .filter(unit -> unit.location().precision() == Location.Precision.OWN)
        .count();
  }
}
