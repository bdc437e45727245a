package vn.lachan.app.declarations.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
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
      @RequestParam Map<String, String> typed,
      Model model,
      HttpServletResponse response) {
    AskedDays days = AskedDays.read(typed.get("from"), typed.get("to"));
    String name = typed.getOrDefault("name", "");
    return done(
        actor,
        () -> {
          if (days.wrong() != null || days.from() == null) {
            throw Refusal.invalid("declarations.refused.area-days");
          }
          areas.enter(
              actor,
              new NewArea(
                  unit,
                  unit == null ? name : null,
                  kind(typed.getOrDefault("kind", "")),
                  days.from(),
                  days.to(),
                  typed.getOrDefault("document", ""),
                  typed.containsKey("compared")),
              clock.instant());
        },
        code -> code.endsWith(".area-days") && "to".equals(days.wrong()) ? "to" : field(code),
        new Form(typed, "enter"),
        model,
        response);
  }

  @Requires(Permission.DECLARATIONS_RULES)
  @PostMapping("/{id}/end")
  String end(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam Map<String, String> typed,
      Model model,
      HttpServletResponse response) {
    LocalDate last = AskedDays.day(typed.getOrDefault("lastDay", ""));
    return done(
        actor,
        () -> {
          if (last == null) {
            throw Refusal.invalid("declarations.refused.area-days");
          }
          areas.end(actor, id, last, clock.instant());
        },
        _ -> "last-" + id,
        new Form(typed, id.toString()),
        model,
        response);
  }

  @Requires(Permission.DECLARATIONS_RULES)
  @PostMapping("/{id}/withdraw")
  String withdraw(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam Map<String, String> typed,
      Model model,
      HttpServletResponse response) {
    return done(
        actor,
        () -> areas.withdraw(actor, id, typed.getOrDefault("reason", ""), clock.instant()),
        _ -> "reason-" + id,
        new Form(typed, id.toString()),
        model,
        response);
  }

  /** What was typed, and in which of the page's forms. */
  private record Form(Map<String, String> typed, String which) {
    @Override
    public String toString() {
      return "Form[" + which + "]";
    }
  }

  /** The list again; what cannot be, at its field with everything that was typed. */
  private String done(
      Actor actor,
      Runnable act,
      UnaryOperator<String> field,
      Form form,
      Model model,
      HttpServletResponse response) {
    String show = form.typed().getOrDefault("show", "now");
    try {
      act.run();
      return "redirect:/declarations/areas" + (show.equals("all") ? "?show=all" : "");
    } catch (Refusal refusal) {
      if (refusal.kind() != Refusal.Kind.INVALID) {
        throw refusal;
      }
      response.setStatus(refusal.kind().status());
      model.addAttribute("refusal", refusal);
      model.addAttribute("wrong", field.apply(refusal.code()));
      model.addAttribute("typed", form.typed());
      model.addAttribute("form", form.which());
      return list(actor, show, null, model);
    }
  }

  private static String field(String code) {
    return switch (code.substring(code.lastIndexOf('.') + 1)) {
      case "area-where" -> "unit-field";
      case "area-name" -> "name";
      case "document" -> "document";
      default -> "from";
    };
  }

  private static ListedArea.Kind kind(String name) {
    return Arrays.stream(ListedArea.Kind.values())
        .filter(kind -> kind.name().equals(name))
        .findFirst()
        .orElse(ListedArea.Kind.OUTBREAK);
  }
}
