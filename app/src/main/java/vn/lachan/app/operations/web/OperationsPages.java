package vn.lachan.app.operations.web;

import java.util.List;
import java.util.Locale;
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
import vn.lachan.app.operations.BackupState;
import vn.lachan.app.operations.Check;
import vn.lachan.app.operations.Operations;
import vn.lachan.app.program.SettingView;

/** What an operator looks at: first what needs attention, then each part by itself. */
@Controller
@Requires(Permission.OPERATE)
@RequestMapping("/operations")
class OperationsPages {
  private static final int MOST_LETTERS = 60;

  private final Operations operations;

  OperationsPages(Operations operations) {
    this.operations = operations;
  }

  @GetMapping
  String overview(Actor actor, Model model) {
    List<Check> checks = operations.checks(actor);
    model.addAttribute("checks", checks);
    model.addAttribute(
        "attention",
        checks.stream().filter(check -> check.state() == Check.State.ATTENTION).count());
    model.addAttribute("copies", operations.copies(actor));
    model.addAttribute("tab", "overview");
    return "operations/overview";
  }

  @GetMapping("/jobs")
  String jobs(Actor actor, @RequestParam(required = false) @Nullable String kind, Model model) {
    String asked = kind == null || kind.isBlank() ? null : cut(kind);
    model.addAttribute("jobs", operations.jobs(actor, asked));
    model.addAttribute("kind", asked);
    model.addAttribute("tab", "jobs");
    return "operations/jobs";
  }

  @PostMapping("/jobs/{job}/cancel")
  String cancel(Actor actor, @PathVariable UUID job) {
    operations.cancelJob(actor, job);
    return "redirect:/operations/jobs";
  }

  @GetMapping("/settings")
  String settings(
      Actor actor,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "false") boolean changed,
      Model model) {
    String text = cut(q).toLowerCase(Locale.ROOT);
    model.addAttribute(
        "settings",
        operations.settings(actor).stream()
            .filter(setting -> setting.name().contains(text))
            .filter(setting -> !changed || setting.origin() != SettingView.Origin.DEFAULT)
            .toList());
    model.addAttribute("q", text);
    model.addAttribute("changed", changed);
    model.addAttribute("tab", "settings");
    return "operations/settings";
  }

  @GetMapping("/storage")
  String storage(Actor actor, Model model) {
    model.addAttribute("schemas", operations.storage(actor));
    model.addAttribute("tab", "storage");
    return "operations/storage";
  }

  @GetMapping("/backups")
  String backups(Actor actor, Model model) {
    BackupState state = operations.backups(actor);
    model.addAttribute("backups", state.latest());
    model.addAttribute("plan", state.plan());
    model.addAttribute("last", state.lastWhole());
    model.addAttribute("tab", "backups");
    return "operations/backups";
  }

  private static String cut(String text) {
    String stripped = text.strip();
    return stripped.length() <= MOST_LETTERS ? stripped : stripped.substring(0, MOST_LETTERS);
  }
}
