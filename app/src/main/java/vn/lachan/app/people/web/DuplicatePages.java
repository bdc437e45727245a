package vn.lachan.app.people.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
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
import vn.lachan.app.people.MergeReason;
import vn.lachan.app.people.PastMerge;
import vn.lachan.app.people.People;
import vn.lachan.app.people.PossibleDuplicate;
import vn.lachan.app.people.Purpose;

/** Possible duplicates: two records side by side, opened, then settled; and what was merged. */
@Controller
class DuplicatePages {
  private final People people;
  private final PersonIds persons;
  private final StaffNames staff;
  private final Clock clock;

  DuplicatePages(People people, PersonIds persons, StaffNames staff, Clock clock) {
    this.people = people;
    this.persons = persons;
    this.staff = staff;
    this.clock = clock;
  }

  @Requires(Permission.PEOPLE_EDIT)
  @GetMapping("/people/duplicates")
  String list(
      Actor actor,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "false") boolean later,
      Model model) {
    model.addAttribute(
        "page", people.duplicates(actor, later, after, clock.instant(), Limits.PAGE_ROWS));
    model.addAttribute("after", after);
    model.addAttribute("later", later);
    return "people/duplicates";
  }

  @Requires(Permission.PEOPLE_EDIT)
  @GetMapping("/people/merges")
  String merges(Actor actor, @RequestParam(required = false) @Nullable String after, Model model) {
    var page = people.merges(actor, after, Limits.PAGE_ROWS);
    model.addAttribute("page", page);
    model.addAttribute("after", after);
    List<Long> accounts = new ArrayList<>();
    for (PastMerge merge : page.rows()) {
      accounts.add(merge.by());
      if (merge.undoneBy() != null) {
        accounts.add(merge.undoneBy());
      }
    }
    model.addAttribute("staff", staff.of(accounts));
    return "people/merges";
  }

  /** Two rows of a search, to be compared. */
  @Requires(Permission.PEOPLE_EDIT)
  @PostMapping("/people/compare")
  String compare(
      Actor actor,
      @RequestParam(defaultValue = "") List<UUID> person,
      Model model,
      HttpServletResponse response) {
    if (person.size() != 2) {
      throw Refusal.invalid("people.refused.two");
    }
    long pair =
        people.suspect(
            actor,
            persons.number(person.getFirst()),
            persons.number(person.getLast()),
            clock.instant());
    return open(actor, pair, model, response);
  }

  @Requires(Permission.PEOPLE_OPEN)
  @PostMapping("/people/duplicates/{number}/open")
  String open(Actor actor, @PathVariable long number, Model model, HttpServletResponse response) {
    PossibleDuplicate pair = people.duplicate(actor, number);
    if (pair.verdict() != null) {
      return settled(pair, null, model);
    }
    model.addAttribute("both", people.openDuplicate(actor, number, Purpose.SETTLE.because(null)));
    model.addAttribute("pair", pair);
    model.addAttribute("reasons", MergeReason.values());
    return "people/duplicate";
  }

  @Requires(Permission.PEOPLE_EDIT)
  @PostMapping("/people/duplicates/{number}/same")
  String same(
      Actor actor,
      @PathVariable long number,
      @RequestParam int revision,
      @RequestParam MergeReason reason,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    return settle(
        actor,
        number,
        () -> {
          people.settleAsSame(actor, number, revision, reason, clock.instant());
          redirect.addFlashAttribute("notice", "people.notice.merged");
          redirect.addFlashAttribute("undo", lastMergeOf(actor));
        },
        model,
        response);
  }

  @Requires(Permission.PEOPLE_EDIT)
  @PostMapping("/people/duplicates/{number}/different")
  String different(
      Actor actor,
      @PathVariable long number,
      @RequestParam int revision,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    return settle(
        actor,
        number,
        () -> {
          people.settleAsDifferent(actor, number, revision, clock.instant());
          redirect.addFlashAttribute("notice", "people.notice.different");
        },
        model,
        response);
  }

  @Requires(Permission.PEOPLE_EDIT)
  @PostMapping("/people/duplicates/{number}/later")
  String later(
      Actor actor,
      @PathVariable long number,
      @RequestParam int revision,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    return settle(
        actor,
        number,
        () -> {
          people.putOff(actor, number, revision, clock.instant());
          redirect.addFlashAttribute("notice", "people.notice.put-off");
        },
        model,
        response);
  }

  /** Who comes second is told who was first and what they decided. */
  private String settle(
      Actor actor, long number, Runnable decision, Model model, HttpServletResponse response) {
    try {
      decision.run();
    } catch (Refusal refusal) {
      if (refusal.kind() != Refusal.Kind.CONFLICT) {
        throw refusal;
      }
      response.setStatus(refusal.kind().status());
      return settled(people.duplicate(actor, number), refusal, model);
    }
    return "redirect:/people/duplicates";
  }

  private String settled(PossibleDuplicate pair, @Nullable Refusal refusal, Model model) {
    model.addAttribute("pair", pair);
    model.addAttribute("refusal", refusal);
    model.addAttribute(
        "staff", staff.of(pair.settledBy() == null ? List.of() : List.of(pair.settledBy())));
    return "people/duplicate-settled";
  }

  /** The merge that was made a moment ago, to be offered for undoing. */
  private @Nullable UUID lastMergeOf(Actor actor) {
    return people.merges(actor, null, 1).rows().stream()
        .filter(merge -> merge.by() == actor.account() && merge.holds())
        .map(merge -> merge.person().publicId())
        .findFirst()
        .orElse(null);
  }
}
