package vn.lachan.engine.scan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NationalWritingTests {
  private static final String EXAMPLE =
      "001093029317|NGUYEN LE KHA HAN|1987-01-18|0|162979388586171100|<1<HS4010120878821<0944713700";

  @Test
  void theDecisionsExampleIsWrittenAsItWasRead() {
    assertThat(read(EXAMPLE).wholeText()).isEqualTo(new Reading.Accepted<>(EXAMPLE));
    assertThat(read(EXAMPLE).maskedText())
        .isEqualTo(
            new Reading.Accepted<>(
                "******029317|NGUYEN LE KHA HAN|1987-**-**|0|162979388586171100|<1<<"));
  }

  @Test
  void aMaskedCodeIsReadAgain() {
    if (!(read(EXAMPLE).maskedText() instanceof Reading.Accepted<String>(String masked))) {
      throw new AssertionError("refused");
    }
    NationalCode again = read(masked);
    assertThat(again.qid()).isEqualTo("162979388586171100");
    assertThat(again.birth()).isEqualTo(new PartialDate(1987, 0, 0));
    assertThat(again.citizenNumber()).isNull();
    assertThat(again.phone()).isNull();
  }

  @Test
  void onBehalfYearAloneAndAccentsAreWrittenAsTheDecisionSays() {
    String written = "B1234567|ĐỖ  Thị Ánh|1950|1|77|88<2<<";
    assertThat(read(written).wholeText())
        .isEqualTo(new Reading.Accepted<>("B1234567|DO THI ANH|1950-**-**|1|77|88<2<<"));
  }

  @Test
  void aCodeWithoutItsNationalNumberIsNotWritten() {
    NationalCode masked = read("001093029317|NGUYEN HAN|1987-01-18|0|16297938858617****|");
    assertThat(masked.wholeText()).isEqualTo(Reading.refuse(RefusalCode.NATIONAL_QID_WRONG));
    assertThat(masked.maskedText()).isEqualTo(Reading.refuse(RefusalCode.NATIONAL_QID_WRONG));
  }

  /** Made by the described layout, not taken from a card: no document at hand confirms it. */
  @Test
  void insuranceCardsAreReadStrictlyOrNotAtAll() {
    ScanChecks.check(
        """
        HS4010120878821|4e677579e1bb856e2056c4836e20416e|31/01/1990|1|ff|x => insurance HS4010120878821|Nguyễn Văn An|1990-01-31 ! INSURANCE_LAYOUT_UNCONFIRMED
        0120878821|4E677579E1BB856E|1990 => insurance 0120878821|Nguyễn|1990 ! INSURANCE_LAYOUT_UNCONFIRMED
        HS4010120878821|Nguyễn Văn An|31/01/1990 => INSURANCE_NAME_UNREADABLE
        HS4010120878821|4e6775|31-01-1990 => BIRTH_DATE_UNREADABLE
        HS4010120878821|4e6775|31/02/1990 => BIRTH_DATE_IMPOSSIBLE
        HS4010120878821|4e67753|31/01/1990 => INSURANCE_NAME_UNREADABLE
        HS4010120878821||31/01/1990 => INSURANCE_NAME_UNREADABLE
        HS4010120878821|c0ae4e|31/01/1990 => INSURANCE_NAME_UNREADABLE
        HS4010120878821|eda0804e|31/01/1990 => INSURANCE_NAME_UNREADABLE
        HS4010120878821|f09f98804e|31/01/1990 => INSURANCE_NAME_UNREADABLE
        HS4010120878821|c3|31/01/1990 => INSURANCE_NAME_UNREADABLE
        HS4010120878821|416e3c623e|31/01/1990 => NAME_HAS_MARKUP 3
        HS4010120878821|313233|31/01/1990 => NAME_WITHOUT_LETTER
        HS401012087882|4e6775|31/01/1990 => CARD_KIND_UNKNOWN
        H54010120878821|4e6775|31/01/1990 => CARD_KIND_UNKNOWN
        """);
  }

  private static NationalCode read(String text) {
    return (NationalCode) Scanner.read(text, ScanChecks.PORTS);
  }
}
