package vn.lachan.app.residents.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.openpdf.text.Document;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lachan.app.program.Formats;
import vn.lachan.app.residents.OwnFile;

/** Own data to print or keep: A4, black, in the reader's language. */
@Component
class OwnPdf {
  private static final float MARGIN = 48;
  private static final float SIZE = 10.5f;

  private final MessageSource messages;
  private final ResidentWords words;
  private final Formats formats;

  OwnPdf(MessageSource messages, ResidentWords words, Formats formats) {
    this.messages = messages;
    this.words = words;
    this.formats = formats;
  }

  /** The fonts of one document. */
  private record Fonts(Font title, Font heading, Font text, Font bold) {
    static Fonts load() {
      BaseFont regular = font("LiberationSans-Regular.ttf");
      BaseFont strong = font("LiberationSans-Bold.ttf");
      return new Fonts(
          new Font(strong, 16),
          new Font(strong, 12),
          new Font(regular, SIZE),
          new Font(strong, SIZE));
    }
  }

  byte[] write(OwnFile file, Locale language) {
    var bytes = new ByteArrayOutputStream();
    try (var document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN)) {
      PdfWriter.getInstance(document, bytes);
      document.addCreator("Lá Chắn");
      document.open();
      Fonts fonts = Fonts.load();
      document.add(new Paragraph(say("residents.data.title", language), fonts.title()));
      document.add(
          new Paragraph(
              say("residents.data.made", language, formats.dateTime(file.madeAt())), fonts.text()));
      document.add(heading("residents.data.person", fonts, language));
      document.add(person(file, fonts, language));
      document.add(heading("residents.data.visits", fonts, language));
      document.add(visits(file, fonts, language));
      document.add(heading("residents.data.readings", fonts, language));
      document.add(readings(file, fonts, language));
      document.add(new Paragraph(say("residents.data.rest", language), fonts.text()));
    }
    return bytes.toByteArray();
  }

  private PdfPTable person(OwnFile file, Fonts fonts, Locale language) {
    PdfPTable table = table(1, 2);
    row(table, fonts, say("residents.person.name", language), file.member().name());
    row(
        table,
        fonts,
        say("residents.person.year", language),
        Integer.toString(file.member().birthYear()));
    row(table, fonts, say("residents.data.phone", language), file.phone().national());
    row(
        table,
        fonts,
        say("residents.person.commune", language),
        words.commune(file.member().unit()));
    row(
        table,
        fonts,
        say("residents.person.address", language),
        Objects.requireNonNullElse(file.member().address(), "–"));
    row(
        table,
        fonts,
        say("residents.data.added", language),
        formats.dateTime(file.member().joinedAt()));
    row(table, fonts, say("residents.data.codes", language), Integer.toString(file.codes()));
    return table;
  }

  private PdfPTable visits(OwnFile file, Fonts fonts, Locale language) {
    PdfPTable table = table(3, 3, 6);
    head(table, fonts, language, List.of("entered", "left", "place"));
    for (OwnFile.OwnVisit visit : file.visits()) {
      row(
          table,
          fonts,
          formats.dateTime(visit.enteredAt()),
          formats.dateTime(visit.leftAt()) + (visit.departureInferred() ? " ~" : ""),
          visit.place() == null ? "–" : visit.place().name() + ", " + visit.place().address());
    }
    return table;
  }

  private PdfPTable readings(OwnFile file, Fonts fonts, Locale language) {
    PdfPTable table = table(3, 4, 5);
    head(table, fonts, language, List.of("at", "who", "what"));
    file.readings()
        .forEach(
            reading ->
                row(
                    table,
                    fonts,
                    formats.dateTime(reading.at()),
                    words.reader(reading),
                    words.deed(reading)));
    return table;
  }

  private static PdfPTable table(float... widths) {
    var table = new PdfPTable(widths);
    table.setWidthPercentage(100);
    table.setSpacingBefore(4);
    return table;
  }

  private void head(PdfPTable table, Fonts fonts, Locale language, List<String> columns) {
    columns.forEach(
        column ->
            table.addCell(new Phrase(say("residents.data." + column, language), fonts.bold())));
    table.setHeaderRows(1);
  }

  private static void row(PdfPTable table, Fonts fonts, String... cells) {
    for (String cell : cells) {
      table.addCell(new Phrase(cell, fonts.text()));
    }
  }

  private Paragraph heading(String key, Fonts fonts, Locale language) {
    var heading = new Paragraph(say(key, language), fonts.heading());
    heading.setSpacingBefore(12);
    return heading;
  }

  private String say(String key, Locale language, Object... values) {
    return messages.getMessage(key, values, language);
  }

  private static BaseFont font(String file) {
    try (InputStream stream =
        OwnPdf.class.getClassLoader().getResourceAsStream("liberation/" + file)) {
      byte[] bytes = Objects.requireNonNull(stream, file).readAllBytes();
      return BaseFont.createFont(file, BaseFont.IDENTITY_H, true, false, bytes, null);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the font " + file, e);
    }
  }
}
