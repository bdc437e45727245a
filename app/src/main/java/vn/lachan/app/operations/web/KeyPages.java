package vn.lachan.app.operations.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.operations.Operations;
import vn.lachan.app.people.CodeSigning;
import vn.lachan.app.people.KeyReport;
import vn.lachan.app.people.Keys;
import vn.lachan.app.program.Jobs;

/** Versions of the keys of identity, and their rotation. */
@Controller
@Requires(Permission.OPERATE)
@RequestMapping("/operations/keys")
class KeyPages {
  private final Keys keys;
  private final Operations operations;
  private final CodeSigning signing;
  private final Jobs jobs;

  KeyPages(Keys keys, Operations operations, CodeSigning signing, Jobs jobs) {
    this.keys = keys;
    this.operations = operations;
    this.signing = signing;
    this.jobs = jobs;
  }

  @GetMapping
  String keys(Actor actor, Model model) {
    KeyReport report = keys.report(actor);
    model.addAttribute("report", report);
    model.addAttribute(
        "job",
        report.keys().stream()
            .map(KeyReport.Key::work)
            .filter(work -> work != null)
            .findFirst()
            .flatMap(jobs::find)
            .orElse(null));
    model.addAttribute("signing", signing.versions(actor));
    model.addAttribute("tab", "keys");
    return "operations/keys";
  }

  @PostMapping("/rotate-signing")
  String rotateSigning(
      Actor actor,
      @RequestParam(defaultValue = "false") boolean copied,
      RedirectAttributes redirect) {
    if (!copied) {
      throw Refusal.invalid("operations.keys.copy-first");
    }
    operations.rotateSigning(actor);
    redirect.addFlashAttribute("notice", "operations.keys.signing.done");
    return "redirect:/operations/keys";
  }

  @PostMapping("/retire")
  String retire(
      Actor actor,
      @RequestParam int version,
      @RequestParam(defaultValue = "false") boolean kept,
      RedirectAttributes redirect) {
    if (!kept) {
      throw Refusal.invalid("operations.keys.keep-first");
    }
    operations.retireKey(actor, version);
    redirect.addFlashAttribute("notice", "operations.keys.retired");
    return "redirect:/operations/keys";
  }

  @PostMapping("/rotate")
  String rotate(
      Actor actor,
      @RequestParam KeyReport.Kind kind,
      @RequestParam(defaultValue = "false") boolean copied,
      RedirectAttributes redirect) {
    if (!copied) {
      throw Refusal.invalid("operations.keys.copy-first");
    }
    operations.rotateKey(actor, kind);
    redirect.addFlashAttribute("notice", "operations.keys.begun");
    return "redirect:/operations/keys";
  }
}
