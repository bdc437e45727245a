package vn.lachan.app.people.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
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
import vn.lachan.app.people.DestructionEntry;
import vn.lachan.app.people.DestructionReason;
import vn.lachan.app.people.People;

/** Destroying an identity, and what survives of those that were. */
@Controller
class DestructionPages {
  /** What one may choose; the end of the retention is the program's own. */
  private static final List<DestructionReason> REASONS =
      List.of(DestructionReason.REQUESTED, DestructionReason.DRILL_OVER);

  private final People people;
  private final PersonIds persons;
  private final StaffNames staff;
  private final Clock clock;

  DestructionPages(People people, PersonIds persons, StaffNames staff, Clock clock) {
    this.people = people;
    this.persons = persons;
    this.staff = staff;
    this.clock = clock;
  }

  @Requires(Permission.PEOPLE_DESTROY)
  @GetMapping("/people/{publicId}/destroy")
  String ask(Actor actor, @PathVariable UUID publicId, Model model) {
    model.addAttribute("file", people.file(actor, persons.number(publicId), clock.instant()));
    model.addAttribute("reasons", REASONS);
    return "people/destroy";
  }

  @Requires(Permission.PEOPLE_DESTROY)
  @PostMapping("/people/{publicId}/destroy")
  String destroy(
      Actor actor,
      @PathVariable UUID publicId,
      @RequestParam DestructionReason reason,
      @RequestParam(defaultValue = "") String basis,
      @RequestParam(defaultValue = "false") boolean sure,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    try {
      if (!sure || basis.isBlank() || !REASONS.contains(reason)) {
        throw Refusal.invalid("people.refused.unsure");
      }
      people.destroy(actor, persons.number(publicId), reason, basis, clock.instant());
    } catch (Refusal refusal) {
      if (refusal.kind() != Refusal.Kind.INVALID) {
        throw refusal;
      }
      response.setStatus(refusal.kind().status());
      model.addAttribute("refusal", refusal);
      model.addAttribute("basis", basis);
      model.addAttribute("reason", reason);
      return ask(actor, publicId, model);
    }
    redirect.addFlashAttribute("notice", "people.notice.destroyed");
    return "redirect:/people/destructions";
  }

  @Requires(Permission.PEOPLE_DESTROY)
  @GetMapping("/people/destructions")
  String list(Actor actor, @RequestParam(required = false) @Nullable String after, Model model) {
    var page = people.destructions(actor, after, Limits.PAGE_ROWS);
    model.addAttribute("page", page);
    model.addAttribute("after", after);
    model.addAttribute("staff", staff.of(page.rows().stream().map(DestructionEntry::by).toList()));
    return "people/destructions";
  }
}
