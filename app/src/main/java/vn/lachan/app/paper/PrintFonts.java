package vn.lachan.app.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfContentByte;

/** The fonts of one document, with every Vietnamese letter; they belong to it. */
record PrintFonts(BaseFont regular, BaseFont bold) {
  static final float LEADING = 1.2f;

  /** High enough for any text that is only measured. */
  private static final float DEEP = 10_000;

  static PrintFonts load() {
    return new PrintFonts(font("LiberationSans-Regular.ttf"), font("LiberationSans-Bold.ttf"));
  }

  /** How high a text is that is broken at this width. */
  float height(PdfContentByte canvas, BaseFont face, float size, float width, String text) {
    if (text.isEmpty()) {
      return 0;
    }
    ColumnText column = column(canvas, face, size, new Box(0, DEEP, width, DEEP), text);
    column.go(true);
    return DEEP - column.getYLine() + size * (LEADING - 1);
  }

  /** Writes a text, broken at the width of the box, from its upper left corner. */
  void write(PdfContentByte canvas, BaseFont face, float size, Box box, String text) {
    column(canvas, face, size, box, text).go();
  }

  /**
   * Part of a page, in points.
   *
   * @param top of its upper edge, from the lower edge of the page
   */
  record Box(float left, float top, float width, float height) {}

  private static ColumnText column(
      PdfContentByte canvas, BaseFont face, float size, Box box, String text) {
    var column = new ColumnText(canvas);
    column.setSimpleColumn(
        box.left(), box.top() - box.height(), box.left() + box.width(), box.top());
    column.setAlignment(Element.ALIGN_LEFT);
    column.setLeading(size * LEADING);
    column.addText(new Phrase(text, new Font(face, size)));
    return column;
  }

  private static BaseFont font(String file) {
    try (InputStream stream =
        PrintFonts.class.getClassLoader().getResourceAsStream("liberation/" + file)) {
      if (stream == null) {
        throw new IllegalStateException("The program lacks the font " + file);
      }
      return BaseFont.createFont(
          file, BaseFont.IDENTITY_H, true, false, stream.readAllBytes(), null);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the font " + file, e);
    }
  }
}
