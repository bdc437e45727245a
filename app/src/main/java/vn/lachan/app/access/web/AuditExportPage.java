package vn.lachan.app.access.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.audit.AuditSettings;
import vn.lachan.app.audit.Entry;
import vn.lachan.app.audit.EntryFilter;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.program.ProgramSettings;

/** Taking the record, or the part that was asked for, out as a file: an act like any other. */
@Controller
class AuditExportPage {
  private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
  private static final MediaType XLSX =
      MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd-HHmm");

  private final Audit audit;
  private final AuditQuestion questions;
  private final AuditSheet sheet;
  private final AuditSettings settings;
  private final ProgramSettings program;
  private final Clock clock;

  AuditExportPage(
      Audit audit,
      AuditQuestion questions,
      AuditSheet sheet,
      AuditSettings settings,
      ProgramSettings program,
      Clock clock) {
    this.audit = audit;
    this.questions = questions;
    this.sheet = sheet;
    this.settings = settings;
    this.program = program;
    this.clock = clock;
  }

  /** What a spreadsheet can open. */
  enum Format {
    xlsx,
    csv
  }

  @Requires(Permission.AUDIT_READ)
  @PostMapping("/audit/export")
  ResponseEntity<StreamingResponseBody> export(
      Actor reader,
      @RequestParam(defaultValue = "xlsx") Format format,
      @RequestParam(required = false) @Nullable String actor,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable String person,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate from,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate to) {
    AuditPage.requireWhole(reader);
    var asked = new AuditQuestion.Typed(actor, kind, person, from, to);
    EntryFilter filter = untilNow(questions.filter(asked, null));
    int rows = audit.count(filter, settings.exportRows() + 1);
    if (rows > settings.exportRows()) {
      throw Refusal.invalid("access.refused.audit-export", settings.exportRows());
    }
    audit.record(
        new Act(
            reader.account(), "audit.export", null, null, said(asked), rows, concerned(filter)));
    return answer(format, filter, rows);
  }

  /** What comes after this moment, the act of exporting before all, is not in the file. */
  private EntryFilter untilNow(EntryFilter filter) {
    List<Entry> newest = audit.entries(EntryFilter.latest(), 1).rows();
    return filter.beforeNumber(newest.isEmpty() ? 0 : newest.getFirst().number() + 1);
  }

  private ResponseEntity<StreamingResponseBody> answer(
      Format format, EntryFilter filter, int rows) {
    var language = LocaleContextHolder.getLocale();
    StreamingResponseBody body =
        out -> {
          LocaleContextHolder.setLocale(language);
          if (format == Format.csv) {
            sheet.csv(filter, rows, out);
          } else {
            sheet.xlsx(filter, rows, out);
          }
        };
    String stamp = STAMP.format(clock.instant().atZone(program.zone()));
    return ResponseEntity.ok()
        .contentType(format == Format.csv ? CSV : XLSX)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("nhat-ky-" + stamp + "." + format, StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(body);
  }

  /** What was asked, without a free word that could be anything. */
  private static String said(AuditQuestion.Typed asked) {
    String kind = asked.kind();
    boolean plain = kind != null && kind.matches("[a-z.-]{1,80}");
    return "kind=%s from=%s to=%s %s"
        .formatted(
            plain ? kind : "-",
            asked.from() == null ? "-" : asked.from(),
            asked.to() == null ? "-" : asked.to(),
            asked.person() == null ? "" : "one person");
  }

  /** The person whose entries were asked for. */
  private static List<Long> concerned(EntryFilter filter) {
    List<Long> persons = filter.persons();
    return persons == null ? List.of() : persons.stream().filter(number -> number > 0).toList();
  }
}
