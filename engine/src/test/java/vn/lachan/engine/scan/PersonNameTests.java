package vn.lachan.engine.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PersonNameTests {
  private static final String ALL_LETTERS =
      "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệfghiìỉĩíịjklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvwxyỳỷỹýỵz";

  @Test
  void namesAreCleanedMaskedAndFolded() {
    check(
        """
        Nguyễn Văn An            => Nguyễn Văn An | Nguyễn V. *** | NGUYEN VAN AN
          nguyễn   văn{00A0}an   => nguyễn văn an | nguyễn v. *** | NGUYEN VAN AN
        Nguye{0302}{0303}n Va{0306}n An => Nguyễn Văn An | Nguyễn V. *** | NGUYEN VAN AN
        ĐỖ ĐỨC ĐẠT               => ĐỖ ĐỨC ĐẠT | ĐỖ Đ. *** | DO DUC DAT
        Trần Thị Mỹ Hạnh         => Trần Thị Mỹ Hạnh | Trần T. M. *** | TRAN THI MY HANH
        Lê An                    => Lê An | Lê *** | LE AN
        An                       => An | A.*** | AN
        H'Hen Niê                => H'Hen Niê | H'Hen *** | HHEN NIE
        H{2019}Hen Niê           => H’Hen Niê | H’Hen *** | HHEN NIE
        Y-Bion Mlô               => Y-Bion Mlô | Y-Bion *** | Y BION MLO
        Hoà                      => Hoà | H.*** | HOA
        Hòa                      => Hòa | H.*** | HOA
        Ng{200B}uyễn An          => Nguyễn An | Nguyễn *** | NGUYEN AN
        Müller Åsa Ñ             => Müller Åsa Ñ | Müller Å. *** | MULLER ASA N
        Weiß                     => Weiß | W.*** | WEISS
        """);
  }

  @Test
  void namesAreRefusedPrecisely() {
    check(
        """
        {0020}        => NAME_EMPTY
        {200B}        => NAME_EMPTY
        - 12 .        => NAME_WITHOUT_LETTER
        An <i>        => NAME_HAS_MARKUP 4
        An>           => NAME_HAS_MARKUP 3
        038|An        => NAME_HAS_MARKUP 4
        A{0000}n      => NAME_CHARACTER_UNREADABLE 2
        A{0085}n      => NAME_CHARACTER_UNREADABLE 2
        A{DC00}n      => NAME_CHARACTER_UNREADABLE 2
        A{200F}n      => NAME_HAS_DIRECTION_MARK 2
        A{2067}n      => NAME_HAS_DIRECTION_MARK 2
        """);
  }

  @Test
  void everyVietnameseLetterFoldsAlikeInEverySpelling() {
    String expected =
        "A".repeat(18)
            + "BCDD"
            + "E".repeat(12)
            + "FGH"
            + "I".repeat(6)
            + "JKLMN"
            + "O".repeat(18)
            + "PQRST"
            + "U".repeat(12)
            + "VWX"
            + "Y".repeat(6)
            + "Z";
    for (Normalizer.Form form : Normalizer.Form.values()) {
      for (String letters : new String[] {ALL_LETTERS, ALL_LETTERS.toUpperCase(Locale.ROOT)}) {
        assertThat(NameFolding.fold(Normalizer.normalize(letters, form))).isEqualTo(expected);
      }
    }
  }

  @Test
  void aStoredNameIsClean() {
    assertThatThrownBy(() -> new PersonName(" An")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PersonName("<")).isInstanceOf(IllegalArgumentException.class);
    assertThat(new PersonName("Lê Văn An").toString()).isEqualTo("Lê V. ***");
  }

  private static void check(String table) {
    for (String line : table.lines().toList()) {
      int arrow = line.indexOf("=>");
      String written = ScanChecks.unescape(line.substring(0, arrow).stripTrailing());
      assertThat(outcome(written)).as(line).isEqualTo(line.substring(arrow + 2).strip());
    }
  }

  private static String outcome(String written) {
    return switch (PersonName.parse(written, ScanChecks.PORTS)) {
      case Reading.Accepted<PersonName>(PersonName name) ->
          name.text() + " | " + name.masked() + " | " + name.key();
      case Reading.Rejected<PersonName>(Refused refused) -> Outcome.of(refused);
    };
  }
}
