package vn.lachan.app.privacy.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.kernel.Limits;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.privacy.BreachView;
import vn.lachan.app.privacy.Breaches;
import vn.lachan.app.privacy.NewBreach;
import vn.lachan.app.program.ProgramSettings;

/** The register of breaches. */
@Controller
@Requires(Permission.PRIVACY_MANAGE)
@RequestMapping("/privacy/breaches")
class BreachPages {
  private static final String WRONG = "privacy.refused.form";
  private static final List<String> CLASSES =
      List.of("identity", "contact", "health", "location", "behaviour", "staff");

  private final Breaches breaches;
  private final ProgramSettings program;
  private final Clock clock;

  BreachPages(Breaches breaches, ProgramSettings program, Clock clock) {
    this.breaches = breaches;
    this.program = program;
    this.clock = clock;
  }

  @GetMapping
  String list(Actor actor, @RequestParam(required = false) @Nullable Long after, Model model) {
    model.addAttribute("after", after);
    model.addAttribute("page", breaches.list(actor, after, Limits.PAGE_ROWS, clock.instant()));
    return "privacy/breaches";
  }

  @GetMapping("/enter")
  String form(Model model) {
    return form(Map.of(), List.of(), model);
  }

  @PostMapping("/enter")
  String enter(
      Actor actor,
      @RequestParam Map<String, String> typed,
      @RequestParam(defaultValue = "") List<String> category,
      Model model,
      HttpServletResponse response) {
    try {
      return "redirect:/privacy/breaches/"
          + breaches.enter(actor, read(typed, category), clock.instant());
    } catch (Refusal refusal) {
      response.setStatus(refusal.kind().status());
      model.addAttribute("refusal", refusal);
      return form(typed, category, model);
    }
  }

  @GetMapping("/{id}")
  String breach(Actor actor, @PathVariable UUID id, Model model) {
    return page(breaches.get(actor, id, clock.instant()), false, model);
  }

  @PostMapping("/{id}/open")
  String open(Actor actor, @PathVariable UUID id, Model model) {
    return page(breaches.open(actor, id, clock.instant()), true, model);
  }

  /** The notice to the authority, to print and sign. */
  @PostMapping("/{id}/notice")
  String notice(Actor actor, @PathVariable UUID id, Model model) {
    model.addAttribute("view", breaches.open(actor, id, clock.instant()));
    return "privacy/breach-notice";
  }

  @PostMapping("/{id}/update")
  String update(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam Map<String, String> typed,
      @RequestParam(defaultValue = "") List<String> category,
      RedirectAttributes redirect) {
    BreachView before = breaches.get(actor, id, clock.instant());
    breaches.update(actor, id, read(typed, category, before.row().discoveredAt()), clock.instant());
    return done(id, "privacy.done.written", redirect);
  }

  @PostMapping("/{id}/notified")
  String notified(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String at,
      RedirectAttributes redirect) {
    Instant told = Typed.time(at, program.zone(), "privacy.refused.notified-at");
    breaches.notified(actor, id, told, clock.instant());
    return done(id, "privacy.done.notified", redirect);
  }

  @PostMapping("/{id}/persons")
  String persons(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String lines,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    try {
      breaches.addPersons(actor, id, lines, clock.instant());
    } catch (Refusal refusal) {
      response.setStatus(refusal.kind().status());
      model.addAttribute("refusal", refusal);
      model.addAttribute("lines", lines);
      return page(breaches.get(actor, id, clock.instant()), false, model);
    }
    return done(id, "privacy.done.persons", redirect);
  }

  @PostMapping("/{id}/tell")
  String tell(Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
    breaches.tell(actor, id, clock.instant());
    return done(id, "privacy.done.told", redirect);
  }

  @PostMapping("/{id}/close")
  String close(Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
    breaches.close(actor, id, clock.instant());
    return done(id, "privacy.done.closed", redirect);
  }

  private NewBreach read(Map<String, String> typed, List<String> category) {
    String code = "privacy.refused.discovered-at";
    return read(typed, category, Typed.time(typed.get("discoveredAt"), program.zone(), code));
  }

  private static NewBreach read(
      Map<String, String> typed, List<String> category, Instant discoveredAt) {
    return new NewBreach(
        discoveredAt,
        new LinkedHashSet<>(category),
        Typed.number(typed.get("persons"), WRONG),
        typed.containsKey("harm"),
        Typed.fields(typed, Breaches.TEXTS));
  }

  private String form(Map<String, String> typed, List<String> category, Model model) {
    model.addAttribute("typed", typed);
    model.addAttribute("category", category);
    model.addAttribute("classes", CLASSES);
    model.addAttribute("texts", Breaches.TEXTS);
    model.addAttribute("now", clock.instant().atZone(program.zone()).toLocalDateTime());
    return "privacy/breach-enter";
  }

  private String page(BreachView view, boolean opened, Model model) {
    model.addAttribute("view", view);
    model.addAttribute("opened", opened);
    model.addAttribute("classes", CLASSES);
    model.addAttribute("texts", Breaches.TEXTS);
    model.addAttribute("now", clock.instant().atZone(program.zone()).toLocalDateTime());
    return "privacy/breach";
  }

  private static String done(UUID id, String notice, RedirectAttributes redirect) {
    redirect.addFlashAttribute("notice", notice);
    return "redirect:/privacy/breaches/" + id;
  }
}
