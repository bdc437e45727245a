package vn.lachan.app.declarations.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
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
import vn.lachan.app.declarations.Level;
import vn.lachan.app.declarations.RuleChange;
import vn.lachan.app.declarations.RuleSetView;
import vn.lachan.app.declarations.WarningRuleOffice;
import vn.lachan.app.kernel.Refusal;

/** The warning rules: what is in force and why, and changing it from a day on. */
@Controller
@RequestMapping("/declarations/rules")
class RulePages {
  private final WarningRuleOffice rules;
  private final Clock clock;

  RulePages(WarningRuleOffice rules, Clock clock) {
    this.rules = rules;
    this.clock = clock;
  }

  @Requires(Permission.DECLARATIONS_READ)
  @GetMapping
  String list(Actor actor, Model model, Locale language) {
    List<RuleSetView> sets = rules.sets(actor, language, clock.instant());
    model.addAttribute("inForce", sets.stream().filter(RuleSetView::inForce).toList());
    model.addAttribute("others", sets.stream().filter(set -> !set.inForce()).toList());
    model.addAttribute("mayChange", actor.may(Permission.DECLARATIONS_RULES));
    return "declarations/rules";
  }

  @Requires(Permission.DECLARATIONS_RULES)
  @GetMapping("/{code}/change")
  String begin(Actor actor, @PathVariable String code, Model model, Locale language) {
    Instant now = clock.instant();
    RuleChange change = rules.begin(actor, code, now);
    return edit(actor, change, model, language, now);
  }

  /** What a change would do: shown beside what was typed, nothing is stored. */
  @Requires(Permission.DECLARATIONS_RULES)
  @PostMapping("/{code}/preview")
  String preview(
      Actor actor,
      @PathVariable String code,
      @RequestParam Map<String, String> typed,
      Model model,
      Locale language,
      HttpServletResponse response) {
    Instant now = clock.instant();
    try {
      RuleChange change = RuleFields.read(code, typed);
      model.addAttribute("preview", rules.preview(actor, change, now));
      return edit(actor, change, model, language, now);
    } catch (Refusal refusal) {
      return again(actor, code, typed, refusal, model, language, response);
    }
  }

  @Requires(Permission.DECLARATIONS_RULES)
  @PostMapping("/{code}/change")
  String change(
      Actor actor,
      @PathVariable String code,
      @RequestParam Map<String, String> typed,
      Model model,
      Locale language,
      HttpServletResponse response) {
    try {
      rules.change(actor, RuleFields.read(code, typed), clock.instant());
      return "redirect:/declarations/rules";
    } catch (Refusal refusal) {
      return again(actor, code, typed, refusal, model, language, response);
    }
  }

  @Requires(Permission.DECLARATIONS_RULES)
  @PostMapping("/versions/{id}/withdraw")
  String withdraw(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String reason,
      Model model,
      Locale language,
      HttpServletResponse response) {
    try {
      rules.withdraw(actor, id, reason, clock.instant());
      return "redirect:/declarations/rules";
    } catch (Refusal refusal) {
      said(refusal, "reason-" + id, model, response);
      model.addAttribute("reason", reason);
      return list(actor, model, language);
    }
  }

  private String edit(Actor actor, RuleChange change, Model model, Locale language, Instant now) {
    model.addAttribute("typed", RuleFields.written(change));
    model.addAttribute("json", rules.json(actor, change, now));
    return page(actor, change.code(), model, language, now);
  }

  /** The page with everything that was typed, and what is wrong at its field. */
  private String again(
      Actor actor,
      String code,
      Map<String, String> typed,
      Refusal refusal,
      Model model,
      Locale language,
      HttpServletResponse response) {
    said(refusal, RuleFields.wrong(refusal.code(), typed), model, response);
    Instant now = clock.instant();
    model.addAttribute("typed", typed);
    String json = typed.getOrDefault("json", "");
    model.addAttribute(
        "json", json.isBlank() ? rules.json(actor, rules.begin(actor, code, now), now) : json);
    return page(actor, code, model, language, now);
  }

  private static void said(
      Refusal refusal, String field, Model model, HttpServletResponse response) {
    if (refusal.kind() == Refusal.Kind.NOT_FOUND || refusal.kind() == Refusal.Kind.FORBIDDEN) {
      throw refusal;
    }
    response.setStatus(refusal.kind().status());
    model.addAttribute("refusal", refusal);
    model.addAttribute("wrong", field);
  }

  private String page(Actor actor, String code, Model model, Locale language, Instant now) {
    RuleSetView inForce =
        rules.sets(actor, language, now).stream()
            .filter(set -> set.code().equals(code) && !set.withdrawn())
            .findFirst()
            .orElseThrow(() -> Refusal.notFound("declarations.refused.rules"));
    model.addAttribute("set", inForce);
    model.addAttribute("levels", Level.values());
    return "declarations/rule-change";
  }
}
