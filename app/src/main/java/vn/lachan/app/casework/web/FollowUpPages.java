package vn.lachan.app.casework.web;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.casework.Cases;
import vn.lachan.app.casework.FollowUp;

/**
 * Ticking contacts off, from a row, from the contact or for many at once, and taking it back. With
 * htmx the list comes back in place; without it the page is shown again.
 */
@Controller
class FollowUpPages {
  private final Cases cases;
  private final CaseModel caseModel;
  private final Clock clock;

  FollowUpPages(Cases cases, CaseModel caseModel, Clock clock) {
    this.cases = cases;
    this.caseModel = caseModel;
    this.clock = clock;
  }

  /** {@code reached} names one task and goes before the ticked ones. */
  @Requires(Permission.CASES_WRITE)
  @PostMapping("/casework/{caseId}/follow-up")
  String followUp(
      Actor actor,
      @PathVariable UUID caseId,
      @RequestParam(required = false) @Nullable Long reached,
      @RequestParam(defaultValue = "") List<Long> task,
      @RequestParam(defaultValue = "REACHED") FollowUp state,
      @RequestParam(defaultValue = "") String query,
      @RequestHeader(value = "HX-Request", required = false) @Nullable String part,
      RedirectAttributes redirect,
      Model model) {
    List<Long> tasks = reached == null ? task : List.of(reached);
    FollowUp said = reached == null ? state : FollowUp.REACHED;
    List<Long> made = cases.followUp(actor, tasks, said, clock.instant());
    return answer(actor, caseId, query, part, made, said, redirect, model);
  }

  @Requires(Permission.CASES_WRITE)
  @PostMapping("/casework/{caseId}/follow-up/undo")
  String undo(
      Actor actor,
      @PathVariable UUID caseId,
      @RequestParam List<Long> made,
      @RequestParam(defaultValue = "") String query,
      @RequestHeader(value = "HX-Request", required = false) @Nullable String part,
      RedirectAttributes redirect,
      Model model) {
    cases.undo(actor, made, clock.instant());
    return answer(actor, caseId, query, part, List.of(), null, redirect, model);
  }

  private String answer(
      Actor actor,
      UUID caseId,
      String query,
      @Nullable String part,
      List<Long> made,
      @Nullable FollowUp state,
      RedirectAttributes redirect,
      Model model) {
    ListAddress address = ListAddress.parse(caseId, query);
    if (part == null) {
      redirect.addFlashAttribute("made", made);
      redirect.addFlashAttribute("madeState", state);
      return "redirect:" + address.page(address.after());
    }
    caseModel.head(actor, caseId, address, model);
    caseModel.list(actor, caseId, address, model);
    model.addAttribute("made", made);
    model.addAttribute("madeState", state);
    UUID contact = address.contact();
    if (contact != null) {
      caseModel.contact(actor, caseId, contact, address, model);
    }
    return "casework/contacts :: answered";
  }
}
