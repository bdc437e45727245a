package vn.lachan.app.declarations.web;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import vn.lachan.app.declarations.AnswerSheet;
import vn.lachan.app.declarations.DeclarationRow;
import vn.lachan.app.declarations.FormTexts;
import vn.lachan.app.kernel.SheetWriter;
import vn.lachan.app.people.Purpose;
import vn.lachan.app.program.CsvSheet;
import vn.lachan.app.program.Formats;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.app.units.Units;

/** A list of declarations as a file for a spreadsheet, masked, with who took it out and why. */
@Component
class DeclarationFiles {
  static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
  static final MediaType XLSX =
      MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private static final List<String> COLUMNS =
      List.of(
          "number",
          "at",
          "who",
          "year",
          "phone",
          "unit",
          "level",
          "warnings",
          "form",
          "way",
          "place",
          "received");
  private static final List<Integer> WIDTHS =
      List.of(12, 18, 24, 10, 16, 40, 10, 44, 24, 14, 30, 18);

  private static final int ANSWER_WIDTH = 24;

  private final FormTexts texts;
  private final Units units;
  private final Formats formats;
  private final ProgramSettings program;
  private final MessageSource messages;

  DeclarationFiles(
      FormTexts texts,
      Units units,
      Formats formats,
      ProgramSettings program,
      MessageSource messages) {
    this.texts = texts;
    this.units = units;
    this.formats = formats;
    this.program = program;
    this.messages = messages;
  }

  byte[] csv(AnswerSheet rows, String reader, String purpose, Instant now, Locale language) {
    var out = new ByteArrayOutputStream();
    Map<String, String> rules = texts.rules(language);
    try (CsvSheet csv = CsvSheet.open(out, titles(rows, language), formats)) {
      rows.lines().forEach(line -> csv.row(cells(rows, line, rules, language)));
      csv.row(List.of(watermark(reader, purpose, now, language)));
    }
    return out.toByteArray();
  }

  byte[] xlsx(AnswerSheet rows, String reader, String purpose, Instant now, Locale language) {
    var out = new ByteArrayOutputStream();
    Map<String, String> rules = texts.rules(language);
    try (SheetWriter sheet =
        SheetWriter.open(
                out,
                say("declarations.export.sheet", language),
                titles(rows, language),
                program.zone())
            .widths(widths(rows))) {
      rows.lines().forEach(line -> sheet.row(cells(rows, line, rules, language)));
      sheet.row(List.of());
      sheet.row(List.of(watermark(reader, purpose, now, language)));
    }
    return out.toByteArray();
  }

  String purpose(Purpose purpose, Locale language) {
    return say(purpose.key(), language);
  }

  private List<String> titles(AnswerSheet rows, Locale language) {
    return Stream.concat(
            COLUMNS.stream().map(name -> say("declarations.column." + name, language)),
            rows.columns().stream().map(AnswerSheet.Column::question))
        .toList();
  }

  private static List<Integer> widths(AnswerSheet rows) {
    return Stream.concat(WIDTHS.stream(), rows.columns().stream().map(_ -> ANSWER_WIDTH)).toList();
  }

  private List<@Nullable Object> cells(
      AnswerSheet rows, AnswerSheet.Line line, Map<String, String> rules, Locale language) {
    List<@Nullable Object> cells = new ArrayList<>(cells(line.row(), rules, language));
    rows.columns().forEach(column -> cells.add(line.answer(column)));
    return cells;
  }

  private List<@Nullable Object> cells(
      DeclarationRow row, Map<String, String> rules, Locale language) {
    return Arrays.asList(
        "KB-" + row.number(),
        row.declaredAt(),
        row.who().name(),
        row.who().birthYear(),
        row.who().phone(),
        units.path(row.unit()),
        say(row.level().key(), language),
        row.warnings().stream()
            .map(code -> rules.getOrDefault(code, code))
            .collect(Collectors.joining("; ")),
        say("declarations.offer." + row.form(), language),
        say(row.way().key(), language),
        row.place() == null ? null : row.place().name(),
        row.receivedAt());
  }

  private String watermark(String reader, String purpose, Instant now, Locale language) {
    return messages.getMessage(
        "declarations.export.watermark",
        new Object[] {reader, formats.dateTime(now), purpose},
        language);
  }

  private String say(String key, Locale language) {
    return messages.getMessage(key, null, language);
  }
}
