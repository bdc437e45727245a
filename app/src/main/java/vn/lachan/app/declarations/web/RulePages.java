package vn.lachan.app.declarations.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
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
  private static final String LEVEL = "level.";
  private static final String NONE = "none";

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
      @RequestParam Map<String, String> parameters,
      Model model,
      Locale language) {
    Instant now = clock.instant();
    RuleChange change = change(code, parameters);
    model.addAttribute("preview", rules.preview(actor, change, now));
    return edit(actor, change, model, language, now);
  }

  @Requires(Permission.DECLARATIONS_RULES)
  @PostMapping("/{code}/change")
  String change(
      Actor actor, @PathVariable String code, @RequestParam Map<String, String> parameters) {
    rules.change(actor, change(code, parameters), clock.instant());
    return "redirect:/declarations/rules";
  }

  @Requires(Permission.DECLARATIONS_RULES)
  @PostMapping("/versions/{id}/withdraw")
  String withdraw(
      Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
    rules.withdraw(actor, id, reason, clock.instant());
    return "redirect:/declarations/rules";
  }

  private String edit(Actor actor, RuleChange change, Model model, Locale language, Instant now) {
    RuleSetView inForce =
        rules.sets(actor, language, now).stream()
            .filter(set -> set.code().equals(change.code()) && !set.withdrawn())
            .findFirst()
            .orElseThrow(() -> Refusal.notFound("declarations.refused.rules"));
    model.addAttribute("set", inForce);
    model.addAttribute("change", change);
    model.addAttribute("edits", change.edits());
    model.addAttribute("json", rules.json(actor, change, now));
    model.addAttribute("levels", Level.values());
    return "declarations/rule-change";
  }

  private static RuleChange change(String code, Map<String, String> parameters) {
    LocalDate from = Asked.day(parameters.get("from"));
    if (from == null) {
      throw Refusal.invalid("declarations.refused.rules-from");
    }
    Map<String, RuleChange.Edit> edits = new HashMap<>();
    parameters.forEach(
        (name, value) -> {
          if (name.startsWith(LEVEL) && !value.equals(NONE)) {
            String rule = name.substring(LEVEL.length());
            edits.put(
                rule,
                new RuleChange.Edit(
                    level(value),
                    parameters.getOrDefault("vi." + rule, "").strip(),
                    parameters.getOrDefault("en." + rule, "").strip()));
          }
        });
    boolean whole = parameters.containsKey("whole");
    return new RuleChange(
        code,
        from,
        parameters.getOrDefault("documentVi", "").strip(),
        parameters.getOrDefault("documentEn", "").strip(),
        parameters.containsKey("compared"),
        edits,
        whole ? parameters.getOrDefault("json", "") : null);
  }

  private static Level level(String value) {
    for (Level level : Level.values()) {
      if (level.name().equalsIgnoreCase(value)) {
        return level;
      }
    }
    throw Refusal.invalid("declarations.refused.rules-text");
  }
}
