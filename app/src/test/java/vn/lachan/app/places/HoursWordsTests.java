package vn.lachan.app.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Opening hours as spreadsheets hold them. */
class HoursWordsTests {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7h-17h | 1-7 07:00-17:00",
        "7h - 17h30 | 1-7 07:00-17:30",
        "7:00-21:00 | 1-7 07:00-21:00",
        "07.30 - 16.30 | 1-7 07:30-16:30",
        "7-17 | 1-7 07:00-17:00",
        "7 giờ 30 đến 11 giờ 30 | 1-7 07:30-11:30",
        "từ 7h tới 17h | 1-7 07:00-17:00",
        "T2-T7 7:00-21:00 | 1-6 07:00-21:00",
        "T2–T6: 7h30-11h30, 13h30-17h; T7: 7h30-11h30 | 1-5 07:30-11:30 13:30-17:00; 6 07:30-11:30",
        "thứ 2 đến thứ 6 8h-17h, CN 8h-12h | 1-5 08:00-17:00; 7 08:00-12:00",
        "Thứ Hai - Chủ nhật: 5h - 22h | 1-7 05:00-22:00",
        "T2, T4, T6 7h-17h | 1 07:00-17:00; 3 07:00-17:00; 5 07:00-17:00",
        "hằng ngày 6h-22h | 1-7 06:00-22:00",
        "Hàng ngày từ 18h đến 2h | 1-7 18:00-02:00",
        "sáng 7h-11h, chiều 13h-17h | 1-7 07:00-11:00 13:00-17:00",
        "sáng 7h-11h chiều 1h30-5h | 1-7 07:00-11:00 13:30-17:00",
        "7h sáng - 5h chiều | 1-7 07:00-17:00",
        "tối 6h-10h | 1-7 18:00-22:00",
        "tối 18h - 2h | 1-7 18:00-02:00",
        "24/24 | always",
        "24/7 | always",
        "Cả ngày | always",
      })
  void isUnderstood(String typed, String hours) {
    assertThat(HoursWords.parse(typed).text()).isEqualTo(hours);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "sáng",
        "7h",
        "7h-",
        "-17h",
        "T2-T7",
        "T7-T2 7h-17h",
        "25h-26h",
        "7h-17h tùy hôm",
        "7:75-8:00",
        "giờ hành chính",
        "T8 7h-17h",
        "7h17h",
        "nghỉ"
      })
  void orRefused(String typed) {
    assertThatThrownBy(() -> HoursWords.parse(typed)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "always",
        "1-7 06:00-22:00",
        "1-5 07:00-11:30 13:30-17:00; 6 08:00-12:00",
        "7 20:00-02:00"
      })
  void whatIsShownReadsBack(String hours) {
    OpeningHours opening = OpeningHours.parse(hours);
    assertThat(HoursWords.parse(opening.words())).isEqualTo(opening);
  }

  @Test
  void anEndlessTextIsRefusedAtOnce() {
    assertThatThrownBy(() -> HoursWords.parse("7h-17h ".repeat(1_000)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
