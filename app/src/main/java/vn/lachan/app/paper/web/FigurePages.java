package vn.lachan.app.paper.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.declarations.web.AskedDays;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.paper.PaperFigures;
import vn.lachan.app.paper.PaperFigures.Figures;
import vn.lachan.app.paper.PaperFigures.Minutes;
import vn.lachan.app.paper.PrintableForms;
import vn.lachan.app.program.CsvSheet;
import vn.lachan.app.program.Formats;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.app.units.Units;

/** Minutes from paper to traceable, and what each keyer did. */
@Controller
@Requires(Permission.PAPER_READ)
class FigurePages {
  private static final int DAYS = 14;

  private final PaperFigures figures;
  private final PrintableForms forms;
  private final Units units;
  private final Formats formats;
  private final MessageSource messages;
  private final ProgramSettings program;
  private final Clock clock;

  FigurePages(
      PaperFigures figures,
      PrintableForms forms,
      Units units,
      Formats formats,
      MessageSource messages,
      ProgramSettings program,
      Clock clock) {
    this.figures = figures;
    this.forms = forms;
    this.units = units;
    this.formats = formats;
    this.messages = messages;
    this.program = program;
    this.clock = clock;
  }

  @GetMapping("/paper/figures")
  String page(
      Actor actor,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      Model model,
      Locale language,
      HttpServletResponse response) {
    AskedDays asked = AskedDays.read(from, to);
    model.addAttribute("days", asked);
    try {
      Figures found = found(actor, asked.required());
      model.addAttribute("days", AskedDays.read(found.from().toString(), found.to().toString()));
      model.addAttribute("figures", found);
      model.addAttribute("labels", labels(found, language));
      model.addAttribute("most", most(found));
    } catch (Refusal refusal) {
      if (refusal.kind() != Refusal.Kind.INVALID) {
        throw refusal;
      }
      response.setStatus(refusal.kind().status());
      model.addAttribute("refusal", refusal);
      model.addAttribute("wrong", asked.wrong() == null ? "to" : asked.wrong());
    }
    return "paper/figures";
  }

  @GetMapping("/paper/figures.csv")
  ResponseEntity<byte[]> csv(
      Actor actor,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(defaultValue = "places") String of,
      Locale language) {
    Figures found = found(actor, AskedDays.read(from, to).required());
    var bytes = new ByteArrayOutputStream();
    switch (of) {
      case "keyers" -> keyers(found, bytes, language);
      case "days" -> days(found, bytes, language);
      default -> places(found, bytes, language);
    }
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("nhap-lieu-giay-%s-%s.csv".formatted(found.from(), found.to()))
                .build()
                .toString())
        .body(bytes.toByteArray());
  }

  private void days(Figures found, ByteArrayOutputStream out, Locale language) {
    try (CsvSheet csv =
        CsvSheet.open(
            out,
            columns(language, "day", "sheets", "measured", "median-minutes", "ninetieth-minutes"),
            formats)) {
      found
          .byDay()
          .forEach(
              day -> {
                Minutes minutes = day.minutes();
                csv.row(
                    Arrays.asList(
                        day.day(),
                        minutes.sheets(),
                        minutes.measured(),
                        minutes.median(),
                        minutes.ninetieth()));
              });
    }
  }

  private void places(Figures found, ByteArrayOutputStream out, Locale language) {
    try (CsvSheet csv =
        CsvSheet.open(
            out,
            columns(
                language,
                "place",
                "unit",
                "sheets",
                "measured",
                "median-minutes",
                "ninetieth-minutes"),
            formats)) {
      found
          .byPlace()
          .forEach(
              one -> {
                Minutes minutes = one.minutes();
                csv.row(
                    Arrays.asList(
                        one.place(),
                        units.path(one.unit()),
                        minutes.sheets(),
                        minutes.measured(),
                        minutes.median(),
                        minutes.ninetieth()));
              });
    }
  }

  private void keyers(Figures found, ByteArrayOutputStream out, Locale language) {
    try (CsvSheet csv =
        CsvSheet.open(
            out, columns(language, "keyer", "keyed", "seconds", "fields", "wrong"), formats)) {
      found
          .byKeyer()
          .forEach(
              one ->
                  csv.row(
                      Arrays.asList(
                          one.name(),
                          one.sheets(),
                          one.secondsMedian(),
                          one.fields(),
                          one.wrong())));
    }
  }

  private List<String> columns(Locale language, String... names) {
    return Arrays.stream(names)
        .map(name -> messages.getMessage("paper.column." + name, null, language))
        .toList();
  }

  private Figures found(Actor actor, AskedDays asked) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), program.zone());
    LocalDate last = asked.to() == null ? today : asked.to();
    return figures.of(actor, asked.from() == null ? last.minusDays(DAYS - 1L) : asked.from(), last);
  }

  /** The longest bar of the chart. */
  private static int most(Figures found) {
    return found.byDay().stream()
        .map(day -> day.minutes().ninetieth())
        .filter(Objects::nonNull)
        .mapToInt(minutes -> minutes)
        .max()
        .orElse(1);
  }

  private Map<String, String> labels(Figures found, Locale language) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), program.zone());
    return found.byField().stream()
        .map(PaperFigures.ByField::field)
        .collect(
            Collectors.toMap(
                field -> field,
                field ->
                    field.equals("written")
                        ? messages.getMessage("paper.key.written", null, language)
                        : forms.label(field, today, language.getLanguage())));
  }
}
