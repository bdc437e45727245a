package vn.lachan.app.places;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.PageSize;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfCopy;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.PdfWriter;
import org.springframework.stereotype.Component;

/** Posters of several places in one document, and several documents as one. */
@Component
class PosterPages {
  private static final float WIDTH = PageSize.A4.getWidth();
  private static final float HEIGHT = PageSize.A4.getHeight();
  private static final float CUT_LINE = 0.3f;

  private final Poster poster;

  PosterPages(Poster poster) {
    this.poster = poster;
  }

  byte[] draw(List<PlaceCard> places, PrintLayout layout, String address) {
    var bytes = new ByteArrayOutputStream();
    try (var document = new Document(PageSize.A4)) {
      PdfWriter writer = PdfWriter.getInstance(document, bytes);
      document.addCreator("Lá Chắn");
      document.open();
      Poster.Fonts fonts = Poster.Fonts.load();
      for (int i = 0; i < places.size(); i++) {
        int at = i % layout.perPage();
        if (at == 0 && i > 0) {
          document.newPage();
        }
        PdfContentByte page = writer.getDirectContent();
        if (at == 0) {
          drawCutLines(page, layout);
        }
        draw(page, fonts, places.get(i), layout, at, address);
      }
    }
    return bytes.toByteArray();
  }

  /** Writes the pages of all parts while they are read; one part at a time is in memory. */
  void join(Iterator<byte[]> parts, OutputStream out) throws IOException {
    try (var document = new Document()) {
      var copy = new PdfCopy(document, out);
      document.addCreator("Lá Chắn");
      document.open();
      while (parts.hasNext()) {
        byte[] part = parts.next();
        if (part.length == 0) {
          continue;
        }
        var reader = new PdfReader(part);
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
          copy.addPage(copy.getImportedPage(reader, page));
        }
        copy.freeReader(reader);
        reader.close();
      }
    }
  }

  private void draw(
      PdfContentByte page,
      Poster.Fonts fonts,
      PlaceCard place,
      PrintLayout layout,
      int at,
      String base) {
    float[] matrix = layout.matrix(at, WIDTH, HEIGHT);
    String address = base + "/d/" + place.code().symbols();
    page.saveState();
    page.concatCTM(matrix[0], matrix[1], matrix[2], matrix[3], matrix[4], matrix[5]);
    if (layout.isSmall()) {
      poster.drawSmall(page, fonts, place, address);
    } else {
      poster.draw(page, fonts, place, address);
    }
    page.restoreState();
  }

  private static void drawCutLines(PdfContentByte page, PrintLayout layout) {
    page.saveState();
    page.setLineWidth(CUT_LINE);
    page.setGrayStroke(0.6f);
    for (int column = 1; column < layout.columns(); column++) {
      float x = WIDTH * column / layout.columns();
      page.moveTo(x, 0);
      page.lineTo(x, HEIGHT);
    }
    for (int row = 1; row < layout.rows(); row++) {
      float y = HEIGHT * row / layout.rows();
      page.moveTo(0, y);
      page.lineTo(WIDTH, y);
    }
    page.stroke();
    page.restoreState();
  }
}
