package vn.lachan.app.places;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfWriter;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Inside;
import vn.lachan.app.kernel.QrCode;

/**
 * The sheet that hangs at a place: A4, black, the code's dark field {@value #CODE_MILLIMETRES} mm
 * wide and high (guidance 2665/STTTT-CNTT of Hà Nội asks for at least 15 x 15 cm), drawn as
 * squares, not as an image. Vietnamese with English beneath. Texts that are too long for their box
 * are set smaller.
 */
@Component
public class Poster {
  static final float CODE_MILLIMETRES = 152;
  static final float POINTS_A_MILLIMETRE = 72 / 25.4f;

  private static final Locale VIETNAMESE = Locale.of("vi");
  private static final float WIDTH = PageSize.A4.getWidth();
  private static final float MARGIN = 36;
  private static final float CODE_TOP = 684;
  private static final float BOTTOM = 22;
  private static final float SIZE_LEAST = 7;
  private static final float LEADING = 1.22f;

  private final MessageSource messages;

  Poster(MessageSource messages) {
    this.messages = messages;
  }

  /** Part of the sheet, in points from its lower left corner. */
  record Box(float left, float right, float top, float bottom) {
    Box(float top, float bottom) {
      this(MARGIN, WIDTH - MARGIN, top, bottom);
    }
  }

  /** The fonts of one document; a font of OpenPDF belongs to the document that uses it. */
  record Fonts(BaseFont regular, BaseFont bold) {
    static Fonts load() {
      return new Fonts(font("LiberationSans-Regular.ttf"), font("LiberationSans-Bold.ttf"));
    }
  }

  /**
   * The sheet as PDF.
   *
   * @param address what the code says: the public address of the place's check-in page
   */
  @Inside("whoever asks has asked for the place before, which is the check")
  public byte[] pdf(PlaceCard place, String address) {
    var bytes = new ByteArrayOutputStream();
    try (var document = new Document(PageSize.A4)) {
      PdfWriter writer = PdfWriter.getInstance(document, bytes);
      document.addTitle(place.name());
      document.addCreator("Lá Chắn");
      document.open();
      draw(writer.getDirectContent(), Fonts.load(), place, address);
    }
    return bytes.toByteArray();
  }

  /** What is read on a small card: no English, no address of the page, larger letters. */
  void drawSmall(PdfContentByte page, Fonts fonts, PlaceCard place, String address) {
    write(page, fonts.bold(), 26, new Box(828, 792), vietnamese("places.poster.title"));
    write(page, fonts.bold(), 40, new Box(790, 716), place.name());
    write(page, fonts.regular(), 20, new Box(716, CODE_TOP), place.address());
    float below = drawCode(page, QrCode.of(address, QrCode.Level.QUARTILE));
    write(page, fonts.bold(), 40, new Box(below, below - 48), place.code().shown());
    write(
        page, fonts.regular(), 22, new Box(below - 48, BOTTOM), vietnamese("places.poster.steps"));
  }

  void draw(PdfContentByte page, Fonts fonts, PlaceCard place, String address) {
    write(page, fonts.bold(), 20, new Box(824, 798), vietnamese("places.poster.title"));
    write(page, fonts.regular(), 11, new Box(798, 782), english("places.poster.title"));
    write(page, fonts.bold(), 26, new Box(780, 716), place.name());
    write(page, fonts.regular(), 13, new Box(716, CODE_TOP), place.address());

    float below = drawCode(page, QrCode.of(address, QrCode.Level.QUARTILE));
    write(page, fonts.bold(), 32, new Box(below, below - 40), place.code().shown());
    String instructions =
        String.join(
            "\n",
            vietnamese("places.poster.steps"),
            vietnamese("places.poster.no-phone"),
            english("places.poster.steps") + " " + english("places.poster.no-phone"),
            address);
    write(page, fonts.regular(), 12, new Box(below - 40, BOTTOM), instructions);
  }

  /** Answers where the quiet zone below the code ends. */
  private static float drawCode(PdfContentByte page, QrCode code) {
    float side = CODE_MILLIMETRES * POINTS_A_MILLIMETRE;
    float quiet = QrCode.QUIET_MODULES * side / code.modules();
    drawCode(page, code, (WIDTH - side) / 2, CODE_TOP - quiet, side);
    return CODE_TOP - side - 2 * quiet;
  }

  /** The dark field from its upper left corner. */
  static void drawCode(PdfContentByte page, QrCode code, float left, float top, float side) {
    float module = side / code.modules();
    page.setGrayFill(0);
    for (int row = 0; row < code.modules(); row++) {
      float bottom = top - (row + 1) * module;
      int column = 0;
      while (column < code.modules()) {
        int end = endOfRun(code, column, row);
        if (end > column) {
          page.rectangle(left + column * module, bottom, (end - column) * module, module);
        }
        column = end + 1;
      }
    }
    page.fill();
  }

  private static int endOfRun(QrCode code, int from, int row) {
    int end = from;
    while (end < code.modules() && code.isDark(end, row)) {
      end++;
    }
    return end;
  }

  /** Centred, as large as asked or as fits. */
  static void write(PdfContentByte page, BaseFont face, float size, Box box, String text) {
    float fitting = size;
    while (fitting > SIZE_LEAST && !fits(page, face, fitting, box, text)) {
      fitting -= 0.5f;
    }
    set(page, face, fitting, box, text, false);
  }

  private static boolean fits(
      PdfContentByte page, BaseFont face, float size, Box box, String text) {
    return !ColumnText.hasMoreText(set(page, face, size, box, text, true));
  }

  private static int set(
      PdfContentByte page, BaseFont face, float size, Box box, String text, boolean onlyTry) {
    var column = new ColumnText(page);
    column.setSimpleColumn(box.left(), box.bottom(), box.right(), box.top());
    column.setAlignment(Element.ALIGN_CENTER);
    column.setLeading(size * LEADING);
    column.addText(new Phrase(text, new Font(face, size)));
    return column.go(onlyTry);
  }

  private String vietnamese(String key) {
    return messages.getMessage(key, null, VIETNAMESE);
  }

  private String english(String key) {
    return messages.getMessage(key, null, Locale.ENGLISH);
  }

  private static BaseFont font(String file) {
    try (InputStream stream =
        Poster.class.getClassLoader().getResourceAsStream("liberation/" + file)) {
      if (stream == null) {
        throw new IllegalStateException("The program lacks the font " + file);
      }
      byte[] bytes = stream.readAllBytes();
      return BaseFont.createFont(file, BaseFont.IDENTITY_H, true, false, bytes, null);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the font " + file, e);
    }
  }
}
