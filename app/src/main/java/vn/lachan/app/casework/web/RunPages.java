package vn.lachan.app.casework.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.casework.CaseRuns;
import vn.lachan.app.casework.RunChoice;
import vn.lachan.app.kernel.Limits;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.program.ProgramSettings;

/** Tracing all cases of some days at once: choose, count, run, watch, read the result. */
@Controller
class RunPages {
  private static final int LATEST = 10;
  private static final String WRONG = "casework.refused.filter";

  private final CaseRuns runs;
  private final CaseWords words;
  private final ProgramSettings program;
  private final Clock clock;

  RunPages(CaseRuns runs, CaseWords words, ProgramSettings program, Clock clock) {
    this.runs = runs;
    this.words = words;
    this.program = program;
    this.clock = clock;
  }

  @Requires(Permission.CASES_WRITE)
  @GetMapping("/casework/runs")
  String choose(Actor actor, @RequestParam Map<String, String> asked, Model model) {
    RunChoice choice = choice(asked);
    try {
      model.addAttribute("count", runs.count(actor, choice));
    } catch (Refusal refusal) {
      model.addAttribute("refusal", refusal);
    }
    return form(actor, choice, model);
  }

  @Requires(Permission.CASES_WRITE)
  @PostMapping("/casework/runs")
  String start(
      Actor actor,
      @RequestParam Map<String, String> asked,
      Model model,
      HttpServletResponse response) {
    RunChoice choice = choice(asked);
    try {
      return "redirect:/casework/runs/" + runs.start(actor, choice, clock.instant());
    } catch (Refusal refusal) {
      model.addAttribute("refusal", refusal);
      response.setStatus(refusal.kind().status());
      return form(actor, choice, model);
    }
  }

  @Requires(Permission.CASES_WRITE)
  @GetMapping("/casework/runs/{run}")
  String run(
      Actor actor,
      @PathVariable UUID run,
      @RequestParam(required = false) @Nullable String after,
      Model model) {
    results(actor, run, after, model);
    return "casework/run";
  }

  @Requires(Permission.CASES_WRITE)
  @PostMapping("/casework/runs/{run}/resume")
  String resume(Actor actor, @PathVariable UUID run) {
    runs.resume(actor, run);
    return "redirect:/casework/runs/" + run;
  }

  /** The part that renews itself while the run goes on. */
  @Requires(Permission.CASES_WRITE)
  @GetMapping("/casework/runs/{run}/results")
  String results(
      Actor actor,
      @PathVariable UUID run,
      @RequestParam(required = false) @Nullable String after,
      Model model) {
    var shown = runs.get(actor, run);
    model.addAttribute("run", shown);
    model.addAttribute("job", shown.job());
    model.addAttribute("after", after);
    model.addAttribute("page", runs.results(actor, run, Typed.text(after), Limits.PAGE_ROWS));
    return "casework/run-results :: results";
  }

  private String form(Actor actor, RunChoice choice, Model model) {
    Integer unit = choice.unit();
    model.addAttribute("choice", choice);
    model.addAttribute("chosenUnit", unit == null ? null : words.path(unit));
    model.addAttribute("today", today());
    model.addAttribute("runs", runs.latest(actor, LATEST));
    return "casework/runs";
  }

  private RunChoice choice(Map<String, String> asked) {
    LocalDate from = Typed.day(asked.get("from"), WRONG);
    LocalDate to = Typed.day(asked.get("to"), WRONG);
    LocalDate first = from == null ? to == null ? today() : to : from;
    return new RunChoice(first, to == null ? first : to, Typed.number(asked.get("unit"), WRONG));
  }

  private LocalDate today() {
    return clock.instant().atZone(program.zone()).toLocalDate();
  }
}
