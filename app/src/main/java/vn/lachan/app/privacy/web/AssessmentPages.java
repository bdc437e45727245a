package vn.lachan.app.privacy.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
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
import vn.lachan.app.privacy.Assessments;
import vn.lachan.app.privacy.Processing;

/** Impact assessments: what the office writes, and the document for the authority. */
@Controller
@Requires(Permission.PRIVACY_MANAGE)
@RequestMapping("/privacy/assessments")
class AssessmentPages {
  private static final String FORM = "privacy/assessment";

  private final Assessments assessments;
  private final Processing processing;
  private final PrivacyWords words;
  private final Clock clock;

  AssessmentPages(Assessments assessments, Processing processing, PrivacyWords words, Clock clock) {
    this.assessments = assessments;
    this.processing = processing;
    this.words = words;
    this.clock = clock;
  }

  @GetMapping
  String list(Actor actor, @RequestParam(required = false) @Nullable Long after, Model model) {
    model.addAttribute("after", after);
    model.addAttribute("page", assessments.list(actor, after, Limits.PAGE_ROWS, clock.instant()));
    return "privacy/assessments";
  }

  @GetMapping("/begin")
  String form(Model model) {
    return form(Map.of(), model);
  }

  @PostMapping("/begin")
  String begin(
      Actor actor,
      @RequestParam Map<String, String> typed,
      Model model,
      HttpServletResponse response) {
    try {
      UUID id =
          assessments.begin(
              actor,
              Typed.day(typed.get("startedOn"), "privacy.refused.started-on-form"),
              Typed.fields(typed, Assessments.TEXTS),
              clock.instant());
      return "redirect:/privacy/assessments/" + id;
    } catch (Refusal refusal) {
      response.setStatus(refusal.kind().status());
      model.addAttribute("refusal", refusal);
      return form(typed, model);
    }
  }

  @GetMapping("/{id}")
  String assessment(Actor actor, @PathVariable UUID id, Model model) {
    var view = assessments.get(actor, id, clock.instant());
    model.addAttribute("view", view);
    return form(view.texts(), model);
  }

  @PostMapping("/{id}")
  String write(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam Map<String, String> typed,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    try {
      assessments.write(actor, id, Typed.fields(typed, Assessments.TEXTS), clock.instant());
    } catch (Refusal refusal) {
      response.setStatus(refusal.kind().status());
      model.addAttribute("refusal", refusal);
      model.addAttribute("view", assessments.get(actor, id, clock.instant()));
      return form(typed, model);
    }
    return done(id, "privacy.done.written", redirect);
  }

  @PostMapping("/{id}/filed")
  String filed(Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
    assessments.filed(actor, id, clock.instant());
    return done(id, "privacy.done.filed", redirect);
  }

  @PostMapping("/{id}/close")
  String close(Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
    assessments.close(actor, id, clock.instant());
    return done(id, "privacy.done.closed", redirect);
  }

  /** The document itself, with the record of processing of today. */
  @GetMapping("/{id}/print")
  String print(Actor actor, @PathVariable UUID id, Model model) {
    Instant now = clock.instant();
    model.addAttribute("view", assessments.get(actor, id, now));
    model.addAttribute("now", now);
    model.addAttribute("activities", processing.on(actor, words.today()));
    model.addAttribute("fields", Assessments.TEXTS.stream().skip(1).toList());
    return "privacy/assessment-print";
  }

  private static String form(Map<String, String> typed, Model model) {
    model.addAttribute("typed", typed);
    model.addAttribute("fields", Assessments.TEXTS.stream().skip(1).toList());
    return FORM;
  }

  private static String done(UUID id, String notice, RedirectAttributes redirect) {
    redirect.addFlashAttribute("notice", notice);
    return "redirect:/privacy/assessments/" + id;
  }
}
