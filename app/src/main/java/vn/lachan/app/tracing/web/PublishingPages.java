package vn.lachan.app.tracing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
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
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.kernel.Limits;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.app.tracing.Itineraries;
import vn.lachan.app.tracing.NewItinerary;

/** Publishing itineraries, taking them back, and seeing who was there. */
@Controller
class PublishingPages {
  private final Itineraries itineraries;
  private final ProgramSettings program;
  private final Clock clock;

  PublishingPages(Itineraries itineraries, ProgramSettings program, Clock clock) {
    this.itineraries = itineraries;
    this.program = program;
    this.clock = clock;
  }

  @Requires(Permission.CASES_READ)
  @GetMapping("/tracing/published")
  String list(Actor actor, @RequestParam(required = false) @Nullable String after, Model model) {
    String key = after == null || after.isBlank() ? null : after;
    model.addAttribute("after", key);
    model.addAttribute("mayWrite", actor.may(Permission.CASES_WRITE));
    model.addAttribute("page", itineraries.list(actor, key, Limits.PAGE_ROWS));
    return "tracing/published";
  }

  @Requires(Permission.CASES_WRITE)
  @GetMapping("/tracing/published/new")
  String fresh(@RequestParam Map<String, String> typed, Model model) {
    model.addAttribute("typed", typed);
    return "tracing/publish";
  }

  @Requires(Permission.CASES_WRITE)
  @PostMapping("/tracing/published/new")
  String publish(
      Actor actor,
      @RequestParam Map<String, String> typed,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    try {
      UUID id = itineraries.publish(actor, itinerary(typed), clock.instant());
      redirect.addFlashAttribute("notice", "tracing.itinerary.published");
      return "redirect:/tracing/published/" + id;
    } catch (Refusal refusal) {
      model.addAttribute("typed", typed);
      model.addAttribute("refusal", refusal);
      response.setStatus(refusal.kind().status());
      return "tracing/publish";
    }
  }

  @Requires(Permission.CASES_READ)
  @GetMapping("/tracing/published/{id:[0-9a-f-]{36}}")
  String one(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String after,
      Model model) {
    String key = after == null || after.isBlank() ? null : after;
    model.addAttribute("itinerary", itineraries.get(actor, id));
    model.addAttribute("count", itineraries.countPresent(actor, id));
    model.addAttribute("after", key);
    model.addAttribute("page", itineraries.present(actor, id, key, Limits.PAGE_ROWS));
    model.addAttribute("mayWrite", actor.may(Permission.CASES_WRITE));
    return "tracing/published-one";
  }

  @Requires(Permission.CASES_WRITE)
  @PostMapping("/tracing/published/{id}/withdraw")
  String withdraw(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes redirect) {
    itineraries.withdraw(actor, id, reason, clock.instant());
    redirect.addFlashAttribute("notice", "tracing.itinerary.withdrawn");
    return "redirect:/tracing/published/" + id;
  }

  private NewItinerary itinerary(Map<String, String> typed) {
    String english = typed.getOrDefault("instructionsEnglish", "").strip();
    return new NewItinerary(
        typed.getOrDefault("place", "").strip(),
        time(typed.get("from")),
        time(typed.get("to")),
        typed.getOrDefault("instructions", "").strip(),
        english.isEmpty() ? null : english);
  }

  private Instant time(@Nullable String typed) {
    try {
      return LocalDateTime.parse(Objects.requireNonNullElse(typed, "").strip())
          .atZone(program.zone())
          .toInstant();
    } catch (DateTimeException _) {
      throw Refusal.invalid("tracing.refused.itinerary-time");
    }
  }
}
