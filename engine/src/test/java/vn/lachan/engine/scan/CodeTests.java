package vn.lachan.engine.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class CodeTests {
  private static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final long SEED = 20_261_120;

  @Test
  void placeCodesAreReadHoweverTheyAreWritten() {
    ScanChecks.check(
        """
        0000-0007                                => place 0000-0007
        OOOO-OOO7                                => place 0000-0007
        oooo ooo7                                => place 0000-0007
          0-0-0 0-0 0 0-7                        => place 0000-0007
        0000{2013}0007{000D}{000A}               => place 0000-0007
        {FEFF}0000{00A0}0007                     => place 0000-0007
        https://lachan.example/d/00000007        => place 0000-0007
        HTTPS://LACHAN.EXAMPLE:8443/d/0000-0007/ => place 0000-0007
        http://10.0.0.1/d/00000007?x=/p/1#2      => place 0000-0007
        lachan.example/d/00000007                => place 0000-0007
        7ZZZ-ZZZX                                => place 7ZZZ-ZZZX
        7zzz zzzx                                => place 7ZZZ-ZZZX
        """);
  }

  @Test
  void placeCodesAreRefusedPrecisely() {
    ScanChecks.check(
        """
        0000-0008                         => PLACE_CODE_CHECK_WRONG
        ABCD-EFG                          => PLACE_CODE_TOO_SHORT 1
        7777-7777                         => PLACE_CODE_CHECK_WRONG
        ABCD                              => PLACE_CODE_TOO_SHORT 4
        ABCD-EFGH-JK                      => PLACE_CODE_TOO_LONG 2
        ABCD-EFGU                         => PLACE_CODE_CHARACTER_ILLEGAL 8 U
        AB*D-EFGH                         => PLACE_CODE_CHARACTER_ILLEGAL 3 *
        ABĐD-EFGH                         => PLACE_CODE_CHARACTER_ILLEGAL 3 Đ
        AB{202E}DEFGH                     => PLACE_CODE_CHARACTER_ILLEGAL 3 U+202E
        https://lachan.example/d/         => ADDRESS_UNKNOWN
        https://lachan.example/d/0000     => PLACE_CODE_TOO_SHORT 4
        https://lachan.example/d/00000007/x => PLACE_CODE_CHARACTER_ILLEGAL 9 /
        https://lachan.example/x/00000007 => ADDRESS_UNKNOWN
        https://lachan.example/x/d/00000007 => ADDRESS_UNKNOWN
        https://lachan.example?a=/d/00000007 => ADDRESS_UNKNOWN
        https://lachan.example            => ADDRESS_UNKNOWN
        https://                          => ADDRESS_UNKNOWN
        /d/                               => ADDRESS_UNKNOWN
        javascript:alert(1)               => TEXT_UNKNOWN
        """);
  }

  @Test
  void personalCodesAreReadAndRefusedPrecisely() {
    ScanChecks.check(
        """
        LC1P000000000000000K              => person LC1P-0000-0000-0000-000K
        lc1p-0000-0000-0000-000k          => person LC1P-0000-0000-0000-000K
        1ciP oooo oooo oooo oook          => person LC1P-0000-0000-0000-000K
        https://lachan.example/p/LC1P000000000000000K => person LC1P-0000-0000-0000-000K
        https://lachan.example/p/000000000000000K => PERSONAL_CODE_PREFIX_MISSING
        https://lachan.example/p/lc1      => PERSONAL_CODE_PREFIX_MISSING
        LC1P-0000-0000-0000-000           => PERSONAL_CODE_TOO_SHORT 1
        LC1P                              => PERSONAL_CODE_TOO_SHORT 16
        LC1P-0000-0000-0000-000K-0        => PERSONAL_CODE_TOO_LONG 1
        LC1P-00U0-0000-0000-000K          => PERSONAL_CODE_CHARACTER_ILLEGAL 3 U
        LC1P-0000-0000-0000-000M          => PERSONAL_CODE_CHECK_WRONG
        """);
  }

  @Test
  void everyWrongSymbolAndEveryExchangeIsFound() {
    RandomGenerator random = new Random(SEED);
    for (int round = 0; round < 500; round++) {
      String place = PlaceCode.fromRandom(random.nextLong()).symbols();
      checkFindsAll(place, PlaceCode::parse);
      String person = PersonalCode.fromRandom(random.nextLong(), random.nextLong()).symbols();
      checkFindsAll(person, symbols -> PersonalCode.parse(PersonalCode.PREFIX + symbols));
    }
  }

  @Test
  void randomBitsAreAllUsed() {
    assertThat(PlaceCode.fromRandom(0x7_FFFF_FFFFL).symbols()).startsWith("ZZZZZZZ");
    assertThat(PlaceCode.fromRandom(-1L)).isEqualTo(PlaceCode.fromRandom(0x7_FFFF_FFFFL));
    assertThat(PlaceCode.fromRandom(1L << 34).symbols()).startsWith("G000000");
    assertThat(PersonalCode.fromRandom(1L << 39, 1).text()).startsWith("LC1PG00000000000001");
  }

  /** Worked out apart from this code, with the weights 2^n … 2 written out. */
  @Test
  void checkCharactersAreThoseOfTheFormula() {
    assertThat(Base32.withCheck("ABCDEFG", 7)).isEqualTo("ABCDEFGB");
    assertThat(Base32.withCheck("0123456789ABCDE", 19)).isEqualTo("0123456789ABCDEQ");
    assertThat(Base32.withCheck("ZYXWVTSRQPNMKJH", 19)).isEqualTo("ZYXWVTSRQPNMKJH2");
  }

  @Test
  void storedSpellingsAreInvariants() {
    assertThatThrownBy(() -> new PlaceCode("00000008"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PlaceCode("0000000o"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PersonalCode("")).isInstanceOf(IllegalArgumentException.class);
    assertThat(PersonalCode.fromRandom(5, 6).toString()).isEqualTo("LC1P-***");
  }

  private static void checkFindsAll(String code, Reader reader) {
    assertThat(reader.read(code)).isInstanceOf(Reading.Accepted.class);
    for (int index = 0; index < code.length(); index++) {
      for (int symbol = 0; symbol < SYMBOLS.length(); symbol++) {
        checkRefused(code, with(code, index, SYMBOLS.charAt(symbol)), reader);
      }
      for (int other = index + 1; other < code.length(); other++) {
        String exchanged = with(with(code, index, code.charAt(other)), other, code.charAt(index));
        checkRefused(code, exchanged, reader);
      }
    }
  }

  private static void checkRefused(String code, String changed, Reader reader) {
    if (!changed.equals(code) && reader.read(changed) instanceof Reading.Accepted) {
      throw new AssertionError("seed " + SEED + ": " + code + " changed to " + changed);
    }
  }

  private static String with(String code, int index, char symbol) {
    return code.substring(0, index) + symbol + code.substring(index + 1);
  }

  private interface Reader {
    Reading<?> read(String symbols);
  }
}
