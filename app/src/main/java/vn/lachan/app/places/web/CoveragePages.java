package vn.lachan.app.places.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.kernel.Limits;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.places.Coverage;
import vn.lachan.app.places.CoverageFigure;
import vn.lachan.app.places.CoverageFigures;
import vn.lachan.app.places.CoveragePlace;
import vn.lachan.app.places.CoverageQuestion;
import vn.lachan.app.places.CoverageReport;
import vn.lachan.app.program.Jobs;

/** Coverage: the figures, the lists behind them, and both as files. */
@Controller
class CoveragePages {
  private static final List<String> COLUMNS =
      List.of(
          "name",
          "must",
          "registered",
          "registered-share",
          "listed",
          "waiting",
          "active",
          "active-share",
          "idle",
          "dead",
          "never",
          "silent",
          "visits",
          "visitors",
          "expecting",
          "expected",
          "expected-share");
  private static final List<String> LIST_COLUMNS =
      List.of(
          "name",
          "address",
          "type",
          "unit",
          "sector",
          "code",
          "status",
          "last",
          "visits",
          "visitors",
          "expected-day");

  private final Coverage coverage;
  private final CoverageTable table;
  private final PlaceWords words;
  private final SheetAnswer sheets;
  private final Jobs jobs;
  private final Clock clock;

  CoveragePages(
      Coverage coverage,
      CoverageTable table,
      PlaceWords words,
      SheetAnswer sheets,
      Jobs jobs,
      Clock clock) {
    this.coverage = coverage;
    this.table = table;
    this.words = words;
    this.sheets = sheets;
    this.jobs = jobs;
    this.clock = clock;
  }

  @Requires(Permission.COVERAGE_READ)
  @GetMapping("/places/coverage")
  String page(
      Actor actor,
      CoverageForm form,
      @RequestParam(required = false) @Nullable UUID job,
      Model model) {
    CoverageReport report = coverage.report(actor, form.question(words.today()), clock.instant());
    CoverageQuestion question = report.question();
    model.addAttribute("report", report);
    model.addAttribute("question", question);
    model.addAttribute("era", question.hierarchy().era() == 1 ? "2021" : "2025");
    model.addAttribute("by", question.by().name().toLowerCase(java.util.Locale.ROOT));
    model.addAttribute("form", form);
    model.addAttribute("lines", table.lines(report, form));
    model.addAttribute("total", table.total(report, form));
    model.addAttribute("way", table.way(report, form));
    model.addAttribute("today", words.today());
    model.addAttribute("orders", orders(form));
    model.addAttribute("xlsx", form.address("/places/coverage/export/xlsx", Map.of()));
    model.addAttribute("csv", form.address("/places/coverage/export/csv", Map.of()));
    model.addAttribute("mayRecount", actor.mayEverywhere(Permission.OPERATE));
    model.addAttribute("job", job == null ? null : jobs.find(job).orElse(null));
    return "places/coverage";
  }

  @Requires(Permission.COVERAGE_READ)
  @GetMapping("/places/coverage/export/{format}")
  ResponseEntity<StreamingResponseBody> export(
      Actor actor, CoverageForm form, @PathVariable String format) {
    CoverageReport report = coverage.report(actor, form.question(words.today()), clock.instant());
    return sheets.of(
        format,
        "do-phu-ma-diem",
        COLUMNS.stream().map("places.coverage.column."::concat).toList(),
        row -> table.lines(report, form).forEach(line -> row.accept(cells(line))));
  }

  @Requires(Permission.COVERAGE_READ)
  @GetMapping("/places/coverage/places")
  String places(
      Actor actor,
      CoverageForm form,
      @RequestParam(defaultValue = "must") String figure,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "" + Limits.PAGE_ROWS) int rows,
      Model model) {
    CoverageQuestion question = form.question(words.today());
    CoverageFigure chosen = CoverageFigure.of(figure);
    Page<CoveragePlace> page = coverage.places(actor, question, chosen, after, rows);
    Map<String, @Nullable String> next = CoverageTable.change("figure", figure);
    next.put("after", page.next());
    model.addAttribute("page", page);
    model.addAttribute("question", question);
    model.addAttribute("form", form);
    model.addAttribute("figure", figure);
    model.addAttribute("figures", figures(form, figure));
    model.addAttribute("after", after);
    model.addAttribute("next", form.address(CoverageTable.LIST, next));
    model.addAttribute(
        "first", form.address(CoverageTable.LIST, CoverageTable.change("figure", figure)));
    model.addAttribute("back", form.address(CoverageTable.PAGE, Map.of()));
    model.addAttribute("listed", listed(form));
    model.addAttribute(
        "xlsx",
        form.address(
            "/places/coverage/places/export/xlsx", CoverageTable.change("figure", figure)));
    model.addAttribute(
        "csv",
        form.address("/places/coverage/places/export/csv", CoverageTable.change("figure", figure)));
    return "places/coverage-places";
  }

  @Requires(Permission.COVERAGE_READ)
  @PostMapping("/places/coverage/places/export/{format}")
  ResponseEntity<StreamingResponseBody> exportPlaces(
      Actor actor, CoverageForm form, @RequestParam String figure, @PathVariable String format) {
    CoverageQuestion question = form.question(words.today());
    CoverageFigure chosen = CoverageFigure.of(figure);
    return sheets.of(
        format,
        "diem-" + figure,
        LIST_COLUMNS.stream().map("places.coverage.column."::concat).toList(),
        row -> coverage.export(actor, question, chosen, place -> row.accept(cells(place))));
  }

  @Requires(Permission.OPERATE)
  @PostMapping("/places/coverage/recount")
  String recount(Actor actor) {
    return "redirect:/places/coverage?job=" + coverage.recount(actor);
  }

  private static Map<String, String> orders(CoverageForm form) {
    Map<String, String> orders = new HashMap<>();
    for (String order : List.of("name", "missing", "idle", "dead")) {
      orders.put(order, form.address(CoverageTable.PAGE, CoverageTable.change("sort", order)));
    }
    return orders;
  }

  private static List<Choice> figures(CoverageForm form, String chosen) {
    return Arrays.stream(CoverageFigure.values())
        .map(CoverageFigure::key)
        .map(
            key ->
                new Choice(
                    key,
                    form.address(CoverageTable.LIST, CoverageTable.change("figure", key)),
                    key.equals(chosen)))
        .toList();
  }

  record Choice(String key, String href, boolean chosen) {}

  private static String listed(CoverageForm form) {
    Map<String, @Nullable String> changes = CoverageTable.change("state", "listed");
    for (String name : List.of("by", "sort", "day", "days")) {
      changes.put(name, null);
    }
    return form.address(CoverageTable.LISTED, changes);
  }

  private static List<? extends @Nullable Object> cells(CoverageTable.Line line) {
    CoverageFigures figures = line.figures();
    List<@Nullable Object> cells = new ArrayList<>();
    cells.add(line.name());
    cells.add(figures.must());
    cells.add(figures.registered());
    cells.add(percent(figures.registeredShare()));
    cells.add(figures.listed());
    cells.add(figures.waiting());
    cells.add(figures.active());
    cells.add(percent(figures.activeShare()));
    cells.add(figures.idle());
    cells.add(figures.dead());
    cells.add(figures.never());
    cells.add(figures.silent());
    cells.add(figures.visits());
    cells.add(figures.visitors());
    cells.add(figures.expecting());
    cells.add(figures.expected());
    cells.add(percent(figures.expectedShare()));
    return cells;
  }

  private static @Nullable Double percent(@Nullable Double share) {
    return share == null ? null : Math.round(share * 1_000) / 10.0;
  }

  private List<? extends @Nullable Object> cells(CoveragePlace row) {
    List<@Nullable Object> cells = new ArrayList<>();
    cells.add(row.place().name());
    cells.add(row.place().address());
    cells.add(words.type(row.place().type()));
    cells.add(words.path(row.place().unit()));
    cells.add(words.sector(row.place().sector()));
    cells.add(row.place().code().shown());
    cells.add(words.status(row.place().status()));
    cells.add(row.lastDay());
    cells.add(row.visits());
    cells.add(row.visitors());
    cells.add(row.expected());
    return cells;
  }
}
