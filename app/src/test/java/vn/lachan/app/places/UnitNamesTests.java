package vn.lachan.app.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lachan.app.TestDatabase;
import vn.lachan.app.units.Hierarchy;
import vn.lachan.app.units.TestUnits;
import vn.lachan.app.units.Unit;
import vn.lachan.app.units.Units;

/** Communes as spreadsheets name them, for an officer of Thanh Hóa. */
class UnitNamesTests {
  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final Units UNITS = TestUnits.loadedInto(DATABASE);
  private static final int PROVINCE =
      UNITS.byCode("38", Hierarchy.WITHOUT_DISTRICTS_FROM).orElseThrow().id();
  private static final UnitNames NAMES = new UnitNames(UNITS);

  @AfterAll
  static void drop() {
    DATABASE.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Phường Hạc Thành | | | false | Phường Hạc Thành",
        "P. Hạc Thành | | Thanh Hóa | false | Phường Hạc Thành",
        "hac thanh | | Thanh Hoá | false | Phường Hạc Thành",
        "Phường Hạc Thành, tỉnh Thanh Hóa | | | false | Phường Hạc Thành",
        "Xã Quảng Thịnh, TP Thanh Hóa | | | true | Phường Quảng Thịnh",
        "Phường Quảng Thịnh | TP Thanh Hóa | | true | Phường Quảng Thịnh",
        "Đồng Tiến | Triệu Sơn | Thanh Hóa | true | Xã Đồng Tiến",
        "Phường 1 | Quận 3 | TP HCM | true | Phường 01",
      })
  void aNameThatSaysOneIsTaken(
      String commune,
      @Nullable String district,
      @Nullable String province,
      boolean districts,
      String unit) {
    UnitNames.Answer answer = find(commune, district, province, districts);
    assertThat(answer.unit()).isNotNull().extracting(UnitNamesTests::name).isEqualTo(unit);
  }

  @Test
  void aCodeMeansItsHierarchyAlsoWithoutItsZeros() {
    Unit unit = UNITS.children(PROVINCE).getFirst();
    assertThat(find(unit.code(), "", "", false).unit()).isEqualTo(unit.id());
    assertThat(find(unit.code() + " - " + unit.name(), "", "", false).unit()).isEqualTo(unit.id());
    assertThat(find("00001", "", "", true).unit())
        .isEqualTo(find("1", "", "", true).unit())
        .isNotNull();
    assertThat(find("99999", "", "", false)).isEqualTo(new UnitNames.Answer(null, List.of()));
  }

  @Test
  void aNameOfSeveralIsAskedAndOneOfTheOldMapIsNeverTakenSilently() {
    UnitNames.Answer several =
        NAMES.find("Phường 1", "", "", new UnitNames.Frame(true, unit -> false));
    assertThat(several.unit()).isNull();
    assertThat(several.asked()).hasSizeGreaterThan(2);
    UnitNames.Answer old = find("Xã Dân Lực", "Triệu Sơn", "Thanh Hóa", false);
    assertThat(old.unit()).isNull();
    assertThat(old.asked()).isNotEmpty().allMatch(unit -> UNITS.contains(PROVINCE, unit));
    assertThat(find("Xã Không Có Ở Đâu", "", "", false).asked()).isEmpty();
  }

  private static UnitNames.Answer find(
      String commune, @Nullable String district, @Nullable String province, boolean districts) {
    return NAMES.find(
        commune,
        district == null ? "" : district,
        province == null ? "" : province,
        new UnitNames.Frame(districts, unit -> UNITS.contains(PROVINCE, unit)));
  }

  private static String name(int unit) {
    return UNITS.find(unit).orElseThrow().fullName();
  }
}
