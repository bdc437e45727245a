package vn.lachan.app.declarations.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.declarations.ListedArea;
import vn.lachan.app.declarations.ListedAreas;
import vn.lachan.app.declarations.NewArea;
import vn.lachan.app.kernel.Limits;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.program.ProgramSettings;

/** The list of areas with an outbreak: read by all officers, kept by those of the province. */
@Controller
@RequestMapping("/declarations/areas")
class AreaPages {
  private final ListedAreas areas;
  private final ProgramSettings program;
  private final Clock clock;

  AreaPages(ListedAreas areas, ProgramSettings program, Clock clock) {
    this.areas = areas;
    this.program = program;
    this.clock = clock;
  }

  @Requires(Permission.DECLARATIONS_READ)
  @GetMapping
  String list(
      Actor actor,
      @RequestParam(defaultValue = "now") String show,
      @RequestParam(required = false) @Nullable String after,
      Model model) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), program.zone());
    boolean all = show.equals("all");
    model.addAttribute("page", areas.list(actor, all ? null : today, after, Limits.PAGE_ROWS));
    model.addAttribute("all", all);
    model.addAttribute("after", after);
    model.addAttribute("today", today);
    model.addAttribute("kinds", ListedArea.Kind.values());
    model.addAttribute("mayChange", actor.may(Permission.DECLARATIONS_RULES));
    return "declarations/areas";
  }

  @Requires(Permission.DECLARATIONS_RULES)
  @PostMapping
  String enter(
      Actor actor,
      @RequestParam(required = false) @Nullable Integer unit,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "OUTBREAK") ListedArea.Kind kind,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String document,
      @RequestParam(defaultValue = "false") boolean compared) {
    LocalDate first = Asked.day(from);
    if (first == null) {
      throw Refusal.invalid("declarations.refused.area-days");
    }
    areas.enter(
        actor,
        new NewArea(
            unit, unit == null ? name : null, kind, first, Asked.day(to), document, compared),
        clock.instant());
    return "redirect:/declarations/areas";
  }

  @Requires(Permission.DECLARATIONS_RULES)
  @PostMapping("/{id}/end")
  String end(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String lastDay) {
    LocalDate last = Asked.day(lastDay);
    if (last == null) {
      throw Refusal.invalid("declarations.refused.area-days");
    }
    areas.end(actor, id, last, clock.instant());
    return "redirect:/declarations/areas";
  }

  @Requires(Permission.DECLARATIONS_RULES)
  @PostMapping("/{id}/withdraw")
  String withdraw(
      Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
    areas.withdraw(actor, id, reason, clock.instant());
    return "redirect:/declarations/areas";
  }
}
