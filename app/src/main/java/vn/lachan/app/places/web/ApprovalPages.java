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
      Actor actor, @RequestParam(defaultValue = "") List<String> place, RedirectAttributes flash) {
    Limits.pageRows(Math.max(1, place.size()));
    int skipped = 0;
    for (String one : place) {
      try {
        Read read = Read.of(one);
        places.approve(actor, read.place(), read.revision(), clock.instant());
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
            : skipped == 0 ? "places.done.approved" : "places.done.approved-changed");
    return "redirect:/places/approvals";
  }

  /** A line as it was read when it was ticked: the place and its revision. */
  private record Read(UUID place, int revision) {
    static Read of(String ticked) {
      String[] parts = ticked.split("\\.", -1);
      try {
        if (parts.length == 2) {
          return new Read(UUID.fromString(parts[0]), Integer.parseInt(parts[1]));
        }
      } catch (IllegalArgumentException unreadable) {
        throw Refusal.invalid("places.refused.not-found");
      }
      throw Refusal.invalid("places.refused.not-found");
    }
  }
}
