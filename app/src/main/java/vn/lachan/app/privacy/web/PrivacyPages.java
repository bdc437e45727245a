package vn.lachan.app.privacy.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.kernel.Limits;
import vn.lachan.app.privacy.AgencyRequests;
import vn.lachan.app.privacy.AssessmentView;
import vn.lachan.app.privacy.Assessments;
import vn.lachan.app.privacy.BreachRow;
import vn.lachan.app.privacy.Breaches;
import vn.lachan.app.privacy.PersonRequests;
import vn.lachan.app.privacy.RequestFilter;

/** What the law wants done now. */
@Controller
class PrivacyPages {
  private static final int ROWS = 8;

  private final PersonRequests requests;
  private final Breaches breaches;
  private final Assessments assessments;
  private final AgencyRequests agencies;
  private final Clock clock;

  PrivacyPages(
      PersonRequests requests,
      Breaches breaches,
      Assessments assessments,
      AgencyRequests agencies,
      Clock clock) {
    this.requests = requests;
    this.breaches = breaches;
    this.assessments = assessments;
    this.agencies = agencies;
    this.clock = clock;
  }

  @Requires({Permission.PRIVACY_MANAGE, Permission.AGENCY_REQUEST, Permission.AGENCY_APPROVE})
  @GetMapping("/privacy")
  String overview(Actor actor, Model model) {
    if (!actor.may(Permission.PRIVACY_MANAGE)) {
      return "redirect:/privacy/agency";
    }
    Instant now = clock.instant();
    List<BreachRow> open =
        breaches.list(actor, null, Limits.PAGE_ROWS_MOST, now).rows().stream()
            .filter(row -> row.closedAt() == null)
            .toList();
    List<AssessmentView> due =
        assessments.list(actor, null, Limits.PAGE_ROWS_MOST, now).rows().stream()
            .filter(one -> one.row().dueAt() != null)
            .toList();
    model.addAttribute("figures", requests.figures(actor, now));
    model.addAttribute(
        "requests", requests.list(actor, RequestFilter.open(), null, ROWS, now).rows());
    model.addAttribute("breaches", open);
    model.addAttribute("late", open.stream().anyMatch(BreachRow::late));
    model.addAttribute("assessments", due);
    model.addAttribute("dueLate", due.stream().anyMatch(one -> one.row().overdue()));
    model.addAttribute("waiting", agencies.waiting(actor));
    return "privacy/overview";
  }
}
