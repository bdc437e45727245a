package vn.lachan.engine.tracing;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Dated rule sets, one of which holds for a disease, a province and a day. A province's own comes
 * before the country's, a disease's own before one for any disease, a later before an earlier.
 */
public record RuleBook(List<Rules> rules) {
  public static final String COVID_19 = "COVID-19";

  private static final LocalDate QD_3638_FROM = LocalDate.of(2021, 7, 30);
  private static final LocalDate CV_11042_FROM = LocalDate.of(2021, 12, 29);
  private static final LocalDate CV_1909_FROM = LocalDate.of(2022, 4, 15);
  private static final int SEAT_ROWS = 2;
  private static final int CLOSE_MINUTES = 15;

  public RuleBook {
    rules = List.copyOf(rules);
  }

  /** The rule sets that the program ships. */
  public static RuleBook shipped() {
    return new RuleBook(List.of(decision3638(), letter11042(), letter1909()));
  }

  public Optional<Rules> select(String disease, @Nullable String province, LocalDate day) {
    return rules.stream()
        .filter(rule -> rule.holdsOn(day))
        .filter(rule -> List.of(disease, Rules.ANY_DISEASE).contains(rule.disease()))
        .filter(rule -> rule.province() == null || rule.province().equals(province))
        .max(
            (one, other) -> {
              int byScope = Boolean.compare(one.province() != null, other.province() != null);
              int byDisease =
                  Boolean.compare(one.disease().equals(disease), other.disease().equals(disease));
              int byDate = one.validFrom().compareTo(other.validFrom());
              return byScope != 0 ? byScope : byDisease != 0 ? byDisease : byDate;
            });
  }

  /**
   * F1 is who was within 2 m or in the same closed space (house, room, workshop, vehicle). Neither
   * distance nor walls are known here, so any time together indoors or in a vehicle is close, and
   * outdoors casual.
   */
  private static Rules decision3638() {
    return new Rules(
        "3638-QD-BYT",
        "3638/QĐ-BYT",
        "Hướng dẫn giám sát và phòng, chống COVID-19",
        COVID_19,
        null,
        QD_3638_FROM,
        CV_11042_FROM,
        "Chưa đối chiếu văn bản gốc: số ngày của thời kỳ lây truyền và số hàng ghế. Lựa chọn của"
            + " phần mềm: không biết khoảng cách nên coi mọi thời gian cùng trong nhà hoặc trên xe"
            + " là tiếp xúc gần, ngoài trời là tiếp xúc khác, nơi chưa rõ coi như trong nhà.",
        new PeriodRule(3, 14, 3),
        outdoorsNeverClose(PlaceRule.closeFrom(0)),
        encounters(0),
        2);
  }

  /**
   * F1 is, masked, who was within 2 m or in the same narrow closed space for 15 minutes; unmasked,
   * for any time. Masks are not known here but were compulsory in public places, so 15 minutes.
   */
  private static Rules letter11042() {
    return new Rules(
        "11042-BYT-DP",
        "11042/BYT-DP",
        "Định nghĩa trường hợp bệnh COVID-19 và người tiếp xúc gần",
        COVID_19,
        null,
        CV_11042_FROM,
        CV_1909_FROM,
        "Lựa chọn của phần mềm: không biết khẩu trang và khoảng cách nên lấy mức 15 phút của người"
            + " có đeo khẩu trang, ngoài trời là tiếp xúc khác, nơi chưa rõ coi như trong nhà. Số"
            + " hàng ghế lấy theo 3638/QĐ-BYT, chưa đối chiếu văn bản gốc.",
        new PeriodRule(2, 2, null),
        outdoorsNeverClose(PlaceRule.closeFrom(CLOSE_MINUTES)),
        encounters(CLOSE_MINUTES),
        1);
  }

  /** Within 1 m, masked for 15 minutes; otherwise read like the letter before it. */
  private static Rules letter1909() {
    return new Rules(
        "1909-BYT-DP",
        "1909/BYT-DP",
        "Người tiếp xúc gần với ca bệnh COVID-19 tự theo dõi sức khoẻ",
        COVID_19,
        null,
        CV_1909_FROM,
        null,
        "Chưa đối chiếu văn bản gốc: cả số hiệu. Thời kỳ lây truyền và số hàng ghế lấy theo văn bản"
            + " trước. Lựa chọn của phần mềm: không biết khẩu trang và khoảng cách nên lấy mức 15"
            + " phút, ngoài trời là tiếp xúc khác, nơi chưa rõ coi như trong nhà.",
        new PeriodRule(2, 2, null),
        outdoorsNeverClose(PlaceRule.closeFrom(CLOSE_MINUTES)),
        encounters(CLOSE_MINUTES),
        1);
  }

  private static Map<Setting, PlaceRule> outdoorsNeverClose(PlaceRule elsewhere) {
    var places = new EnumMap<Setting, PlaceRule>(Rules.everywhere(elsewhere));
    places.put(Setting.OUTDOOR, PlaceRule.neverClose());
    return places;
  }

  /**
   * Bluetooth tells nearness, so the text's minutes apply to it; an itinerary or a subscriber list
   * tells too little for more than casual.
   */
  private static Map<Source, EncounterRule> encounters(int bluetoothMinutes) {
    return Map.of(
        Source.HOUSEHOLD, EncounterRule.alwaysClose(),
        Source.RESIDENCE, EncounterRule.alwaysClose(),
        Source.VEHICLE_SEAT, EncounterRule.closeWithin(SEAT_ROWS),
        Source.BLUETOOTH, EncounterRule.closeFrom(bluetoothMinutes),
        Source.ITINERARY, EncounterRule.neverClose(),
        Source.SUBSCRIBER, EncounterRule.neverClose());
  }
}
