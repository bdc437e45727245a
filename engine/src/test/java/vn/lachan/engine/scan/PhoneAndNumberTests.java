package vn.lachan.engine.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PhoneAndNumberTests {
  @Test
  void phoneNumbersAreReadHoweverTheyAreWritten() {
    ScanChecks.check(
        """
        0912345678           => phone 84912345678
        84912345678          => phone 84912345678
        +84912345678         => phone 84912345678
        0084 912 345 678     => phone 84912345678
        +84 (0) 912.345.678  => phone 84912345678
        (+84) 912-345-678    => phone 84912345678
        0912{00A0}345{2011}678 => phone 84912345678
        0841234567           => phone 84841234567
        0237 3852 246        => phone 842373852246
        (024) 3825 3531      => phone 842438253531
        """);
  }

  @Test
  void numbersFromBeforeThePlanOf2018BecomeTodays() {
    ScanChecks.check(
        """
        01201234567  => phone 84701234567
        01211234567  => phone 84791234567
        01221234567  => phone 84771234567
        01261234567  => phone 84761234567
        01281234567  => phone 84781234567
        01231234567  => phone 84831234567
        01241234567  => phone 84841234567
        01251234567  => phone 84851234567
        01271234567  => phone 84811234567
        01291234567  => phone 84821234567
        01621234567  => phone 84321234567
        01631234567  => phone 84331234567
        01641234567  => phone 84341234567
        01651234567  => phone 84351234567
        01661234567  => phone 84361234567
        01671234567  => phone 84371234567
        01681234567  => phone 84381234567
        01691234567  => phone 84391234567
        01861234567  => phone 84561234567
        01881234567  => phone 84581234567
        01991234567  => phone 84591234567
        841621234567 => phone 84321234567
        01601234567  => PHONE_PREFIX_UNKNOWN
        0162123456   => PHONE_TOO_SHORT 1
        016212345678 => number 016212345678
        """);
  }

  @Test
  void phoneNumbersAreRefusedPrecisely() {
    ScanChecks.check(
        """
        091234567       => PHONE_TOO_SHORT 1
        09123456        => PHONE_TOO_SHORT 2
        0               => PHONE_TOO_SHORT 9
        +84             => PHONE_TOO_SHORT 9
        09123456789     => PHONE_TOO_LONG 1
        0912345678999   => PHONE_TOO_LONG 3
        09123a5678      => PHONE_CHARACTER_ILLEGAL 6
        0912345678x     => PHONE_CHARACTER_ILLEGAL 11
        +1 212 555 0100 => PHONE_NOT_VIETNAMESE
        +8613912345678  => PHONE_NOT_VIETNAMESE
        0413912345      => PHONE_PREFIX_UNKNOWN
        912345678       => PHONE_PREFIX_UNKNOWN
        02373852        => PHONE_TOO_SHORT 3
        +               => TEXT_UNKNOWN
        """);
  }

  @Test
  void phonesAreShownMaskedUnlessAsked() {
    PhoneNumber phone = new PhoneNumber("84912345678");
    assertThat(phone.masked()).isEqualTo("091***5678");
    assertThat(phone.toString()).isEqualTo("091***5678");
    assertThat(phone.national()).isEqualTo("0912345678");
    assertThat(phone.isMobile()).isTrue();
    assertThat(new PhoneNumber("842373852246").isMobile()).isFalse();
    assertThatThrownBy(() -> new PhoneNumber("0912345678"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void citizenNumbersAreReadAlone() {
    ScanChecks.check(
        """
        001090123456     => number 001090123456
        001.090.123 456  => number 001090123456
        038 199 001 234  => number 038199001234
        """);
    CitizenNumber number = new CitizenNumber("038299001234");
    assertThat(number.birthYear()).isEqualTo(2099);
    assertThat(number.sex()).isEqualTo(Sex.MALE);
    assertThat(number.toString()).isEqualTo("038******234");
    assertThat(CitizenNumber.parse("0382-9900-123x"))
        .isEqualTo(Reading.refuse(RefusalCode.CITIZEN_NUMBER_CHARACTER_ILLEGAL, 14));
  }

  @Test
  void endlessTextsAreNotRead() {
    String endless = "0".repeat(Scanner.TEXT_LIMIT + 1);
    Refused tooLong = Refused.because(RefusalCode.TEXT_TOO_LONG, Scanner.TEXT_LIMIT);
    assertThat(PlaceCode.parse(endless)).isEqualTo(new Reading.Rejected<PlaceCode>(tooLong));
    assertThat(CitizenNumber.parse(endless))
        .isEqualTo(new Reading.Rejected<CitizenNumber>(tooLong));
    assertThat(PhoneNumber.parse(endless)).isEqualTo(Reading.refuse(RefusalCode.TEXT_TOO_LONG, 40));
  }

  @Test
  void otherTextsAreRefused() {
    ScanChecks.check(
        """
        {0020}{0009}                   => NOTHING_SCANNED
        Xin chào                       => TEXT_UNKNOWN
        HC1:6BFOXN*TS0BI$ZD.P9UOL97O4  => TEXT_UNKNOWN
        12                             => TEXT_UNKNOWN
        WIFI:S:quan;T:WPA;P:x;;        => TEXT_UNKNOWN
        """);
  }
}
