package vn.lachan.engine.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SignedCodeTests {
  private static final long SEED = 20_261_121;
  private static final HexFormat HEX = HexFormat.of();
  private static final byte[] PAPER = new byte[0];
  private static final PersonalCode PERSON =
      PersonalCode.fromRandom(0x12_3456_789AL, 0x7_6543_2101L);

  /** The examples of RFC 9285, section 4.3. */
  @Test
  void base45IsThatOfTheStandard() {
    assertThat(Base45.write(ascii("AB"))).isEqualTo("BB8");
    assertThat(Base45.write(ascii("Hello!!"))).isEqualTo("%69 VD92EX0");
    assertThat(Base45.write(ascii("base-45"))).isEqualTo("UJCLQE7W581");
    assertThat(bytes("QED8WEX0")).isEqualTo(ascii("ietf!"));
    assertThat(bytes("qed8wex0")).isEqualTo(ascii("ietf!"));
    assertThat(Base45.read("GGX")).isEqualTo(refused(RefusalCode.SIGNED_CODE_DAMAGED));
    assertThat(Base45.read("::")).isEqualTo(refused(RefusalCode.SIGNED_CODE_DAMAGED));
    assertThat(Base45.read("BB8B")).isEqualTo(refused(RefusalCode.SIGNED_CODE_DAMAGED));
    assertThat(Base45.read("BB_"))
        .isEqualTo(Reading.refuse(RefusalCode.SIGNED_CODE_CHARACTER_ILLEGAL, 3));
  }

  /** Written out by hand from the description of the form. */
  @Test
  void bytesLieWhereTheFormSaysSo() {
    CodeToSign paper =
        new CodeToSign(
            0x01020304, PERSON, 0x1112131415161718L, 0x2122232425262728L, 0x5123, 0x5290, PAPER);
    String common =
        "01020304"
            + HEX.formatHex(PERSON.bytes())
            + "11121314151617182122232425262728"
            + "51235290";
    assertThat(HEX.formatHex(paper.bytes())).isEqualTo("22" + common);
    byte[] key = key();
    CodeToSign device =
        new CodeToSign(
            0x01020304, PERSON, 0x1112131415161718L, 0x2122232425262728L, 0x5123, 0x5290, key);
    assertThat(HEX.formatHex(device.bytes())).isEqualTo("21" + common + HEX.formatHex(key));
    byte[] signature = signature(1);
    SignedCode token = device.signed(signature);
    String proof = "21" + common + HEX.formatHex(key) + HEX.formatHex(signature) + "038b5fff";
    assertThat(HEX.formatHex(token.bytesToProve(0x038b5fff))).isEqualTo(proof);
    assertThat(paper.signed(signature).text()).hasSize(153);
    assertThat(token.proved(0x038b5fff, signature).text()).hasSize(304);
  }

  @Test
  void theBinaryFormOfAPersonalCodeGivesItBack() {
    Random random = new Random(SEED);
    for (int round = 0; round < 1_000; round++) {
      PersonalCode code = PersonalCode.fromRandom(random.nextLong(), random.nextLong());
      assertThat(PersonalCode.ofBytes(code.bytes())).as("seed " + SEED).isEqualTo(code);
    }
    byte[] spare = PERSON.bytes();
    spare[0] |= (byte) 0x80;
    assertThat(PersonalCode.ofBytes(spare)).isNull();
    assertThat(HEX.formatHex(new PersonalCode("000000000000000K").bytes()))
        .isEqualTo("00000000000000000000");
  }

  @Test
  void whatWasMadeIsRead() {
    SignedCode paper = code(PAPER).signed(signature(2));
    assertThat(read(paper.text())).isEqualTo(paper);
    assertThat(paper.kind()).isEqualTo(SignedCode.Kind.PAPER);
    assertThat(paper.isProved()).isFalse();
    assertThat(paper.person()).isEqualTo(PERSON);
    assertThat(paper.signature()).isEqualTo(signature(2));
    assertThat(paper.signedBytes()).isEqualTo(code(PAPER).bytes());
    SignedCode token = code(key()).signed(signature(3));
    assertThat(SignedCode.parse(token.text())).isEqualTo(new Reading.Accepted<>(token));
    assertThat(read(token.text()))
        .isEqualTo(Refused.because(RefusalCode.SIGNED_CODE_PROOF_MISSING));
    SignedCode shown = token.proved(0xFFFF_FFF0L, signature(4));
    assertThat(read(" " + shown.text() + "\r\n")).isEqualTo(shown);
    assertThat(read("lc2:" + shown.text().substring(4))).isEqualTo(shown);
    assertThat(shown.halfMinute()).isEqualTo(0xFFFF_FFF0L);
    assertThat(shown.deviceKey()).isEqualTo(key());
    assertThat(shown.proof()).isEqualTo(signature(4));
    assertThat(shown.provedBytes()).isEqualTo(token.bytesToProve(0xFFFF_FFF0L));
    assertThat(shown.keyId()).isEqualTo(-7);
    assertThat(shown.issueHigh()).isEqualTo(-2);
    assertThat(shown.issueLow()).isEqualTo(3);
    assertThat(shown.toString()).isEqualTo("SignedCode[DEVICE]");
  }

  @Test
  void whatCannotBeIsRefusedPrecisely() {
    ScanChecks.check(
        """
        LC2:          => SIGNED_CODE_VERSION_UNKNOWN
        LC2:4         => SIGNED_CODE_DAMAGED
        LC2:00        => SIGNED_CODE_VERSION_UNKNOWN
        LC2:Y0        => SIGNED_CODE_LENGTH_WRONG 1
        LC2:BB_       => SIGNED_CODE_CHARACTER_ILLEGAL 3
        LC2:GGX       => SIGNED_CODE_DAMAGED
        """);
    assertThat(read(SignedCode.PREFIX + "0".repeat(400)))
        .isEqualTo(Refused.because(RefusalCode.TEXT_TOO_LONG, 320));
    byte[] wrongDays = SignedCode.joined(code(PAPER).bytes(), signature(1));
    wrongDays[SignedCode.FIRST_DAY_AT] = (byte) 0xFF;
    assertThat(read(SignedCode.PREFIX + Base45.write(wrongDays)))
        .isEqualTo(Refused.because(RefusalCode.SIGNED_CODE_DAMAGED));
    assertThatThrownBy(() -> code(new byte[33])).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> code(PAPER).signed(new byte[63]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> code(PAPER).signed(signature(1)).bytesToProve(1))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void timesAreThoseOfVietnamAndOfTheHalfMinute() {
    long firstMidnight = 20_000L * 86_400 - 7 * 3600;
    long afterLast = 20_031L * 86_400 - 7 * 3600;
    SignedCode paper = code(PAPER).signed(signature(1));
    assertThat(paper.lapseAt(firstMidnight - 1)).isEqualTo(CodeLapse.NOT_YET);
    assertThat(paper.lapseAt(firstMidnight)).isNull();
    assertThat(paper.lapseAt(afterLast - 1)).isNull();
    assertThat(paper.lapseAt(afterLast)).isEqualTo(CodeLapse.EXPIRED);
    long shownAt = 60 * (firstMidnight / 60);
    SignedCode shown =
        code(key()).signed(signature(1)).proved(SignedCode.halfMinuteOf(shownAt), signature(2));
    assertThat(shown.lapseAt(shownAt + 59)).isNull();
    assertThat(shown.lapseAt(shownAt + 60)).isEqualTo(CodeLapse.STALE);
    assertThat(shown.lapseAt(shownAt)).isNull();
    SignedCode early =
        code(key()).signed(signature(1)).proved(SignedCode.halfMinuteOf(shownAt) + 2, signature(2));
    assertThat(early.lapseAt(shownAt + 29)).isEqualTo(CodeLapse.STALE);
    assertThat(early.lapseAt(shownAt + 30)).isNull();
  }

  /** Every text is one content: whatever is changed is refused or reads as other bytes. */
  @Test
  void everyChangeOfACharacterIsSeen() {
    SignedCode shown = code(key()).signed(signature(5)).proved(7, signature(6));
    String text = shown.text();
    Random random = new Random(SEED);
    for (int round = 0; round < 20_000; round++) {
      char[] changed = text.toCharArray();
      changed[SignedCode.PREFIX.length() + random.nextInt(text.length() - 4)] =
          (char) (' ' + random.nextInt(0x60));
      String other = new String(changed);
      if (!other.equalsIgnoreCase(text)) {
        assertThat(read(other)).as("seed " + SEED + ", round " + round).isNotEqualTo(shown);
      }
    }
  }

  private static CodeToSign code(byte[] key) {
    return new CodeToSign(-7, PERSON, -2, 3, 20_000, 20_030, key);
  }

  private static byte[] key() {
    byte[] key = new byte[33];
    Arrays.fill(key, (byte) 9);
    key[0] = 3;
    return key;
  }

  private static byte[] signature(int seed) {
    byte[] signature = new byte[64];
    new Random(seed).nextBytes(signature);
    return signature;
  }

  private static Scanned read(String text) {
    return Scanner.read(text, ScanChecks.PORTS);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] bytes(String text) {
    return switch (Base45.read(text)) {
      case Reading.Accepted<byte[]>(byte[] bytes) -> bytes;
      case Reading.Rejected<byte[]>(Refused refused) -> throw new AssertionError(refused);
    };
  }

  private static Reading<byte[]> refused(RefusalCode code) {
    return Reading.refuse(code);
  }
}
