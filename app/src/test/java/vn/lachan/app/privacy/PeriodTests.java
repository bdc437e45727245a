package vn.lachan.app.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.lachan.app.TestDatabase;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.program.ProgramSettings;

/** The clocks of the law, by the law of the day on which a duty began. */
class PeriodTests {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private static TestDatabase database;
  private static DayOffTable daysOff;
  private static RequestClocks clocks;
  private static Periods periods;

  @BeforeAll
  static void open() {
    database = TestDatabase.create();
    daysOff = new DayOffTable(database.jdbc());
    var program =
        new ProgramSettings(Path.of("target"), "", "none", false, ZONE, false, null, null);
    periods = new Periods(new Calendar(daysOff), program);
    clocks = new RequestClocks(periods, PrivacySettings.defaults());
    dayOff("2026-04-30", DayOff.Kind.HOLIDAY);
    dayOff("2026-05-01", DayOff.Kind.HOLIDAY);
    dayOff("2026-05-09", DayOff.Kind.WORKING_DAY);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void requestsAreDueByTheLawOfTheirDay() {
    // Before 2026: 72 hours for each, no receipt to be confirmed.
    check("2025-12-31 16:00", RequestKind.ACCESS, false, null, "2026-01-03 16:00:00");
    check("2025-06-02 08:30", RequestKind.DELETION, false, null, "2025-06-05 08:30:00");
    check("2025-06-02 08:30", RequestKind.RESTRICTION, true, null, "2025-06-05 08:30:00");
    // From 2026: two working days, then calendar days, to the last second of the day.
    check("2026-01-01 00:00", RequestKind.ACCESS, false, "2026-01-05", "2026-01-11 23:59:59");
    check("2026-03-02 09:00", RequestKind.ACCESS, false, "2026-03-04", "2026-03-12 23:59:59");
    check("2026-03-02 09:00", RequestKind.CORRECTION, false, "2026-03-04", "2026-03-12 23:59:59");
    check("2026-03-02 09:00", RequestKind.DELETION, false, "2026-03-04", "2026-03-22 23:59:59");
    check("2026-03-02 09:00", RequestKind.RESTRICTION, false, "2026-03-04", "2026-03-17 23:59:59");
    check("2026-03-02 09:00", RequestKind.RESTRICTION, true, "2026-03-04", "2026-03-22 23:59:59");
    check("2026-03-02 09:00", RequestKind.WITHDRAWAL, true, "2026-03-04", "2026-03-22 23:59:59");
    check("2026-03-02 09:00", RequestKind.COMPLAINT, false, "2026-03-04", null);
    // Over a weekend: Thursday, Friday, Saturday, Sunday.
    check("2026-03-05 09:00", RequestKind.ACCESS, false, "2026-03-09", "2026-03-15 23:59:59");
    check("2026-03-06 23:59", RequestKind.ACCESS, false, "2026-03-10", "2026-03-16 23:59:59");
    check("2026-03-07 09:00", RequestKind.ACCESS, false, "2026-03-10", "2026-03-17 23:59:59");
    check("2026-03-08 09:00", RequestKind.ACCESS, false, "2026-03-10", "2026-03-18 23:59:59");
    // Over holidays that were entered (Thursday and Friday), and a Saturday worked instead.
    check("2026-04-28 09:00", RequestKind.ACCESS, false, "2026-05-04", "2026-05-08 23:59:59");
    check("2026-05-07 09:00", RequestKind.ACCESS, false, "2026-05-09", "2026-05-17 23:59:59");
    // 2 September 2026 is a holiday that nobody entered: nothing is invented.
    check("2026-09-01 09:00", RequestKind.ACCESS, false, "2026-09-03", "2026-09-11 23:59:59");
    // The day is that of the province: 17:30 UTC is the next day there.
    check("2026-03-03 00:30", RequestKind.ACCESS, false, "2026-03-05", "2026-03-13 23:59:59");
  }

  @Test
  void beforeAnyKnownLawThereIsNoClock() {
    assertThatThrownBy(() -> clocks.of(request("2023-06-30 12:00", RequestKind.ACCESS, false)))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.code()).isEqualTo("privacy.refused.no-law"));
  }

  @Test
  void breachesAndAssessmentsHaveTheirs() {
    assertThat(end(Duty.BREACH_NOTIFY, "2025-12-31 22:00")).isEqualTo(at("2026-01-03 22:00:00"));
    assertThat(end(Duty.BREACH_NOTIFY, "2026-05-01 22:15")).isEqualTo(at("2026-05-04 22:15:00"));
    assertThat(end(Duty.ASSESSMENT_FILE, "2025-12-01 00:00")).isEqualTo(at("2026-01-30 23:59:59"));
    assertThat(end(Duty.ASSESSMENT_FILE, "2026-01-01 00:00")).isEqualTo(at("2026-03-02 23:59:59"));
    assertThat(end(Duty.ASSESSMENT_UPDATE, "2026-08-31 10:00"))
        .isEqualTo(at("2027-02-28 23:59:59"));
    assertThat(periods.on(Duty.ASSESSMENT_UPDATE, LocalDate.of(2025, 12, 31))).isEmpty();
    assertThat(periods.on(Duty.EXTENSION, LocalDate.of(2025, 12, 31))).isEmpty();
  }

  @Test
  void everyPeriodNamesItsDocumentAndHowCertainItIs() {
    for (Duty duty : Duty.values()) {
      Period today = periods.on(duty, LocalDate.of(2026, 11, 21)).orElseThrow();
      assertThat(today.document()).as(duty.name()).contains("91/2025/QH15");
      assertThat(today.certainty()).as(duty.name()).isEqualTo("chưa đối chiếu văn bản gốc");
      assertThat(periods.on(duty, LocalDate.of(2023, 6, 30))).as(duty.name()).isEmpty();
    }
  }

  @Test
  void theSettingsHaveTheirDefaults() {
    assertThat(PrivacySettings.defaults())
        .isEqualTo(new PrivacySettings("", 4_000, 1_500, 400, 20_000, 5_000, 30, 50, 500, 5));
    assertThatThrownBy(() -> new PrivacySettings("", 0, 1, 1, 1, 1, 1, 1, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void check(
      String received,
      RequestKind kind,
      boolean thirdParties,
      @Nullable String acknowledge,
      @Nullable String decision) {
    RequestTable.Clocks found = clocks.of(request(received, kind, thirdParties));
    String line = received + " " + kind + (thirdParties ? " with third parties" : "");
    assertThat(found.acknowledgeDue())
        .as(line)
        .isEqualTo(acknowledge == null ? null : at(acknowledge + " 23:59:59"));
    assertThat(found.decisionDue()).as(line).isEqualTo(decision == null ? null : at(decision));
  }

  private static NewRequest request(String received, RequestKind kind, boolean thirdParties) {
    return new NewRequest(
        kind, ReceivedBy.COUNTER, at(received + ":00"), "A", "B", null, false, thirdParties);
  }

  private static Instant end(Duty duty, String start) {
    Instant begun = at(start + ":00");
    return periods.end(periods.at(duty, begun).orElseThrow(), begun);
  }

  private static void dayOff(String day, DayOff.Kind kind) {
    assertThat(daysOff.insert(LocalDate.parse(day), kind, "Nghỉ", "Thông báo", 1, Instant.EPOCH))
        .isTrue();
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local.replace(' ', 'T')).atZone(ZONE).toInstant();
  }
}
