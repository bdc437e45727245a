package vn.lachan.app.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.google.zxing.qrcode.decoder.Decoder;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.springframework.context.support.ResourceBundleMessageSource;
import vn.lachan.app.kernel.QrCode;
import vn.lachan.engine.scan.PlaceCode;
import vn.lachan.engine.tracing.Setting;

class PosterTests {
  private static final String ADDRESS = "https://lachan.thanhhoa.example/d/";
  private static final Pattern RECTANGLE =
      Pattern.compile("(-?[\\d.]+) (-?[\\d.]+) (-?[\\d.]+) (-?[\\d.]+) re");
  private static final float POINTS_A_CENTIMETRE = 72 / 2.54f;

  private final PlaceCode code = PlaceCode.fromRandom(123_456_789);

  @Test
  void theSheetSaysWhatToDoInBothLanguages() throws Exception {
    String text = text(pdf("Quán Phở Hà", "12 Lê Lợi, Phường Hạc Thành"));

    assertThat(text)
        .contains("Quán Phở Hà")
        .contains("12 Lê Lợi, Phường Hạc Thành")
        .contains(code.shown())
        .contains("Không có điện thoại thông minh:")
        .contains("No smartphone:")
        .contains(ADDRESS + code.symbols());
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 80, 150})
  void longNamesAndAddressesWrapAndNothingIsLost(int length) throws Exception {
    String name = "Hợp tác xã nông nghiệp ".repeat(10).substring(0, length).strip();
    String address = "Số 123 đường Nguyễn Thị Minh Khai, ".repeat(10).substring(0, 250).strip();

    String text = text(pdf(name, address)).replaceAll("\\s+", " ");

    assertThat(text).contains(name).contains(address).contains(code.shown());
  }

  @Test
  void theCodeIsFifteenCentimetresWithAQuietZoneInsideTheSheet() throws Exception {
    List<Rectangle2D> squares = squares(pdf("Quán Phở Hà", "12 Lê Lợi"));
    Rectangle2D code = bounds(squares);

    assertThat(code.getWidth()).isGreaterThanOrEqualTo(15 * POINTS_A_CENTIMETRE);
    assertThat(code.getHeight()).isGreaterThanOrEqualTo(15 * POINTS_A_CENTIMETRE);
    double quiet = QrCode.QUIET_MODULES * squares.getFirst().getHeight();
    assertThat(code.getMinX()).isGreaterThanOrEqualTo(quiet);
    assertThat(595.2 - code.getMaxX()).isGreaterThanOrEqualTo(quiet);
  }

  @Test
  void theSquaresOnTheSheetReadAsTheAddress() throws Exception {
    List<Rectangle2D> squares = squares(pdf("Quán Phở Hà", "12 Lê Lợi"));
    Rectangle2D bounds = bounds(squares);
    double module = squares.getFirst().getHeight();
    int size = (int) Math.round(bounds.getWidth() / module);
    var matrix = new BitMatrix(size);
    for (Rectangle2D square : squares) {
      int column = (int) Math.round((square.getX() - bounds.getX()) / module);
      int row = (int) Math.round((bounds.getMaxY() - square.getMaxY()) / module);
      matrix.setRegion(column, row, (int) Math.round(square.getWidth() / module), 1);
    }

    assertThat(new Decoder().decode(matrix).getText()).isEqualTo(ADDRESS + code.symbols());
  }

  @Test
  void theSheetAsAPictureReadsAsTheAddress(@TempDir Path folder) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/pdftoppm")), "pdftoppm is not installed");
    Path pdf = Files.write(folder.resolve("sheet.pdf"), pdf("Quán Phở Hà", "12 Lê Lợi"));
    int exit =
        new ProcessBuilder(
                "/usr/bin/pdftoppm",
                "-r",
                "60",
                "-png",
                "-singlefile",
                pdf.toString(),
                folder.resolve("sheet").toString())
            .start()
            .waitFor();
    assertThat(exit).isZero();

    assertThat(read(ImageIO.read(folder.resolve("sheet.png").toFile())))
        .isEqualTo(ADDRESS + code.symbols());
  }

  @Test
  void aQuarterOfTheCodeMayBeCoveredSomewhere() throws Exception {
    QrCode matrix = QrCode.of(ADDRESS + code.symbols(), QrCode.Level.QUARTILE);
    var damaged = new BitMatrix(matrix.modules());
    for (int row = 0; row < matrix.modules(); row++) {
      for (int column = 0; column < matrix.modules(); column++) {
        boolean covered = row > 12 && row < 19 && column > 12 && column < 19;
        if (matrix.isDark(column, row) && !covered) {
          damaged.set(column, row);
        }
      }
    }
    assertThat(new Decoder().decode(damaged).getText()).isEqualTo(ADDRESS + code.symbols());
  }

  private byte[] pdf(String name, String address) {
    var messages = new ResourceBundleMessageSource();
    messages.setBasename("messages/places");
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
    messages.setAlwaysUseMessageFormat(true);
    var card =
        new PlaceCard(
            1,
            UUID.randomUUID(),
            code,
            name,
            address,
            2_314_758,
            "eating-place",
            "commune-committee",
            Setting.INDOOR,
            null,
            false,
            OpeningHours.ALWAYS,
            60,
            null,
            null,
            null,
            Status.OPEN);
    return new Poster(messages).pdf(card, ADDRESS + code.symbols());
  }

  private static String text(byte[] pdf) throws Exception {
    try (var reader = new PdfReader(pdf)) {
      assertThat(reader.getNumberOfPages()).isEqualTo(1);
      return new PdfTextExtractor(reader).getTextFromPage(1);
    }
  }

  private static List<Rectangle2D> squares(byte[] pdf) throws Exception {
    List<Rectangle2D> squares = new ArrayList<>();
    try (var reader = new PdfReader(pdf)) {
      String content = new String(reader.getPageContent(1), StandardCharsets.ISO_8859_1);
      Matcher matcher = RECTANGLE.matcher(content);
      while (matcher.find()) {
        squares.add(
            new Rectangle2D.Double(
                Double.parseDouble(matcher.group(1)),
                Double.parseDouble(matcher.group(2)),
                Double.parseDouble(matcher.group(3)),
                Double.parseDouble(matcher.group(4))));
      }
    }
    assertThat(squares).isNotEmpty();
    return squares;
  }

  private static Rectangle2D bounds(List<Rectangle2D> squares) {
    return squares.stream().reduce(Rectangle2D::createUnion).orElseThrow();
  }

  private static String read(BufferedImage image) throws Exception {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
    var bitmap =
        new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
    return new QRCodeReader().decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true)).getText();
  }
}
