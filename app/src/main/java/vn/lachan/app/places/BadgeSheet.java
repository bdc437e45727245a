package vn.lachan.app.places;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import org.openpdf.text.Document;
import org.openpdf.text.PageSize;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfWriter;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.QrCode;

/** Cards of 85.6 x 54 mm (ISO/IEC 7810 ID-1), ten on a page of A4, to be cut and laminated. */
@Component
class BadgeSheet {
  static final float WIDTH = 85.6f * Poster.POINTS_A_MILLIMETRE;
  static final float HEIGHT = 54 * Poster.POINTS_A_MILLIMETRE;
  private static final int COLUMNS = 2;
  private static final int ROWS = 5;
  private static final float PADDING = 4 * Poster.POINTS_A_MILLIMETRE;
  private static final float CODE = 27 * Poster.POINTS_A_MILLIMETRE;

  private final MessageSource messages;

  BadgeSheet(MessageSource messages) {
    this.messages = messages;
  }

  /**
   * One card.
   *
   * @param address where its code leads: the page that says whether it counts
   */
  record Card(String name, String username, String address) {}

  byte[] pdf(PlaceCard place, List<Card> cards) {
    var bytes = new ByteArrayOutputStream();
    try (var document = new Document(PageSize.A4)) {
      PdfWriter writer = PdfWriter.getInstance(document, bytes);
      document.addCreator("Lá Chắn");
      document.open();
      Poster.Fonts fonts = Poster.Fonts.load();
      for (int i = 0; i < cards.size(); i++) {
        int at = i % (COLUMNS * ROWS);
        if (at == 0 && i > 0) {
          document.newPage();
        }
        draw(writer.getDirectContent(), fonts, place, cards.get(i), at);
      }
    }
    return bytes.toByteArray();
  }

  private void draw(PdfContentByte page, Poster.Fonts fonts, PlaceCard place, Card card, int at) {
    float left = (PageSize.A4.getWidth() - COLUMNS * WIDTH) / 2 + at % COLUMNS * WIDTH;
    float bottom =
        PageSize.A4.getHeight()
            - (PageSize.A4.getHeight() - ROWS * HEIGHT) / 2
            - (at / COLUMNS + 1) * HEIGHT;
    page.setLineWidth(0.3f);
    page.setGrayStroke(0.5f);
    page.rectangle(left, bottom, WIDTH, HEIGHT);
    page.stroke();
    float top = bottom + HEIGHT - PADDING;
    float right = left + WIDTH - PADDING - CODE;
    write(page, fonts, new Line(say("places.badge.heading"), left, right, top, 14, 8, false));
    write(page, fonts, new Line(card.name(), left, right, top - 16, 42, 16, true));
    write(page, fonts, new Line(card.username(), left, right, top - 58, 14, 9, false));
    write(page, fonts, new Line(place.name(), left, right, top - 74, 34, 10, true));
    write(page, fonts, new Line(place.code().shown(), left, right, top - 108, 18, 12, false));
    Poster.drawCode(
        page,
        QrCode.of(card.address(), QrCode.Level.QUARTILE),
        left + WIDTH - PADDING / 2 - CODE,
        bottom + (HEIGHT + CODE) / 2,
        CODE);
  }

  /** A text in a box whose upper left corner is a little inside the card. */
  private record Line(
      String text, float left, float right, float top, float height, float size, boolean bold) {}

  private static void write(PdfContentByte page, Poster.Fonts fonts, Line line) {
    Poster.write(
        page,
        line.bold() ? fonts.bold() : fonts.regular(),
        line.size(),
        new Poster.Box(
            line.left() + PADDING, line.right() - 2, line.top(), line.top() - line.height()),
        line.text());
  }

  private String say(String key) {
    return messages.getMessage(key, null, Locale.of("vi"));
  }
}
