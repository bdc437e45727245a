package vn.lachan.app.places.web;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.kernel.SheetWriter;
import vn.lachan.app.program.CsvSheet;
import vn.lachan.app.program.Formats;
import vn.lachan.app.program.ProgramSettings;

/** A table as a file, XLSX or CSV with a byte order mark, written while its rows are read. */
@Component
class SheetAnswer {
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmm");
  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
  private static final MediaType XLSX =
      MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private final MessageSource messages;
  private final Formats formats;
  private final ProgramSettings program;
  private final Clock clock;

  SheetAnswer(MessageSource messages, Formats formats, ProgramSettings program, Clock clock) {
    this.messages = messages;
    this.formats = formats;
    this.program = program;
    this.clock = clock;
  }

  /** Gives each row of a table to whoever writes it. */
  interface Rows {
    void forEach(Consumer<List<? extends @Nullable Object>> row);
  }

  /**
   * Answers a file.
   *
   * @param format {@code xlsx} or {@code csv}
   * @param file the beginning of its name
   * @param columns keys of the column names
   */
  ResponseEntity<StreamingResponseBody> of(
      String format, String file, List<String> columns, Rows rows) {
    boolean sheet =
        switch (format) {
          case "xlsx" -> true;
          case "csv" -> false;
          default -> throw Refusal.invalid("places.refused.export-format");
        };
    Locale language = LocaleContextHolder.getLocale();
    List<String> names = columns.stream().map(key -> word(key, language)).toList();
    StreamingResponseBody body =
        out -> {
          LocaleContextHolder.setLocale(language);
          if (sheet) {
            writeSheet(out, file, names, rows);
          } else {
            writeCsv(out, names, rows);
          }
        };
    String stamp = STAMP.format(clock.instant().atZone(program.zone()));
    return ResponseEntity.ok()
        .contentType(sheet ? XLSX : CSV)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(file + "-" + stamp + "." + format)
                .build()
                .toString())
        .body(body);
  }

  private void writeSheet(OutputStream out, String title, List<String> names, Rows rows) {
    try (SheetWriter sheet = SheetWriter.open(out, title, names, program.zone())) {
      sheet.widths(names.stream().map(name -> name.length() + 4).toList());
      rows.forEach(sheet::row);
    }
  }

  private void writeCsv(OutputStream out, List<String> names, Rows rows) {
    try (CsvSheet csv = CsvSheet.open(out, names, formats)) {
      rows.forEach(csv::row);
    }
  }

  private String word(String key, Locale language) {
    return messages.getMessage(key, null, language);
  }
}
