package vn.lachan.app.casework.web;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.casework.CaseExport;
import vn.lachan.app.casework.Cases;
import vn.lachan.app.people.Purpose;
import vn.lachan.app.program.ProgramSettings;

/** Taking a list of contacts out, at the place where the list is. */
@Controller
class ExportPage {
  static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
  static final MediaType XLSX =
      MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd-HHmm");

  private final Cases cases;
  private final ContactFiles files;
  private final ProgramSettings program;
  private final Clock clock;

  ExportPage(Cases cases, ContactFiles files, ProgramSettings program, Clock clock) {
    this.cases = cases;
    this.files = files;
    this.program = program;
    this.clock = clock;
  }

  /**
   * {@code names=true} opens identity and needs CASES_EXPORT besides; without it names are masked.
   * Nobody chosen means everybody whom the filter in {@code query} finds.
   */
  @Requires(Permission.CASES_READ)
  @PostMapping({"/casework/{caseId}/export", "/api/v1/casework/cases/{caseId}/export"})
  ResponseEntity<StreamingResponseBody> export(
      Actor actor,
      @PathVariable UUID caseId,
      @RequestParam Purpose purpose,
      @RequestParam(defaultValue = "") String note,
      @RequestParam(defaultValue = "") String query,
      @RequestParam(defaultValue = "") List<UUID> who,
      @RequestParam(defaultValue = "true") boolean names,
      @RequestParam(defaultValue = "csv") String format) {
    boolean sheet = format.equals("xlsx");
    ListAddress address = ListAddress.parse(caseId, query);
    CaseExport export =
        cases.export(
            actor,
            caseId,
            BulkPages.selection(who, who.isEmpty(), address),
            names,
            purpose.because(note),
            clock.instant());
    var language = LocaleContextHolder.getLocale();
    StreamingResponseBody body =
        out -> {
          LocaleContextHolder.setLocale(language);
          if (sheet) {
            files.xlsx(export, out);
          } else {
            files.csv(export, out);
          }
        };
    return ResponseEntity.ok()
        .contentType(sheet ? XLSX : CSV)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition(export, sheet ? ".xlsx" : ".csv"))
        .body(body);
  }

  private String disposition(CaseExport export, String ending) {
    String stamp = STAMP.format(export.at().atZone(program.zone()));
    return ContentDisposition.attachment()
        .filename("tiep-xuc-CB-" + export.caseNumber() + "-" + stamp + ending)
        .build()
        .toString();
  }
}
