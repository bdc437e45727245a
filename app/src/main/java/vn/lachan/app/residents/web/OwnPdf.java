package vn.lachan.app.residents.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
import vn.lachan.app.people.Identity;
import vn.lachan.app.privacy.AccessFile;
import vn.lachan.app.program.Formats;
import vn.lachan.app.residents.Member;
import vn.lachan.app.residents.OwnFile;
import vn.lachan.engine.scan.NationalCode;

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
      document.add(visits(file.visits(), fonts, language));
      document.add(heading("residents.data.readings", fonts, language));
      document.add(readings(file.readings(), fonts, language));
      document.add(new Paragraph(say("residents.data.rest", language), fonts.text()));
    }
    return bytes.toByteArray();
  }

  /** The whole answer to a request; what is kept back is named with its reason. */
  byte[] write(AccessFile file, Locale language) {
    var bytes = new ByteArrayOutputStream();
    try (var document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN)) {
      PdfWriter.getInstance(document, bytes);
      document.addCreator("Lá Chắn");
      document.open();
      Fonts fonts = Fonts.load();
      document.add(
          new Paragraph(
              say("residents.data.whole", language, "YC-" + file.request()), fonts.title()));
      document.add(
          new Paragraph(
              say("residents.data.made", language, formats.dateTime(file.madeAt())), fonts.text()));
      document.add(heading("residents.data.person", fonts, language));
      document.add(identity(file, fonts, language));
      document.add(heading("residents.data.whole.cases", fonts, language));
      document.add(cases(file, fonts, language));
      document.add(heading("residents.data.whole.visits", fonts, language));
      document.add(visits(file.visits(), fonts, language));
      document.add(heading("residents.data.whole.declarations", fonts, language));
      document.add(declarations(file, fonts));
      document.add(heading("residents.data.readings", fonts, language));
      document.add(readings(file.readings(), fonts, language));
      document.add(heading("privacy.access.withheld", fonts, language));
      for (AccessFile.Withheld kept : file.withheld()) {
        String key = "privacy.withheld." + kept.name().toLowerCase(Locale.ROOT);
        document.add(new Paragraph("– " + say(key, language), fonts.text()));
      }
    }
    return bytes.toByteArray();
  }

  private PdfPTable identity(AccessFile file, Fonts fonts, Locale language) {
    Identity who = file.identity();
    PdfPTable table = table(1, 2);
    fact(table, fonts, language, "residents.person.name", who.name());
    fact(table, fonts, language, "residents.person.year", who.birth());
    String phones =
        String.join(", ", who.phones().stream().map(known -> known.phone().national()).toList());
    fact(table, fonts, language, "residents.data.phone", phones);
    fact(table, fonts, language, "residents.data.citizen", who.citizenNumber());
    fact(table, fonts, language, "residents.person.commune", words.commune(who.unit()));
    fact(table, fonts, language, "residents.person.address", who.address());
    for (NationalCode code : file.nationalCodes()) {
      fact(table, fonts, language, "residents.data.national", Typed.value(code.wholeText()));
    }
    return table;
  }

  /** One's own case with its number; a contact is told the day, never through whom. */
  private PdfPTable cases(AccessFile file, Fonts fonts, Locale language) {
    PdfPTable table = table(3, 4);
    for (AccessFile.InCase one : file.cases()) {
      String what =
          one.number() == null
              ? say("privacy.access.contact", language)
              : say("privacy.access.case", language, one.number());
      String when = one.lastDay() == null ? "" : " · " + formats.date(one.lastDay());
      row(table, fonts, formats.dateTime(one.openedAt()), what + when);
    }
    return table;
  }

  private PdfPTable declarations(AccessFile file, Fonts fonts) {
    PdfPTable table = table(3, 9);
    for (AccessFile.OwnDeclaration one : file.declarations()) {
      String answers =
          String.join(
              "\n",
              one.answers().stream().map(line -> line.question() + ": " + line.answer()).toList());
      row(table, fonts, formats.dateTime(one.declaredAt()), answers);
    }
    return table;
  }

  private PdfPTable person(OwnFile file, Fonts fonts, Locale language) {
    Member member = file.member();
    PdfPTable table = table(1, 2);
    fact(table, fonts, language, "residents.person.name", member.name());
    fact(table, fonts, language, "residents.person.year", member.birthYear());
    fact(table, fonts, language, "residents.data.phone", file.phone().national());
    fact(table, fonts, language, "residents.person.commune", words.commune(member.unit()));
    fact(table, fonts, language, "residents.person.address", member.address());
    fact(table, fonts, language, "residents.data.added", formats.dateTime(member.joinedAt()));
    fact(table, fonts, language, "residents.data.codes", file.codes());
    NationalCode national = file.national();
    fact(
        table,
        fonts,
        language,
        "residents.data.national",
        national == null ? null : Typed.value(national.wholeText()));
    return table;
  }

  private PdfPTable visits(List<AccessFile.OwnVisit> visits, Fonts fonts, Locale language) {
    PdfPTable table = table(3, 3, 6);
    head(table, fonts, language, List.of("entered", "left", "place"));
    for (AccessFile.OwnVisit visit : visits) {
      row(
          table,
          fonts,
          formats.dateTime(visit.enteredAt()),
          formats.dateTime(visit.leftAt()) + (visit.departureInferred() ? " ~" : ""),
          visit.place() == null ? "–" : visit.place().name() + ", " + visit.place().address());
    }
    return table;
  }

  private PdfPTable readings(List<AccessFile.Reading> readings, Fonts fonts, Locale language) {
    PdfPTable table = table(3, 4, 5);
    head(table, fonts, language, List.of("at", "who", "what"));
    readings.forEach(
        reading ->
            row(
                table,
                fonts,
                formats.dateTime(reading.at()),
                reading.officer() == null
                    ? words.reader(reading)
                    : reading.officer() + ", " + words.reader(reading),
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

  /** A named value, a dash where there is none. */
  private void fact(
      PdfPTable table, Fonts fonts, Locale language, String key, @Nullable Object value) {
    row(table, fonts, say(key, language), value == null ? "–" : value.toString());
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
