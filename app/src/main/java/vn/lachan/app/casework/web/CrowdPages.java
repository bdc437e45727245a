package vn.lachan.app.casework.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
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
import vn.lachan.app.casework.CaseView;
import vn.lachan.app.casework.Cases;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.app.tracing.CrowdChoice;
import vn.lachan.app.tracing.Crowds;
import vn.lachan.app.tracing.TraceCrowd;
import vn.lachan.engine.tracing.Crowd;

/** The crowds of a case: what is known of them, and narrowing them. */
@Controller
class CrowdPages {
  private final Cases cases;
  private final Crowds crowds;
  private final CaseWords words;
  private final ProgramSettings program;
  private final Clock clock;

  CrowdPages(Cases cases, Crowds crowds, CaseWords words, ProgramSettings program, Clock clock) {
    this.cases = cases;
    this.crowds = crowds;
    this.words = words;
    this.program = program;
    this.clock = clock;
  }

  @Requires(Permission.CASES_READ)
  @GetMapping("/casework/{caseId}/crowds")
  String list(Actor actor, @PathVariable UUID caseId, Model model) {
    CaseView file = cases.get(actor, caseId);
    List<TraceCrowd> found = crowds.list(actor, file.trace().publicId());
    model.addAttribute("file", file);
    model.addAttribute(
        "heading", words.say("casework.crowds.title", words.caseNumber(file.number())));
    model.addAttribute("crowds", found);
    model.addAttribute("steps", Crowd.STEPS);
    model.addAttribute(
        "mayWrite", actor.may(Permission.CASES_WRITE) && file.trace().closedAt() == null);
    return "casework/crowds";
  }

  @Requires(Permission.CASES_WRITE)
  @PostMapping("/casework/{caseId}/crowds/decide")
  String decide(
      Actor actor,
      @PathVariable UUID caseId,
      @RequestParam Map<String, String> typed,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    try {
      CaseView file = cases.get(actor, caseId);
      crowds.decide(actor, file.trace().publicId(), choice(typed), clock.instant());
    } catch (Refusal refusal) {
      model.addAttribute("refusal", refusal);
      model.addAttribute("typed", typed);
      response.setStatus(refusal.kind().status());
      return list(actor, caseId, model);
    }
    redirect.addFlashAttribute("notice", "casework.crowds.decided");
    return "redirect:/casework/" + caseId + "/crowds";
  }

  @Requires(Permission.CASES_WRITE)
  @PostMapping("/casework/{caseId}/crowds/undo")
  String undo(
      Actor actor,
      @PathVariable UUID caseId,
      @RequestParam UUID place,
      @RequestParam Instant from,
      RedirectAttributes redirect) {
    CaseView file = cases.get(actor, caseId);
    crowds.undo(actor, file.trace().publicId(), place, from, clock.instant());
    redirect.addFlashAttribute("notice", "casework.crowds.undone");
    return "redirect:/casework/" + caseId + "/crowds";
  }

  private CrowdChoice choice(Map<String, String> typed) {
    String wrong = "tracing.refused.crowd-span";
    UUID place = Typed.id(typed.get("place"), "tracing.refused.no-crowd");
    String from = Typed.text(typed.get("from"));
    Instant keepFrom = Typed.time(typed.get("keepFrom"), program.zone(), wrong);
    Instant keepTo = Typed.time(typed.get("keepTo"), program.zone(), wrong);
    Integer minutes =
        Typed.number(typed.get("minimumMinutes"), "tracing.refused.crowd-minutes-typed");
    if (place == null || from == null) {
      throw Refusal.invalid("tracing.refused.no-crowd");
    }
    if (keepFrom == null || keepTo == null) {
      throw Refusal.invalid(wrong);
    }
    return new CrowdChoice(
        place,
        Typed.instant(from, "tracing.refused.no-crowd"),
        keepFrom,
        keepTo,
        minutes == null ? 0 : minutes,
        typed.containsKey("includeAll"),
        Objects.requireNonNullElse(typed.get("reason"), ""));
  }
}
