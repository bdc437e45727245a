package vn.lachan.app.paper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SerialTests {
  @Test
  void aSerialIsReadHoweverItIsWritten() {
    Serial serial = Serial.of(1_000_001, 14);

    assertThat(serial.digits()).hasSize(Serial.DIGITS).startsWith("1000001014");
    assertThat(Serial.parse(serial.digits())).contains(serial);
    assertThat(Serial.parse(" " + serial.shown() + " ")).contains(serial);
    assertThat(Serial.parse("1000001-014-" + serial.number() % 10)).contains(serial);
  }

  @Test
  void everyWrongDigitAndEveryExchangeIsNoticed() {
    String right = Serial.of(1_234_567, 890).digits();
    for (int at = 0; at < right.length(); at++) {
      for (char digit = '0'; digit <= '9'; digit++) {
        String wrong = right.substring(0, at) + digit + right.substring(at + 1);
        assertThat(Serial.parse(wrong).isPresent()).as(wrong).isEqualTo(wrong.equals(right));
      }
      if (at > 0 && right.charAt(at) != right.charAt(at - 1)) {
        String exchanged =
            right.substring(0, at - 1)
                + right.charAt(at)
                + right.charAt(at - 1)
                + right.substring(at + 1);
        assertThat(Serial.parse(exchanged)).as(exchanged).isEmpty();
      }
    }
    assertThat(Serial.parse("")).isEmpty();
    assertThat(Serial.parse("0912345678")).isEmpty();
  }
}
