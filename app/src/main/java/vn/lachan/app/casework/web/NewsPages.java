package vn.lachan.app.casework.web;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.casework.CaseView;
import vn.lachan.app.casework.Cases;
import vn.lachan.app.tracing.Crowds;
import vn.lachan.app.tracing.TraceCrowd;
import vn.lachan.app.tracing.TraceNews;

/** What is new in a case since this officer last looked: a part of its page. */
@Controller
class NewsPages {
  private static final int ROWS = 20;

  private final Cases cases;
  private final TraceNews news;
  private final Crowds crowds;
  private final Clock clock;

  NewsPages(Cases cases, TraceNews news, Crowds crowds, Clock clock) {
    this.cases = cases;
    this.news = news;
    this.crowds = crowds;
    this.clock = clock;
  }

  /** Looking is noted, so it is no mere reading. */
  @Requires(Permission.CASES_READ)
  @PostMapping("/casework/{caseId}/look")
  String look(Actor actor, @PathVariable UUID caseId, Model model) {
    CaseView file = cases.get(actor, caseId);
    UUID trace = file.trace().publicId();
    model.addAttribute("caseId", caseId);
    model.addAttribute("news", news.look(actor, trace, clock.instant()));
    model.addAttribute(
        "held", crowds.list(actor, trace).stream().filter(TraceCrowd::heldBack).count());
    return "casework/news :: news";
  }

  @Requires(Permission.CASES_READ)
  @GetMapping("/casework/{caseId}/news")
  String changed(
      Actor actor,
      @PathVariable UUID caseId,
      @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
      Model model) {
    if (part == null) {
      return "redirect:/casework/" + caseId;
    }
    CaseView file = cases.get(actor, caseId);
    model.addAttribute("caseId", caseId);
    model.addAttribute("changed", news.changed(actor, file.trace().publicId(), ROWS));
    model.addAttribute("rows", ROWS);
    return "casework/news :: changed";
  }

  @Requires(Permission.CASES_READ)
  @PostMapping("/casework/{caseId}/seen")
  String seen(Actor actor, @PathVariable UUID caseId) {
    CaseView file = cases.get(actor, caseId);
    news.seen(actor, file.trace().publicId(), clock.instant());
    return "redirect:/casework/" + caseId;
  }
}
