package vn.lachan.app.casework.web;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lachan.app.casework.CaseExport;
import vn.lachan.app.casework.ExportRow;
import vn.lachan.app.kernel.SheetWriter;
import vn.lachan.app.people.Identity;
import vn.lachan.app.people.PhoneOf;
import vn.lachan.app.program.CsvSheet;
import vn.lachan.app.program.Formats;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.app.tracing.ContactRow;
import vn.lachan.engine.scan.Sex;

/**
 * A list as a file for a spreadsheet: no cell that it would take for a formula, on every line who
 * took it out, when and of which case, and at its end why, so that no part of it comes without.
 */
@Component
class ContactFiles {
  private static final List<String> IDENTITY =
      List.of("name", "birth-year", "sex", "phone", "address");
  private static final List<String> MASKED = List.of("name", "birth-year");
  private static final List<String> AFTER =
      List.of(
          "unit",
          "minutes",
          "first",
          "last",
          "where",
          "why",
          "via",
          "state",
          "officer",
          "withdrawn",
          "reader",
          "at",
          "case");

  private static final List<Integer> NAMED_WIDTHS =
      List.of(10, 10, 16, 28, 10, 10, 16, 34, 34, 10, 18, 18, 34, 48, 18, 18, 22, 22, 22, 18, 10);
  private static final List<Integer> MASKED_WIDTHS =
      List.of(10, 10, 16, 20, 10, 34, 10, 18, 18, 34, 48, 18, 18, 22, 22, 22, 18, 10);

  private final CaseWords words;
  private final Formats formats;
  private final ProgramSettings program;

  ContactFiles(CaseWords words, Formats formats, ProgramSettings program) {
    this.words = words;
    this.formats = formats;
    this.program = program;
  }

  void csv(CaseExport export, OutputStream out) {
    try (CsvSheet csv = CsvSheet.open(out, columns(export), formats)) {
      int[] line = {0};
      export.forEach(row -> csv.row(cells(++line[0], row, export)));
      csv.row(List.of(watermark(export)));
    }
  }

  void xlsx(CaseExport export, OutputStream out) {
    String title = words.caseNumber(export.caseNumber());
    try (SheetWriter sheet = SheetWriter.open(out, title, columns(export), program.zone())) {
      sheet.widths(export.named() ? NAMED_WIDTHS : MASKED_WIDTHS);
      int[] line = {0};
      export.forEach(row -> sheet.row(cells(++line[0], row, export)));
      sheet.row(List.of());
      sheet.row(List.of(watermark(export)));
    }
  }

  private List<String> columns(CaseExport export) {
    List<String> names = new ArrayList<>(List.of("number", "generation", "class"));
    names.addAll(export.named() ? IDENTITY : MASKED);
    names.addAll(AFTER);
    return names.stream().map(name -> words.say("casework.csv." + name)).toList();
  }

  private String watermark(CaseExport export) {
    return words.say(
        "casework.csv.watermark",
        export.reader(),
        formats.dateTime(export.at()),
        words.purpose(export.purpose()));
  }

  private List<@Nullable Object> cells(int line, ExportRow row, CaseExport export) {
    ContactRow contact = row.contact().contact();
    ContactLine shown = ContactLine.of(row.contact(), words);
    List<@Nullable Object> cells = new ArrayList<>();
    cells.add(line);
    cells.add("F" + contact.generation());
    cells.add(words.say("casework.class." + words.key(contact.contactClass())));
    if (export.named()) {
      identity(row.identity(), shown.name(), cells);
    } else {
      cells.add(shown.name());
      cells.add(row.contact().who().birthYear());
    }
    cells.add(words.path(contact.unit()));
    cells.add(contact.minutes());
    cells.add(contact.firstAt());
    cells.add(contact.lastAt());
    cells.add(shown.allPlaces());
    cells.add(shown.why());
    cells.add(
        row.contact().via() == null
            ? words.caseNumber(export.caseNumber())
            : words.name(row.contact().via()));
    cells.add(words.say("casework.state." + words.key(row.contact().state())));
    cells.add(row.contact().officer());
    cells.add(
        contact.withdrawal() == null
            ? ""
            : words.say("casework.cause." + words.key(contact.withdrawal().cause())));
    cells.add(export.reader());
    cells.add(export.at());
    cells.add(words.caseNumber(export.caseNumber()));
    return cells;
  }

  private void identity(@Nullable Identity identity, String masked, List<@Nullable Object> cells) {
    if (identity == null) {
      cells.add(masked);
      cells.addAll(List.of("", "", "", ""));
      return;
    }
    Sex sex = identity.sex();
    cells.add(identity.name());
    cells.add(identity.birthYear());
    cells.add(sex == null ? "" : words.say("casework.sex." + sex.name().toLowerCase(Locale.ROOT)));
    cells.add(
        String.join(
            " ", identity.phones().stream().map(PhoneOf::phone).map(p -> p.national()).toList()));
    cells.add(identity.address() == null ? "" : identity.address());
  }
}
