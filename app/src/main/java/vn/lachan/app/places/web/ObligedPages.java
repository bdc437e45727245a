package vn.lachan.app.places.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lachan.app.access.Accounts;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.kernel.Limits;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.places.ObligedFilter;
import vn.lachan.app.places.ObligedPlaces;
import vn.lachan.app.places.ObligedRow;
import vn.lachan.app.places.ObligedState;
import vn.lachan.app.places.ObligedView;

/** The list of places that have to register, and what is done about one of them. */
@Controller
class ObligedPages {
  private final ObligedPlaces obliged;
  private final ObligedLines lines;
  private final PlaceWords words;
  private final Accounts accounts;
  private final Clock clock;

  ObligedPages(
      ObligedPlaces obliged, ObligedLines lines, PlaceWords words, Accounts accounts, Clock clock) {
    this.obliged = obliged;
    this.lines = lines;
    this.words = words;
    this.accounts = accounts;
    this.clock = clock;
  }

  @Requires(Permission.COVERAGE_READ)
  @GetMapping("/places/obliged")
  String list(
      Actor actor,
      CoverageForm form,
      @RequestParam(required = false) @Nullable String text,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "" + Limits.PAGE_ROWS) int rows,
      Model model) {
    var filter =
        new ObligedFilter(
            text,
            form.hierarchy(words.today()),
            form.chosenUnit(),
            CoverageForm.textOrNull(form.sector()),
            CoverageForm.textOrNull(form.type()),
            ObligedState.of(state));
    Page<ObligedRow> page = obliged.list(actor, filter, after, rows);
    Map<String, @Nullable String> next = CoverageTable.change("state", state);
    next.put("text", text);
    model.addAttribute("first", form.address(CoverageTable.LISTED, next));
    next.put("after", page.next());
    model.addAttribute("next", form.address(CoverageTable.LISTED, next));
    model.addAttribute("page", page);
    model.addAttribute("form", form);
    model.addAttribute("unit", form.chosenUnit());
    model.addAttribute("text", text);
    model.addAttribute("state", state);
    model.addAttribute("after", after);
    model.addAttribute("mayWrite", actor.may(Permission.COVERAGE_WRITE));
    return "places/obliged";
  }

  @Requires(Permission.COVERAGE_WRITE)
  @GetMapping("/places/obliged/new")
  String fresh(Actor actor, Model model) {
    return form(List.of(), "", "", model);
  }

  @Requires(Permission.COVERAGE_WRITE)
  @PostMapping("/places/obliged/new")
  String enter(
      Actor actor,
      @RequestParam String entries,
      @RequestParam String document,
      Model model,
      HttpServletResponse response,
      RedirectAttributes flash) {
    ObligedLines.Read read = lines.read(entries, document);
    List<ObligedPlaces.Wrong> wrong = new ArrayList<>(read.wrong());
    if (wrong.isEmpty()) {
      wrong.addAll(obliged.enterAll(actor, read.entries(), clock.instant()));
    }
    if (wrong.isEmpty()) {
      flash.addFlashAttribute("notice", "places.obliged.done");
      return "redirect:/places/obliged?state=listed";
    }
    response.setStatus(Refusal.Kind.INVALID.status());
    return form(wrong, entries, document, model);
  }

  @Requires(Permission.COVERAGE_READ)
  @GetMapping("/places/obliged/{entry}")
  String entry(Actor actor, @PathVariable UUID entry, Model model) {
    ObligedView view = obliged.get(actor, entry);
    model.addAttribute("view", view);
    model.addAttribute("row", view.row());
    model.addAttribute(
        "names", accounts.names(view.steps().stream().map(ObligedView.Step::by).toList()));
    model.addAttribute("mayWrite", actor.may(Permission.COVERAGE_WRITE));
    model.addAttribute("mayRegister", actor.may(Permission.PLACES_REGISTER));
    model.addAttribute("mayInspect", actor.may(Permission.INSPECTIONS_WRITE));
    return "places/obliged-entry";
  }

  @Requires(Permission.COVERAGE_WRITE)
  @PostMapping("/places/obliged/{entry}/match")
  String match(
      Actor actor, @PathVariable UUID entry, @RequestParam UUID place, RedirectAttributes flash) {
    obliged.match(actor, entry, place, clock.instant());
    return done(entry, flash);
  }

  @Requires(Permission.COVERAGE_WRITE)
  @PostMapping("/places/obliged/{entry}/unmatch")
  String unmatch(
      Actor actor,
      @PathVariable UUID entry,
      @RequestParam String reason,
      RedirectAttributes flash) {
    obliged.unmatch(actor, entry, reason, clock.instant());
    return done(entry, flash);
  }

  @Requires(Permission.COVERAGE_WRITE)
  @PostMapping("/places/obliged/{entry}/drop")
  String drop(
      Actor actor,
      @PathVariable UUID entry,
      @RequestParam String reason,
      RedirectAttributes flash) {
    obliged.drop(actor, entry, reason, clock.instant());
    return done(entry, flash);
  }

  @Requires(Permission.COVERAGE_WRITE)
  @PostMapping("/places/obliged/{entry}/restore")
  String restore(
      Actor actor,
      @PathVariable UUID entry,
      @RequestParam String reason,
      RedirectAttributes flash) {
    obliged.restore(actor, entry, reason, clock.instant());
    return done(entry, flash);
  }

  private static String done(UUID entry, RedirectAttributes flash) {
    flash.addFlashAttribute("notice", "places.obliged.changed");
    return "redirect:/places/obliged/" + entry;
  }

  private static String form(
      List<ObligedPlaces.Wrong> wrong, String entries, String document, Model model) {
    model.addAttribute("wrong", Objects.requireNonNull(wrong));
    model.addAttribute("entries", entries);
    model.addAttribute("document", document);
    return "places/obliged-new";
  }
}
