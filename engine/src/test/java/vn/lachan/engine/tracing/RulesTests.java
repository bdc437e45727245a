package vn.lachan.engine.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Golden tables: one line a case, rejections included; {@code -} is a missing value. */
class RulesTests {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final Instant NOW = Instant.parse("2022-05-01T03:00:00Z");

  /** disease, day: the rule set in force. */
  private static final String IN_FORCE =
      """
      COVID-19 2021-07-29 none
      COVID-19 2021-07-30 3638-QD-BYT
      COVID-19 2021-12-28 3638-QD-BYT
      COVID-19 2021-12-29 11042-BYT-DP
      COVID-19 2022-04-14 11042-BYT-DP
      COVID-19 2022-04-15 1909-BYT-DP
      COVID-19 2026-01-01 1909-BYT-DP
      dengue   2021-08-01 none
      """;

  /** rule day, setting, seconds together: class and reason. */
  private static final String TOGETHER =
      """
      plain      INDOOR  899   CASUAL CASUAL_SAME_PLACE_SHORT
      plain      INDOOR  900   CLOSE  CLOSE_SAME_PLACE
      plain      OUTDOOR 900   CLOSE  CLOSE_SAME_PLACE
      2021-08-01 INDOOR  1     CLOSE  CLOSE_SAME_PLACE_ANY_TIME
      2021-08-01 VEHICLE 1     CLOSE  CLOSE_SAME_PLACE_ANY_TIME
      2021-08-01 UNKNOWN 1     CLOSE  CLOSE_SAME_PLACE_ANY_TIME
      2021-08-01 OUTDOOR 86400 CASUAL CASUAL_SAME_PLACE_SETTING
      2022-01-01 INDOOR  899   CASUAL CASUAL_SAME_PLACE_SHORT
      2022-01-01 INDOOR  900   CLOSE  CLOSE_SAME_PLACE
      2022-01-01 VEHICLE 900   CLOSE  CLOSE_SAME_PLACE
      2022-01-01 OUTDOOR 900   CASUAL CASUAL_SAME_PLACE_SETTING
      2022-05-01 UNKNOWN 900   CLOSE  CLOSE_SAME_PLACE
      2022-05-01 UNKNOWN 899   CASUAL CASUAL_SAME_PLACE_SHORT
      """;

  /** rule day, source, seconds, rows apart: class, or unused. */
  private static final String ENCOUNTERS =
      """
      plain      HOUSEHOLD    86400 -1 unused
      2021-08-01 HOUSEHOLD    1     -1 CLOSE
      2021-08-01 RESIDENCE    1     -1 CLOSE
      2021-08-01 VEHICLE_SEAT 60    0  CLOSE
      2021-08-01 VEHICLE_SEAT 60    2  CLOSE
      2021-08-01 VEHICLE_SEAT 60    3  CASUAL
      2021-08-01 BLUETOOTH    60    -1 CLOSE
      2022-01-01 BLUETOOTH    899   -1 CASUAL
      2022-01-01 BLUETOOTH    900   -1 CLOSE
      2021-08-01 ITINERARY    7200  -1 CASUAL
      2021-08-01 SUBSCRIBER   7200  -1 CASUAL
      """;

  /** rule day, onset, sample, first contact, isolation: start, its reason; or why refused. */
  private static final String PERIODS =
      """
      2021-08-01 2021-08-10 2021-08-12 -          -          2021-08-07 BEFORE_ONSET
      2021-08-01 2021-08-10 2021-08-12 2021-08-01 -          2021-08-07 BEFORE_ONSET
      2021-08-01 -          2021-08-12 2021-08-01 -          2021-08-04 AFTER_FIRST_CONTACT
      2021-08-01 -          2021-08-15 -          2021-08-16 2021-08-01 BEFORE_SAMPLE
      2021-08-01 -          -          -          -          refused    NO_DATE
      2021-08-01 2021-08-10 -          -          2021-08-06 refused    EMPTY_WINDOW
      2021-08-01 2021-08-10 -          -          2021-08-07 refused    EMPTY_WINDOW
      2022-01-01 2022-01-10 -          -          -          2022-01-08 BEFORE_ONSET
      2022-01-01 -          2022-01-10 2022-01-01 -          2022-01-08 BEFORE_SAMPLE
      2022-01-01 -          -          2022-01-01 -          refused    NO_DATE
      2022-04-20 -          2022-04-20 -          -          2022-04-18 BEFORE_SAMPLE
      """;

  @Test
  void ruleSetInForce() {
    check(
        IN_FORCE,
        c ->
            RuleBook.shipped()
                .select(c[0], null, LocalDate.parse(c[1]))
                .map(Rules::id)
                .orElse("none"));
  }

  @Test
  void togetherAtAPlace() {
    check(
        TOGETHER,
        c -> {
          PlaceRule rule = rules(c[0]).at(Setting.valueOf(c[1]));
          ContactClass judged = rule.judge(Long.parseLong(c[2]));
          return judged + " " + rule.reason(judged);
        });
  }

  @Test
  void encounters() {
    check(
        ENCOUNTERS,
        c -> {
          EncounterRule rule = rules(c[0]).encounters().get(Source.valueOf(c[1]));
          return rule == null
              ? "unused"
              : rule.judge(Long.parseLong(c[2]), Integer.parseInt(c[3])).name();
        });
  }

  @Test
  void infectiousPeriods() {
    check(
        PERIODS,
        c -> {
          LocalDate isolated = day(c[4]);
          var dates =
              new InfectiousPeriod.CaseDates(
                  day(c[1]),
                  day(c[2]),
                  day(c[3]),
                  isolated == null ? null : isolated.atStartOfDay(ZONE).toInstant());
          try {
            InfectiousPeriod period = InfectiousPeriod.of(rules(c[0]), dates, ZONE, NOW);
            Instant from = Instant.ofEpochSecond(period.window().from());
            assertThat(from.atZone(ZONE).toLocalTime().toSecondOfDay()).isZero();
            assertThat(period.basis().plusDays(period.days()))
                .isEqualTo(from.atZone(ZONE).toLocalDate());
            return from.atZone(ZONE).toLocalDate() + " " + period.start();
          } catch (TraceRefused refused) {
            return "refused " + refused.code();
          }
        });
  }

  @Test
  void provinceComesBeforeTheCountry() {
    Rules own = province("38", "own");
    var book = new RuleBook(List.of(own, rules("2021-08-01")));
    LocalDate day = LocalDate.of(2021, 8, 1);
    assertThat(book.select(RuleBook.COVID_19, "38", day)).contains(own);
    assertThat(book.select(RuleBook.COVID_19, "30", day)).contains(rules("2021-08-01"));
    assertThat(book.select(RuleBook.COVID_19, null, day)).contains(rules("2021-08-01"));
  }

  @Test
  void uncertaintyIsOwnedUpTo() {
    assertThat(RuleBook.shipped().rules())
        .allSatisfy(rules -> assertThat(rules.certainty()).contains("hưa đối chiếu văn bản gốc"));
  }

  @Test
  void everyReasonHasWordsInBothLanguages() {
    for (Reason.Code code : Reason.Code.values()) {
      for (Source source : Source.values()) {
        boolean encounter = code.name().endsWith("ENCOUNTER");
        if (encounter != source.fromVisits()) {
          var reason = new Reason(code, source, 5, LocalDate.of(2021, 8, 1), 59, 15, 1, "1/X");
          for (ReasonWords words : ReasonWords.values()) {
            assertThat(words.sentence(reason, place -> "chợ " + place))
                .endsWith("1/X).")
                .doesNotContain("{")
                .contains("01/08/2021");
          }
        }
      }
    }
  }

  @Test
  void impossibleRulesAreRefused() {
    assertThatThrownBy(() -> PlaceRule.closeFrom(-1)).hasMessageContaining("-1");
    assertThatThrownBy(() -> PlaceRule.closeFrom(1441)).hasMessageContaining("1441");
    assertThatThrownBy(() -> new PeriodRule(61, 0, null)).hasMessageContaining("61");
    Rules plain = Rules.plain();
    assertThatThrownBy(() -> Tracer.open(1, new Window(0, 1), plain, 4, ZONE))
        .hasMessageContaining("GENERATIONS");
    assertThatThrownBy(() -> new Window(5, 5)).hasMessageContaining("EMPTY_WINDOW");
  }

  private static void check(String table, Function<String[], String> actual) {
    for (String line : table.strip().split("\n")) {
      String[] cells = line.strip().split(" +");
      String answer = actual.apply(cells);
      assertThat(line.strip().replaceAll(" +", " ")).as(line).endsWith(" " + answer);
    }
  }

  private static Rules rules(String dayOrPlain) {
    return dayOrPlain.equals("plain")
        ? Rules.plain()
        : RuleBook.shipped()
            .select(RuleBook.COVID_19, null, LocalDate.parse(dayOrPlain))
            .orElseThrow();
  }

  private static @Nullable LocalDate day(String cell) {
    return cell.equals("-") ? null : LocalDate.parse(cell);
  }

  private static Rules province(String code, String id) {
    return new Rules(
        id,
        "",
        "",
        RuleBook.COVID_19,
        code,
        LocalDate.of(2021, 1, 1),
        null,
        "",
        new PeriodRule(1, 1, null),
        Rules.everywhere(PlaceRule.closeFrom(1)),
        Map.of(),
        1);
  }
}
