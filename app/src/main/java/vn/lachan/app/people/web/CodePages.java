package vn.lachan.app.people.web;

import java.time.Clock;
import java.time.Instant;
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
import vn.lachan.app.kernel.QrCode;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.people.PersonalCodes;
import vn.lachan.app.people.PrintedCode;
import vn.lachan.app.people.StandingCode;

/**
 * Badges with a signed code for those without a phone. A badge is the answer to a form and is not
 * kept: who needs another one prints anew, and the former can be revoked.
 */
@Controller
class CodePages {
  /** Paper to print on; the code is at least 5 cm wide on both. */
  enum Paper {
    A6,
    A7
  }

  private final PersonalCodes codes;
  private final PersonIds persons;
  private final Clock clock;

  CodePages(PersonalCodes codes, PersonIds persons, Clock clock) {
    this.codes = codes;
    this.persons = persons;
    this.clock = clock;
  }

  @Requires(Permission.PEOPLE_EDIT)
  @PostMapping("/people/{publicId}/badge")
  String badge(
      Actor actor,
      @PathVariable UUID publicId,
      @RequestParam(defaultValue = "A6") Paper paper,
      Model model) {
    PrintedCode printed = codes.print(actor, persons.number(publicId), clock.instant());
    model.addAttribute("publicId", publicId);
    model.addAttribute("printed", printed);
    model.addAttribute("paper", paper);
    model.addAttribute("drawn", QrCode.of(printed.code().text(), QrCode.Level.QUARTILE));
    return "people/badge";
  }

  @Requires(Permission.PEOPLE_EDIT)
  @GetMapping("/people/{publicId}/codes/{issue}/revoke")
  String ask(Actor actor, @PathVariable UUID publicId, @PathVariable UUID issue, Model model) {
    Instant now = clock.instant();
    StandingCode code =
        codes.issued(actor, persons.number(publicId), now).stream()
            .filter(each -> each.issue().equals(issue))
            .findFirst()
            .orElseThrow(() -> Refusal.notFound("people.code.not-issued"));
    model.addAttribute("publicId", publicId);
    model.addAttribute("issued", code);
    return "people/revoke-code";
  }

  @Requires(Permission.PEOPLE_EDIT)
  @PostMapping("/people/{publicId}/codes/{issue}/revoke")
  String revoke(
      Actor actor,
      @PathVariable UUID publicId,
      @PathVariable UUID issue,
      RedirectAttributes redirect) {
    codes.revoke(actor, persons.number(publicId), issue, clock.instant());
    redirect.addFlashAttribute("notice", "people.notice.code-revoked");
    return "redirect:/people/" + publicId;
  }
}
