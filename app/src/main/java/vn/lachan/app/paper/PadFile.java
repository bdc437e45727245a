package vn.lachan.app.paper;

import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openpdf.text.Document;
import org.openpdf.text.PageSize;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lachan.app.declarations.SheetDeclaring;
import vn.lachan.app.kernel.QrCode;
import vn.lachan.app.paper.PrintFonts.Box;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.Places;
import vn.lachan.app.units.Units;
import vn.lachan.engine.form.Questionnaire;

/**
 * Pads as one PDF. What all sheets of a pad have in common is drawn once and shown on every page,
 * so that a page costs a serial and its code: a thousand sheets are drawn while they are sent, and
 * no file has to be kept.
 */
@Component
class PadFile {
  private static final float CODE = 62;
  private static final float HEAD = 84;
  private static final float FOOT = 92;
  private static final float SIGNED = 150;
  private static final String CONSENT = "consent";
  private static final float CUT_LINE = 0.3f;
  private static final float HALF = PrintedForm.HEIGHT / 2;

  private final SheetDeclaring forms;
  private final Places places;
  private final Units units;
  private final MessageSource messages;

  PadFile(SheetDeclaring forms, Places places, Units units, MessageSource messages) {
    this.forms = forms;
    this.places = places;
    this.units = units;
    this.messages = messages;
  }

  void write(List<PadTable.Row> pads, OutputStream out) {
    try (var document = new Document(size(pads.getFirst().layout()), 0, 0, 0, 0)) {
      PdfWriter writer = PdfWriter.getInstance(document, out);
      document.addCreator("Lá Chắn");
      document.open();
      PrintFonts fonts = PrintFonts.load();
      boolean first = true;
      for (PadTable.Row pad : pads) {
        document.setPageSize(size(pad.layout()));
        PdfTemplate common = common(writer, fonts, pad);
        for (int position = 1; position <= pad.sheets(); position++) {
          int at = (position - 1) % pad.layout().perPage();
          if (at == 0 && !first) {
            document.newPage();
          }
          first = false;
          draw(writer.getDirectContent(), fonts, pad, position, common);
        }
      }
    }
  }

  private static Rectangle size(Layout layout) {
    return layout == Layout.ONE ? PageSize.A4 : PageSize.A4.rotate();
  }

  private PdfTemplate common(PdfWriter writer, PrintFonts fonts, PadTable.Row pad) {
    Questionnaire form = forms.questionnaire(pad.form(), pad.formVersion());
    PdfTemplate page =
        writer.getDirectContent().createTemplate(PrintedForm.WIDTH, PrintedForm.HEIGHT);
    Locale language = Locale.of(pad.language());
    float top = PrintedForm.HEIGHT - PrintedForm.MARGIN;
    float width = PrintedForm.WIDTH - 2 * PrintedForm.MARGIN - CODE - 86;
    fonts.write(
        page,
        fonts.bold(),
        13,
        new Box(PrintedForm.MARGIN, top, width, 40),
        form.title(pad.language()));
    fonts.write(
        page,
        fonts.regular(),
        10,
        new Box(PrintedForm.MARGIN, top - 38, width, 40),
        where(pad, language));
    var drawn =
        new PrintedForm(
            page,
            fonts,
            form,
            new PrintedForm.Wording(
                pad.language(),
                List.of(
                    say("declarations.form.false", language),
                    say("declarations.form.true", language)),
                Map.of(CONSENT, say("paper.print.consent", language))));
    drawn.draw(top - HEAD, PrintedForm.MARGIN + FOOT);
    foot(page, fonts, language);
    return page;
  }

  private String where(PadTable.Row pad, Locale language) {
    PlaceCard place = pad.place() == null ? null : places.find(pad.place()).orElse(null);
    return place == null
        ? say("paper.print.station", language) + " " + units.path(pad.unit())
        : place.name() + "\n" + place.address();
  }

  private void foot(PdfContentByte page, PrintFonts fonts, Locale language) {
    float top = PrintedForm.MARGIN + FOOT - 8;
    float label = 96;
    float left = PrintedForm.MARGIN;
    page.setLineWidth(0.6f);
    fonts.write(
        page,
        fonts.bold(),
        10,
        new Box(left, top - 2, label, 30),
        say("paper.print.written", language));
    PrintedForm.comb(page, List.of(2, 2), new Box(left + label, top, 90, 18));
    fonts.write(
        page,
        fonts.regular(),
        7.5f,
        new Box(left + label, top - 19, 90, 12),
        say("paper.print.hour", language));
    PrintedForm.comb(page, List.of(2, 2, 4), new Box(left + label + 92, top, 170, 18));
    fonts.write(
        page,
        fonts.regular(),
        7.5f,
        new Box(left + label + 92, top - 19, 170, 12),
        say("paper.print.day", language));
    fonts.write(
        page,
        fonts.regular(),
        10,
        new Box(PrintedForm.WIDTH - PrintedForm.MARGIN - SIGNED, top - 2, SIGNED, 30),
        say("paper.print.signature", language));
    behalf(page, fonts, language, top - 32);
    fonts.write(
        page,
        fonts.regular(),
        7.5f,
        new Box(left, PrintedForm.MARGIN + 18, PrintedForm.WIDTH - 230, 24),
        say("paper.print.advice", language));
  }

  /** Who wrote for somebody else, whom the station may have to ask. */
  private void behalf(PdfContentByte page, PrintFonts fonts, Locale language, float top) {
    float label = 96;
    float left = PrintedForm.MARGIN;
    fonts.write(
        page,
        fonts.regular(),
        8.5f,
        new Box(left, top, label - 4, 30),
        say("paper.print.behalf", language));
    float width = PrintedForm.WIDTH - 2 * PrintedForm.MARGIN - SIGNED - 16 - label;
    page.rectangle(left + label, top - 20, width, 20);
    page.stroke();
  }

  private void draw(
      PdfContentByte page, PrintFonts fonts, PadTable.Row pad, int position, PdfTemplate common) {
    int at = (position - 1) % pad.layout().perPage();
    page.saveState();
    if (pad.layout() == Layout.TWO) {
      float scale = HALF / PrintedForm.WIDTH;
      page.concatCTM(scale, 0, 0, scale, at * HALF, 0);
      if (at == 1) {
        page.setLineWidth(CUT_LINE);
        page.moveTo(0, 0);
        page.lineTo(0, PrintedForm.HEIGHT);
        page.stroke();
      }
    }
    page.addTemplate(common, 0, 0);
    Serial serial = Serial.of(pad.number(), position);
    float right = PrintedForm.WIDTH - PrintedForm.MARGIN;
    float top = PrintedForm.HEIGHT - PrintedForm.MARGIN;
    Locale language = Locale.of(pad.language());
    fonts.write(
        page,
        fonts.regular(),
        9,
        new Box(right - CODE - 92, top, 88, 14),
        say("paper.print.serial", language));
    fonts.write(
        page, fonts.bold(), 12, new Box(right - CODE - 92, top - 12, 92, 34), serial.shown());
    fonts.write(
        page,
        fonts.regular(),
        9,
        new Box(right - CODE - 92, top - 42, 88, 26),
        messages.getMessage("paper.print.sheet", new Object[] {position, pad.sheets()}, language));
    drawCode(page, QrCode.of(serial.digits(), QrCode.Level.MEDIUM), right - CODE, top);
    page.restoreState();
  }

  /** The dark field from its upper left corner. */
  private static void drawCode(PdfContentByte page, QrCode code, float left, float top) {
    float module = CODE / code.modules();
    page.setGrayFill(0);
    for (int row = 0; row < code.modules(); row++) {
      for (int column = 0; column < code.modules(); column++) {
        if (code.isDark(column, row)) {
          page.rectangle(left + column * module, top - (row + 1) * module, module, module);
        }
      }
    }
    page.fill();
  }

  private String say(String key, Locale language) {
    return messages.getMessage(key, null, language);
  }
}
