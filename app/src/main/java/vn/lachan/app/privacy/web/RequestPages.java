package vn.lachan.app.privacy.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.kernel.Limits;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.people.People;
import vn.lachan.app.people.PersonQuery;
import vn.lachan.app.privacy.IdentityCheck;
import vn.lachan.app.privacy.NewRequest;
import vn.lachan.app.privacy.OpenedRequest;
import vn.lachan.app.privacy.Outcome;
import vn.lachan.app.privacy.PersonRequests;
import vn.lachan.app.privacy.ReceivedBy;
import vn.lachan.app.privacy.RefusalReason;
import vn.lachan.app.privacy.RequestFilter;
import vn.lachan.app.privacy.RequestKind;
import vn.lachan.app.privacy.RequestSteps;
import vn.lachan.app.program.ProgramSettings;

/** Requests of persons, as the office answers them. */
@Controller
@Requires(Permission.PRIVACY_MANAGE)
@RequestMapping("/privacy/requests")
class RequestPages {
  private static final String WRONG = "privacy.refused.form";
  private static final String PAGE = "privacy/request";
  private static final List<ReceivedBy> WAYS =
      List.of(ReceivedBy.COUNTER, ReceivedBy.PHONE, ReceivedBy.LETTER);

  private final PersonRequests requests;
  private final RequestSteps steps;
  private final People people;
  private final ProgramSettings program;
  private final Clock clock;

  RequestPages(
      PersonRequests requests,
      RequestSteps steps,
      People people,
      ProgramSettings program,
      Clock clock) {
    this.requests = requests;
    this.steps = steps;
    this.people = people;
    this.program = program;
    this.clock = clock;
  }

  @GetMapping
  String list(
      Actor actor,
      @RequestParam Map<String, String> asked,
      @RequestParam(required = false) @Nullable Long after,
      Model model) {
    Instant now = clock.instant();
    var filter =
        new RequestFilter(
            "closed".equals(asked.get("state")),
            Typed.text(asked.get("overdue")) != null,
            Typed.choiceOrNull(RequestKind.class, asked.get("kind"), WRONG));
    model.addAttribute("asked", asked);
    model.addAttribute("after", after);
    model.addAttribute("filtered", !filter.equals(RequestFilter.open()));
    model.addAttribute("kinds", RequestKind.values());
    model.addAttribute("figures", requests.figures(actor, now));
    model.addAttribute("page", requests.list(actor, filter, after, Limits.PAGE_ROWS, now));
    return "privacy/requests";
  }

  @GetMapping("/enter")
  String form(Model model) {
    return form(Map.of(), model);
  }

  @PostMapping("/enter")
  String enter(
      Actor actor,
      @RequestParam Map<String, String> typed,
      Model model,
      HttpServletResponse response) {
    try {
      return "redirect:/privacy/requests/" + requests.receive(actor, read(typed), clock.instant());
    } catch (Refusal refusal) {
      refused(refusal, model, response);
      return form(typed, model);
    }
  }

  @GetMapping("/{id}")
  String request(Actor actor, @PathVariable UUID id, Model model) {
    return page(actor, id, model);
  }

  /** What was typed, shown as the answer to a form, so that no address opens it again. */
  @PostMapping("/{id}/open")
  String open(Actor actor, @PathVariable UUID id, Model model) {
    OpenedRequest opened = requests.open(actor, id, clock.instant());
    model.addAttribute("opened", opened);
    model.addAttribute("search", opened.field("contact"));
    return page(actor, id, model);
  }

  @PostMapping("/{id}/letter")
  String letter(Actor actor, @PathVariable UUID id, Model model) {
    OpenedRequest opened = requests.open(actor, id, clock.instant());
    model.addAttribute("opened", opened);
    model.addAttribute("view", opened.view());
    return "privacy/letter";
  }

  @PostMapping("/{id}/find")
  String find(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam String text,
      Model model,
      HttpServletResponse response) {
    model.addAttribute("search", text);
    try {
      model.addAttribute(
          "hits", people.find(actor, PersonQuery.parse(text), null, Limits.PAGE_ROWS).rows());
    } catch (Refusal refusal) {
      refused(refusal, model, response);
    }
    return page(actor, id, model);
  }

  @PostMapping("/{id}/identify")
  String identify(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam UUID person,
      @RequestParam IdentityCheck check,
      RedirectAttributes redirect) {
    steps.identify(actor, id, person, check, clock.instant());
    return done(id, "privacy.done.identified", redirect);
  }

  @PostMapping("/{id}/acknowledge")
  String acknowledge(Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
    steps.acknowledge(actor, id, clock.instant());
    return done(id, "privacy.done.acknowledged", redirect);
  }

  @PostMapping("/{id}/extend")
  String extend(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam String reason,
      RedirectAttributes redirect) {
    steps.extend(actor, id, reason, clock.instant());
    return done(id, "privacy.done.extended", redirect);
  }

  @PostMapping("/{id}/decide")
  String decide(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam Outcome outcome,
      @RequestParam(defaultValue = "") String refusal,
      @RequestParam(defaultValue = "") String text,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    try {
      RefusalReason reason = Typed.choiceOrNull(RefusalReason.class, refusal, WRONG);
      steps.decide(actor, id, outcome, reason, Typed.text(text), clock.instant());
    } catch (Refusal refused) {
      refused(refused, model, response);
      model.addAttribute("text", text);
      return page(actor, id, model);
    }
    return done(id, "privacy.done.decided", redirect);
  }

  @PostMapping("/{id}/fulfil")
  String fulfil(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String text,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    try {
      steps.fulfil(actor, id, Typed.text(text), clock.instant());
    } catch (Refusal refusal) {
      refused(refusal, model, response);
      return page(actor, id, model);
    }
    return done(id, "privacy.done.fulfilled", redirect);
  }

  @PostMapping("/{id}/lift")
  String lift(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam String reason,
      RedirectAttributes redirect) {
    steps.liftRestriction(actor, id, reason, clock.instant());
    return done(id, "privacy.done.lifted", redirect);
  }

  private NewRequest read(Map<String, String> typed) {
    String code = "privacy.refused.received-at-form";
    return new NewRequest(
        Typed.choice(RequestKind.class, typed.get("kind"), WRONG),
        Typed.choice(ReceivedBy.class, typed.get("way"), WRONG),
        Typed.time(typed.get("receivedAt"), program.zone(), code),
        Typed.words(typed, "name"),
        Typed.words(typed, "contact"),
        Typed.text(typed.get("text")),
        typed.containsKey("formal"),
        typed.containsKey("thirdParties"));
  }

  private String form(Map<String, String> typed, Model model) {
    model.addAttribute("typed", typed);
    model.addAttribute("kinds", RequestKind.values());
    model.addAttribute("ways", WAYS);
    model.addAttribute("now", clock.instant().atZone(program.zone()).toLocalDateTime());
    return "privacy/request-enter";
  }

  private String page(Actor actor, UUID id, Model model) {
    model.addAttribute("view", requests.get(actor, id, clock.instant()));
    model.addAttribute("checks", IdentityCheck.values());
    model.addAttribute("outcomes", Outcome.values());
    model.addAttribute("reasons", RefusalReason.values());
    return PAGE;
  }

  private static void refused(Refusal refusal, Model model, HttpServletResponse response) {
    response.setStatus(refusal.kind().status());
    model.addAttribute("refusal", refusal);
  }

  private static String done(UUID id, String notice, RedirectAttributes redirect) {
    redirect.addFlashAttribute("notice", notice);
    return "redirect:/privacy/requests/" + id;
  }
}
