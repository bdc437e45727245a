package vn.lachan.app.privacy.web;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.kernel.SheetWriter;
import vn.lachan.app.privacy.Activity;
import vn.lachan.app.privacy.CatalogueLine;
import vn.lachan.app.privacy.LegalBasis;
import vn.lachan.app.privacy.Processing;
import vn.lachan.app.program.ProgramSettings;

/** The record of processing, to read, to print and to take along. */
@Controller
@Requires(Permission.PRIVACY_MANAGE)
@RequestMapping("/privacy/processing")
class ProcessingPages {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<Integer> WIDTHS = List.of(24, 34, 24, 40, 34, 34, 14);

  /** What the record says of each activity, as ends of message keys. */
  private static final List<String> WORDS =
      List.of("purpose", "subjects", "recipients", "retention");

  private final Processing processing;
  private final PrivacyWords words;
  private final ProgramSettings program;
  private final Clock clock;

  ProcessingPages(Processing processing, PrivacyWords words, ProgramSettings program, Clock clock) {
    this.processing = processing;
    this.words = words;
    this.program = program;
    this.clock = clock;
  }

  @GetMapping
  String page(
      Actor actor,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate day,
      Model model) {
    LocalDate shown = shown(day);
    model.addAttribute("day", shown);
    model.addAttribute("activities", processing.on(actor, shown));
    return "privacy/processing";
  }

  @GetMapping("/export.xlsx")
  ResponseEntity<byte[]> sheet(Actor actor) {
    var bytes = new ByteArrayOutputStream();
    List<String> columns =
        List.of(
            words.say("privacy.processing.activity"),
            words.say("privacy.processing.purpose"),
            words.say("privacy.processing.classes"),
            words.say("privacy.processing.basis"),
            words.say("privacy.processing.recipients"),
            words.say("privacy.processing.retention"),
            words.say("privacy.processing.rows"));
    try (SheetWriter sheet =
        SheetWriter.open(bytes, words.say("privacy.processing.title"), columns, program.zone())
            .widths(WIDTHS)) {
      for (Activity activity : processing.on(actor, shown(null))) {
        sheet.row(row(activity));
      }
    }
    return Downloads.file("so-hoat-dong-xu-ly-" + shown(null) + ".xlsx", Downloads.SHEET)
        .body(bytes.toByteArray());
  }

  @GetMapping("/export.json")
  ResponseEntity<byte[]> json(Actor actor) {
    List<Object> activities = new ArrayList<>();
    processing.on(actor, shown(null)).forEach(activity -> activities.add(fields(activity)));
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("day", shown(null).toString());
    record.put("office", words.office());
    record.put("activities", activities);
    return Downloads.file("so-hoat-dong-xu-ly-" + shown(null) + ".json", MediaType.APPLICATION_JSON)
        .body(JSON.writeValueAsBytes(record));
  }

  private LocalDate shown(@Nullable LocalDate day) {
    return day == null ? LocalDate.ofInstant(clock.instant(), program.zone()) : day;
  }

  private List<Object> row(Activity activity) {
    return List.of(
        say("activity", activity),
        say("purpose", activity),
        classes(activity),
        bases(activity),
        say("recipients", activity),
        say("retention", activity),
        activity.rows());
  }

  private Map<String, Object> fields(Activity activity) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("activity", activity.key());
    fields.put("name", say("activity", activity));
    WORDS.forEach(word -> fields.put(word, say(word, activity)));
    fields.put("classes", activity.classes());
    fields.put(
        "legalBases",
        activity.bases().stream()
            .map(
                basis ->
                    Map.of(
                        "kind", basis.kind().name(),
                        "document", basis.document(),
                        "certainty", basis.certainty(),
                        "validFrom", basis.validFrom().toString()))
            .toList());
    fields.put("rows", activity.rows());
    fields.put("columns", activity.lines().stream().map(ProcessingPages::line).toList());
    return fields;
  }

  private static Map<String, String> line(CatalogueLine line) {
    return Map.of(
        "column", line.column(),
        "class", line.personalClass(),
        "purpose", line.purpose(),
        "retention", line.retention(),
        "end", line.end());
  }

  private String classes(Activity activity) {
    return activity.classes().stream()
        .map(one -> words.say("privacy.class." + one))
        .collect(Collectors.joining(", "));
  }

  private String bases(Activity activity) {
    return activity.bases().stream().map(this::basis).collect(Collectors.joining("; "));
  }

  private String basis(LegalBasis basis) {
    return words.word("basis", basis.kind())
        + ": "
        + basis.document()
        + " ("
        + basis.certainty()
        + ")";
  }

  private String say(String group, Activity activity) {
    return words.say("privacy." + group + "." + activity.key());
  }
}
