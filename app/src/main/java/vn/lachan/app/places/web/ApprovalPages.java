package vn.lachan.app.places.web;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.kernel.Limits;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.places.Places;

/** Registrations that wait for the commune; several are approved at once. */
@Controller
class ApprovalPages {
  private final Places places;
  private final Clock clock;

  ApprovalPages(Places places, Clock clock) {
    this.places = places;
    this.clock = clock;
  }

  @Requires(Permission.PLACES_APPROVE)
  @GetMapping("/places/approvals")
  String waiting(
      Actor actor,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "" + Limits.PAGE_ROWS) int rows,
      Model model) {
    model.addAttribute("page", places.approvals(actor, after, rows));
    model.addAttribute("after", after);
    return "places/approvals";
  }

  /** One that somebody else settled meanwhile does not hold up the others. */
  @Requires(Permission.PLACES_APPROVE)
  @PostMapping("/places/approvals")
  String approve(
      Actor actor, @RequestParam(defaultValue = "") List<UUID> place, RedirectAttributes flash) {
    Limits.pageRows(Math.max(1, place.size()));
    int skipped = 0;
    for (UUID one : place) {
      try {
        places.approve(actor, one, clock.instant());
      } catch (Refusal refusal) {
        if (refusal.kind() != Refusal.Kind.CONFLICT) {
          throw refusal;
        }
        skipped++;
      }
    }
    flash.addFlashAttribute(
        "notice",
        place.isEmpty()
            ? "places.done.none-selected"
            : skipped == 0 ? "places.done.approved" : "places.done.approved-some");
    return "redirect:/places/approvals";
  }
}
