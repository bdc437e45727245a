package vn.lachan.app.places.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every letter in every encoding, and which encoding a file is taken for. */
class EncodingTests {
  private static final String SENTENCE =
      """
      Tên điểm,Địa chỉ
      Quán Phở Hà,Số 5 đường Lê Lợi
      Chợ Đồng Tâm,Thôn Trường Sơn
      """;
  private static final SheetLimits LIMITS = new SheetLimits(100, 20, 1 << 24, 100, 100);

  @ParameterizedTest
  @CsvSource({
    "hép møt tÕt,hộp mứt tết",
    "Xin chµo tÊt c¶ mäi ng\u00adêi,Xin chào tất cả mọi người",
    "Qu¸n Phë Hµ,Quán Phở Hà",
    "Chî §ång T©m,Chợ Đồng Tâm",
    "X· Qu¶ng ThÞnh,Xã Quảng Thịnh",
    "TrÇn ThÞ Ngäc ¸nh,Trần Thị Ngọc ánh",
    "NguyÔn V¨n Kh\u00ad¬ng,Nguyễn Văn Khương"
  })
  void tcvn3(String old, String unicode) {
    assertThat(Tcvn3.read(old)).isEqualTo(unicode);
  }

  @ParameterizedTest
  @CsvSource({
    "Xin chaøo caùc baïn,Xin chào các bạn",
    "Quaùn Phôû Haø,Quán Phở Hà",
    "CHÔÏ ÑOÀNG TAÂM,CHỢ ĐỒNG TÂM",
    "Nguyeãn Thò Ngoïc AÙnh,Nguyễn Thị Ngọc Ánh",
    "Lyù Thöôøng Kieät,Lý Thường Kiệt",
    "xaõ Quaûng Thònh,xã Quảng Thịnh",
    "kyõ sö vaø thôï moû,kỹ sư và thợ mỏ",
    "Traàn Vaên Baèng,Trần Văn Bằng"
  })
  void vni(String old, String unicode) {
    assertThat(Vni.read(old)).isEqualTo(unicode);
  }

  @Test
  void aFileIsReadInTheEncodingThatItIsIn() {
    byte[] utf8 = SENTENCE.getBytes(StandardCharsets.UTF_8);
    check(utf8);
    check(joined(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf}, utf8));
    check(
        joined(new byte[] {(byte) 0xff, (byte) 0xfe}, SENTENCE.getBytes(StandardCharsets.UTF_16LE)),
        "utf-16");
    check(
        joined(new byte[] {(byte) 0xfe, (byte) 0xff}, SENTENCE.getBytes(StandardCharsets.UTF_16BE)),
        "utf-16");
    check(windows1258(SENTENCE), "windows-1258");
    check(Normalizer.normalize(SENTENCE, Normalizer.Form.NFD).getBytes(StandardCharsets.UTF_8));
    String tcvn3 =
        """
        Tªn ®iÓm,§Þa chØ
        Qu¸n Phë Hµ,Sè 5 ®\u00adêng Lª Lîi
        Chî §ång T©m,Th«n Tr\u00adêng S¬n
        """;
    check(tcvn3.getBytes(StandardCharsets.ISO_8859_1), "tcvn3");
    check(tcvn3.getBytes(StandardCharsets.UTF_8), "tcvn3");
    String vni =
        """
        Teân ñieåm,Ñòa chæ
        Quaùn Phôû Haø,Soá 5 ñöôøng Leâ Lôïi
        Chôï Ñoàng Taâm,Thoân Tröôøng Sôn
        """;
    check(vni.getBytes(StandardCharsets.ISO_8859_1), "vni");
    check(vni.getBytes(StandardCharsets.UTF_8), "vni");
  }

  @Test
  void otherLanguagesAreLeftAsTheyAre() {
    String french = "nom,adresse\nCafé de la Paix,Hôtel Élysée à Genève\n";
    SheetFile file = SheetFile.open(french.getBytes(StandardCharsets.UTF_8), LIMITS);
    assertThat(file.notes()).isEmpty();
    assertThat(rows(file).getLast().cell(1)).isEqualTo("Hôtel Élysée à Genève");
  }

  @Test
  void aUnicodeCellAmongOlderOnesStays() {
    String mixed = "Qu¸n Phë Hµ,Chî §ång T©m\nTrường Sơn,Bà Tú\n";
    SheetFile file = SheetFile.open(mixed.getBytes(StandardCharsets.UTF_8), LIMITS);
    assertThat(rows(file).getFirst().cells()).containsExactly("Quán Phở Hà", "Chợ Đồng Tâm");
    assertThat(rows(file).getLast().cell(0)).isEqualTo("Trường Sơn");
  }

  private static void check(byte[] content, String... notes) {
    SheetFile file = SheetFile.open(content, LIMITS);
    assertThat(file.notes().stream().map(SheetNote::code)).containsExactly(notes);
    var text = new StringBuilder();
    rows(file).forEach(row -> text.append(String.join(",", row.cells())).append('\n'));
    // Lower-case tones only: the old fonts of TCVN3 have no capitals with tones.
    assertThat(text.toString()).isEqualTo(SENTENCE);
  }

  private static List<SheetRow> rows(SheetFile file) {
    List<SheetRow> rows = new ArrayList<>();
    file.read(0, rows::add);
    return rows;
  }

  /** As a Windows of that time writes: letters with their quality, then the tone. */
  private static byte[] windows1258(String text) {
    Charset charset = Charset.forName("windows-1258");
    var encoder = charset.newEncoder();
    var bytes = new ByteArrayOutputStream();
    for (int i = 0; i < text.length(); i++) {
      String letter = text.substring(i, i + 1);
      if (!encoder.canEncode(letter)) {
        String apart = Normalizer.normalize(letter, Normalizer.Form.NFD);
        String quality = apart.replaceAll("[\u0300\u0301\u0303\u0309\u0323]", "");
        String tone = apart.replaceAll("[^\u0300\u0301\u0303\u0309\u0323]", "");
        letter = Normalizer.normalize(quality, Normalizer.Form.NFC) + tone;
      }
      bytes.writeBytes(letter.getBytes(charset));
    }
    return bytes.toByteArray();
  }

  private static byte[] joined(byte[] first, byte[] second) {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(first);
    bytes.writeBytes(second);
    return bytes.toByteArray();
  }
}
