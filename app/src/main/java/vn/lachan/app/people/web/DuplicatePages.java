package vn.lachan.app.people.web;

import java.time.Clock;
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
import vn.lachan.app.people.MergeReason;
import vn.lachan.app.people.People;
import vn.lachan.app.people.Purpose;

/** Possible duplicates: two records side by side, opened, then settled. */
@Controller
class DuplicatePages {
  private final People people;
  private final Clock clock;

  DuplicatePages(People people, Clock clock) {
    this.people = people;
    this.clock = clock;
  }

  @Requires(Permission.PEOPLE_EDIT)
  @GetMapping("/people/duplicates")
  String list(Actor actor, @RequestParam(required = false) @Nullable String after, Model model) {
    model.addAttribute("page", people.duplicates(actor, after, Limits.PAGE_ROWS));
    model.addAttribute("after", after);
    return "people/duplicates";
  }

  @Requires(Permission.PEOPLE_OPEN)
  @PostMapping("/people/duplicates/{number}/open")
  String open(Actor actor, @PathVariable long number, Model model) {
    model.addAttribute("both", people.openDuplicate(actor, number, Purpose.SETTLE.because(null)));
    model.addAttribute("number", number);
    model.addAttribute("reasons", MergeReason.values());
    return "people/duplicate";
  }

  @Requires(Permission.PEOPLE_EDIT)
  @PostMapping("/people/duplicates/{number}/same")
  String same(
      Actor actor,
      @PathVariable long number,
      @RequestParam MergeReason reason,
      RedirectAttributes redirect) {
    people.settleAsSame(actor, number, reason, clock.instant());
    redirect.addFlashAttribute("notice", "people.notice.merged");
    return "redirect:/people/duplicates";
  }

  @Requires(Permission.PEOPLE_EDIT)
  @PostMapping("/people/duplicates/{number}/different")
  String different(Actor actor, @PathVariable long number, RedirectAttributes redirect) {
    people.settleAsDifferent(actor, number, clock.instant());
    redirect.addFlashAttribute("notice", "people.notice.different");
    return "redirect:/people/duplicates";
  }
}
