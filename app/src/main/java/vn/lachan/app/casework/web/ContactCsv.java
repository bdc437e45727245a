package vn.lachan.app.casework.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lachan.app.casework.CaseExport;
import vn.lachan.app.casework.ExportRow;
import vn.lachan.app.people.Identity;
import vn.lachan.app.people.PhoneOf;
import vn.lachan.app.program.Formats;
import vn.lachan.app.tracing.ContactRow;
import vn.lachan.engine.scan.Sex;

/**
 * A list as a file for a spreadsheet: UTF-8 with its mark, no cell that a spreadsheet would take
 * for a formula, and on every line who took it out, when and of which case, so that no part of it
 * comes without.
 */
@Component
class ContactCsv {
  private static final char BYTE_ORDER_MARK = '\ufeff';
  private static final String FORMULA_STARTS = "=+-@\t\r";
  private static final List<String> COLUMNS =
      List.of(
          "number",
          "generation",
          "class",
          "name",
          "birth-year",
          "sex",
          "phone",
          "address",
          "unit",
          "minutes",
          "first",
          "last",
          "where",
          "why",
          "via",
          "state",
          "withdrawn",
          "reader",
          "at",
          "case");

  private final CaseWords words;
  private final Formats formats;

  ContactCsv(CaseWords words, Formats formats) {
    this.words = words;
    this.formats = formats;
  }

  void write(CaseExport export, OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    writer.write(BYTE_ORDER_MARK);
    try (CsvWriter csv = CsvWriter.builder().build(writer)) {
      csv.writeRecord(COLUMNS.stream().map(name -> words.say("casework.csv." + name)).toList());
      int[] line = {0};
      export.forEach(row -> csv.writeRecord(cells(++line[0], row, export)));
    }
  }

  private List<String> cells(int line, ExportRow row, CaseExport export) {
    ContactRow contact = row.contact().contact();
    ContactLine shown = ContactLine.of(row.contact(), words);
    List<String> cells = new ArrayList<>();
    cells.add(Integer.toString(line));
    cells.add("F" + contact.generation());
    cells.add(words.say("casework.class." + words.key(contact.contactClass())));
    identity(row.identity(), shown.name(), cells);
    cells.add(words.path(contact.unit()));
    cells.add(Long.toString(contact.minutes()));
    cells.add(formats.dateTime(contact.firstAt()));
    cells.add(formats.dateTime(contact.lastAt()));
    cells.add(shown.allPlaces());
    cells.add(shown.why());
    cells.add(
        row.contact().via() == null
            ? words.caseNumber(export.caseNumber())
            : words.name(row.contact().via()));
    cells.add(words.say("casework.state." + words.key(row.contact().state())));
    cells.add(
        contact.withdrawal() == null
            ? ""
            : words.say("casework.cause." + words.key(contact.withdrawal().cause())));
    cells.add(export.reader());
    cells.add(formats.dateTime(export.at()));
    cells.add(words.caseNumber(export.caseNumber()));
    return cells.stream().map(ContactCsv::safe).toList();
  }

  private void identity(@Nullable Identity identity, String masked, List<String> cells) {
    if (identity == null) {
      cells.addAll(List.of(masked, "", "", "", ""));
      return;
    }
    Sex sex = identity.sex();
    Integer birthYear = identity.birthYear();
    cells.add(identity.name());
    cells.add(birthYear == null ? "" : birthYear.toString());
    cells.add(sex == null ? "" : words.say("casework.sex." + sex.name().toLowerCase(Locale.ROOT)));
    cells.add(
        String.join(
            " ", identity.phones().stream().map(PhoneOf::phone).map(p -> p.national()).toList()));
    cells.add(identity.address() == null ? "" : identity.address());
  }

  /** A leading apostrophe makes a spreadsheet show the text instead of computing it. */
  static String safe(String cell) {
    boolean formula = !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0;
    return formula ? "'" + cell : cell;
  }
}
