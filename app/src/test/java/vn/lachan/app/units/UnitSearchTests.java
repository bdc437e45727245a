package vn.lachan.app.units;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnitSearchTests {
  private static final ReferenceTable TABLE = ReferenceTable.load();
  private static final UnitIndex INDEX = new UnitIndex(TABLE.units(), TABLE.lineage());
  private static final UnitSearch OLDER = new UnitSearch(INDEX, Hierarchy.WITH_DISTRICTS);
  private static final UnitSearch TODAY = new UnitSearch(INDEX, Hierarchy.WITHOUT_DISTRICTS);

  /** Query | unit number it must find first. Of 2021: */
  private static final String OF_2021 =
      """
      Thanh Hóa                       | 1100038
      Thanh Hoá                       | 1100038
      thanh hoa                       | 1100038
      THANH HOÁ                       | 1100038
      tinh thanh hoa                  | 1100038
      TP Thanh Hoa                    | 1200380
      tp. thanh hóa                   | 1200380
      Thành phố Thanh Hoá             | 1200380
      tp. hcm                         | 1100079
      TPHCM                           | 1100079
      TP.HCM                          | 1100079
      hồ chí minh                     | 1100079
      Q.1                             | 1200760
      Q1                              | 1200760
      quan 1                          | 1200760
      Quận 01                         | 1200760
      quận 1, tp hcm                  | 1200760
      P. Ben Nghe                     | 1326740
      P.Bến Nghé, Q.1, TP.HCM         | 1326740
      X. Dong Tien, H. Trieu Son      | 1315724
      xã Đồng Tiến huyện Triệu Sơn    | 1315724
      dong tien trieu son             | 1315724
      dong tien thanh hoa             | 1316405
      đồng tiến thanh hóa             | 1315724
      TT Nua                          | 1315718
      Thị trấn Nưa                    | 1315718
      H. Trieu Son                    | 1200397
      trieu son                       | 1200397
      trieu son thanh hoa             | 1200397
      tt trieu son                    | 1315664
      thị trấn triệu sơn thanh hóa    | 1315664
      15664                           | 1315664
      397                             | 1200397
      38                              | 1100038
      ba ria vung tau                 | 1100077
      Bà Rịa-Vũng Tàu                 | 1100077
      vung tau                        | 1200747
      hoang sa                        | 1200498
      Trường Sa                       | 1200576
      phường 5 quận 3                 | 1327151
      phuong 05 q3 hcm                | 1327151
      thanh hoa trieu son             | 1200397
      trieu s                         | 1200397
      gia nghia                       | 1200660
      tx kinh mon                     | 1200292
      tan an long an                  | 1200794
      Bỉm Sơn                         | 1200381
      """;

  /** The same since 1 July 2025. */
  private static final String OF_TODAY =
      """
      thanh hoa                       | 2100038
      Tỉnh Thanh Hóa                  | 2100038
      Đồng Tiến, Thanh Hóa            | 2315724
      trieu son                       | 2315664
      xã triệu sơn                    | 2315664
      tp da nang                      | 2100048
      đặc khu hoàng sa                | 2320333
      dk truong sa                    | 2322736
      15664                           | 2315664
      hải dương                       | 2310525
      tân an, tây ninh                | 2327712
      hac thanh                       | 2314797
      """;

  @Test
  void findsAUnitOf2021InAnySpelling() {
    check(OF_2021, OLDER);
  }

  @Test
  void findsAUnitOfTodayInAnySpelling() {
    check(OF_TODAY, TODAY);
  }

  @Test
  void prefersTheAccentsThatWereTyped() {
    List<Unit> found = OLDER.search("xã Đồng Tiến", null, 50);
    assertThat(found.getFirst().name()).isEqualTo("Đồng Tiến");
    assertThat(found).anyMatch(unit -> unit.name().equals("Đông Tiến"));
  }

  @Test
  void staysWithinAnArea() {
    List<Unit> found = OLDER.search("dong", 1_200_397, 20);
    assertThat(found).isNotEmpty().allMatch(unit -> INDEX.contains(1_200_397, unit.id()));
  }

  @Test
  void findsTheNameWhenTheKindIsWrong() {
    List<Unit> found = OLDER.search("xã Gia Nghĩa", null, 5);
    assertThat(found.getFirst().id()).isEqualTo(1_200_660);
  }

  @Test
  void findsNothingForNothing() {
    for (String text : List.of("", "  ", "…!?", "zzzz", "99999", "'; drop table", "%")) {
      assertThat(OLDER.search(text, null, 5)).as(text).isEmpty();
    }
  }

  @Test
  void saysWhatASearchCosts() {
    List<String> queries = OF_2021.lines().map(UnitSearchTests::query).toList();
    for (int warmUp = 0; warmUp < 20; warmUp++) {
      queries.forEach(query -> OLDER.search(query, null, 20));
    }
    long began = processorNanos();
    queries.forEach(query -> OLDER.search(query, null, 20));
    long micros = (processorNanos() - began) / 1000 / queries.size();
    System.out.println("units: " + micros + " microseconds of processor time a search");
    assertThat(OLDER.search(queries.getFirst(), null, 20)).isNotEmpty();
  }

  /** Processor time of this thread, so that a busy machine does not decide the figure. */
  private static long processorNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static void check(String table, UnitSearch search) {
    assertThat(table.lines())
        .allSatisfy(
            line -> {
              List<Unit> found = search.search(query(line), null, 5);
              assertThat(found).as(line).isNotEmpty();
              assertThat(found.getFirst().id())
                  .as("%s found %s", line, found.getFirst())
                  .isEqualTo(Integer.parseInt(line.split("\\|")[1].strip()));
            });
  }

  private static String query(String line) {
    return line.split("\\|")[0].strip();
  }
}
