package vn.lachan.app.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTypeTests {
  private static final LocalDate DIRECTIVE = LocalDate.of(2021, 7, 1);
  private static final List<String> WORK_BUSINESS =
      List.of(
          "government-office",
          "public-administration-centre",
          "industrial-park",
          "factory",
          "production-site",
          "eating-place",
          "karaoke",
          "massage-beauty",
          "gym",
          "bank",
          "post-office",
          "telecom-shop",
          "notary",
          "meeting");
  private static final List<String> CROWD =
      List.of(
          "hospital",
          "health-station",
          "clinic",
          "apartment-block",
          "school",
          "vocational-school",
          "bus-station",
          "pier",
          "waiting-hall",
          "vehicle",
          "mall",
          "supermarket",
          "market",
          "essential-shop",
          "funeral",
          "wedding",
          "sight",
          "worship",
          "border-gate",
          "vaccination-site",
          "checkpoint",
          "sampling-site",
          "quarantine-site");

  private final PlaceTypes types = new PlaceTypes();

  @Test
  void everyCodeStandsInItsGroupOnEveryDaySinceTheDirective() {
    for (LocalDate day : List.of(DIRECTIVE, LocalDate.of(2025, 3, 1), LocalDate.of(2026, 1, 1))) {
      assertThat(codes(day, PlaceType.Group.WORK_BUSINESS)).isEqualTo(WORK_BUSINESS);
      assertThat(codes(day, PlaceType.Group.CROWD)).isEqualTo(CROWD);
    }
  }

  @Test
  void everyLineIsCompleteAndSaysWhatIsOurOwnAdvice() {
    for (PlaceType type : types.all()) {
      assertThat(type.vietnamese()).as(type.code()).isNotBlank();
      assertThat(type.english()).as(type.code()).isNotBlank();
      assertThat(type.document()).as(type.code()).isNotBlank();
      assertThat(type.note()).as(type.code()).contains("giá trị mặc định của sản phẩm");
      assertThat(type.dwellMinutes()).as(type.code()).isBetween(5, 1440);
      assertThat(type.hours().intervals()).as(type.code()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "bus-station, 2021-07-01, transport",
    "bus-station, 2025-02-28, transport",
    "bus-station, 2025-03-01, construction",
    "post-office, 2025-03-01, science",
    "vocational-school, 2025-03-01, education",
    "eating-place, 2025-06-30, district-committee",
    "eating-place, 2025-07-01, commune-committee",
    "market, 2021-07-01, industry-and-trade",
    "industrial-park, 2026-01-01, economic-zones",
    "notary, 2026-01-01, justice",
    "hospital, 2020-01-01, health"
  })
  void theSectorIsThatOfTheDay(String code, LocalDate day, String sector) {
    assertThat(types.on(code, day).orElseThrow().sector()).isEqualTo(sector);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "always",
        "1-5 07:00-11:30 13:30-17:00; 6 08:00-12:00",
        "1-7 18:00-02:00",
        "7 22:00-06:00",
        "1 00:00-24:00",
        "1-6 08:00-08:00",
        "2 05:30-06:00; 4 05:30-06:00"
      })
  void hoursAreWrittenAsTheyAreRead(String text) {
    OpeningHours hours = OpeningHours.parse(text);

    assertThat(OpeningHours.parse(hours.text())).isEqualTo(hours);
    assertThat(HoursColumn.read(HoursColumn.write(hours))).isEqualTo(hours);
  }

  @Test
  void allHoursOfTheFileSurviveTheirWrittenForm() {
    for (PlaceType type : types.all()) {
      assertThat(OpeningHours.parse(type.hours().text())).isEqualTo(type.hours());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1-5",
        "07:00-11:30",
        "8 07:00-11:30",
        "5-1 07:00-11:30",
        "1 7-11",
        "1 25:00-26:00",
        "1 07:60-08:00",
        "daily",
        "always;",
        "1 24:30-25:00"
      })
  void whatIsNoHoursIsRefused(String text) {
    assertThatThrownBy(() -> OpeningHours.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    // Monday 2 March 2026 to Sunday 8 March
    "1-5 07:00-11:30 13:30-17:00, 2026-03-02T07:00, 2026-03-02T11:30",
    "1-5 07:00-11:30 13:30-17:00, 2026-03-02T12:00,",
    "1-5 07:00-11:30 13:30-17:00, 2026-03-02T11:30,",
    "1-5 07:00-11:30 13:30-17:00, 2026-03-07T08:00,",
    "daily 18:00-02:00, 2026-03-03T01:30, 2026-03-03T02:00",
    "daily 18:00-02:00, 2026-03-08T23:00, 2026-03-09T02:00",
    "7 18:00-02:00, 2026-03-09T01:59, 2026-03-09T02:00",
    "7 18:00-24:00; 1 00:00-06:00, 2026-03-08T20:00, 2026-03-09T06:00",
    "7 18:00-02:00; 1 02:00-06:00, 2026-03-09T01:00, 2026-03-09T06:00",
    "always, 2026-03-08T20:00,"
  })
  void closingIsTheEndOfTheOpeningThatLasts(String hours, LocalDateTime at, LocalDateTime closing) {
    assertThat(OpeningHours.parse(hours).closingAfter(at).orElse(null)).isEqualTo(closing);
  }

  private List<String> codes(LocalDate day, PlaceType.Group group) {
    return types.on(day).stream()
        .filter(type -> type.group() == group)
        .map(PlaceType::code)
        .toList();
  }
}
