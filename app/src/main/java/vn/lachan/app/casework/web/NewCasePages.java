package vn.lachan.app.casework.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.casework.CaseView;
import vn.lachan.app.casework.Cases;
import vn.lachan.app.casework.OpenedCase;
import vn.lachan.app.kernel.Limits;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.people.People;
import vn.lachan.app.people.PersonQuery;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.app.tracing.RuleSet;
import vn.lachan.app.tracing.TraceWindow;
import vn.lachan.app.tracing.Traces;

/**
 * Opening a case: whom it is about, then the dates. What is looked for travels in the body, never
 * in an address; what was typed stays on the page whatever is refused.
 */
@Controller
class NewCasePages {
  private final Cases cases;
  private final People people;
  private final Traces traces;
  private final CaseWords words;
  private final ProgramSettings program;
  private final Clock clock;

  NewCasePages(
      Cases cases,
      People people,
      Traces traces,
      CaseWords words,
      ProgramSettings program,
      Clock clock) {
    this.cases = cases;
    this.people = people;
    this.traces = traces;
    this.words = words;
    this.program = program;
    this.clock = clock;
  }

  @Requires(Permission.CASES_WRITE)
  @GetMapping("/casework/new")
  String fresh(Model model) {
    return form(NewCaseForm.empty(today()), null, "/casework/new", model);
  }

  @Requires(Permission.CASES_WRITE)
  @PostMapping("/casework/new/find")
  String find(Actor actor, NewCaseForm form, Model model, HttpServletResponse response) {
    try {
      String text = Typed.text(form.search());
      if (text == null) {
        throw Refusal.invalid("casework.refused.search");
      }
      model.addAttribute(
          "found", people.find(actor, PersonQuery.parse(text), null, Limits.PAGE_ROWS));
    } catch (Refusal refusal) {
      return refused(form, refusal, "/casework/new", model, response);
    }
    return form(form, null, "/casework/new", model);
  }

  /** The window that these dates give, with its reason, before anything is stored. */
  @Requires(Permission.CASES_WRITE)
  @PostMapping("/casework/new/window")
  String window(Actor actor, NewCaseForm form, Model model) {
    try {
      String disease = Typed.text(form.disease());
      Integer unit = form.unitNumber();
      TraceWindow window =
          cases.preview(
              actor,
              disease == null ? "" : disease,
              unit == null ? 0 : unit,
              form.facts(program.zone(), today()),
              clock.instant());
      model.addAttribute("window", window);
    } catch (Refusal refusal) {
      model.addAttribute("refusal", refusal);
      model.addAttribute("asksWindow", true);
    }
    return "casework/new :: window";
  }

  @Requires(Permission.CASES_WRITE)
  @PostMapping("/casework/new")
  String open(
      Actor actor,
      NewCaseForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    Instant now = clock.instant();
    try {
      OpenedCase opened = cases.open(actor, form.newCase(program.zone(), today()), now);
      redirect.addFlashAttribute(
          "opened", Map.of("contacts", opened.contacts(), "millis", opened.millis()));
      return "redirect:/casework/" + opened.publicId();
    } catch (Refusal refusal) {
      return refused(form, refusal, "/casework/new", model, response);
    }
  }

  @Requires(Permission.CASES_WRITE)
  @GetMapping("/casework/{caseId}/correct")
  String correct(Actor actor, @PathVariable UUID caseId, Model model) {
    CaseView file = cases.get(actor, caseId);
    model.addAttribute("file", file);
    return form(
        NewCaseForm.of(file, program.zone()), null, "/casework/" + caseId + "/correct", model);
  }

  @Requires(Permission.CASES_WRITE)
  @PostMapping("/casework/{caseId}/correct")
  String correct(
      Actor actor,
      @PathVariable UUID caseId,
      NewCaseForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    try {
      cases.correct(actor, caseId, form.facts(program.zone(), today()), clock.instant());
    } catch (Refusal refusal) {
      model.addAttribute("file", cases.get(actor, caseId));
      return refused(form, refusal, "/casework/" + caseId + "/correct", model, response);
    }
    redirect.addFlashAttribute("notice", "casework.corrected");
    return "redirect:/casework/" + caseId;
  }

  private String refused(
      NewCaseForm form, Refusal refusal, String action, Model model, HttpServletResponse response) {
    response.setStatus(refusal.kind().status());
    return form(form, refusal, action, model);
  }

  private String form(NewCaseForm form, @Nullable Refusal refusal, String action, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("refusal", refusal);
    model.addAttribute("action", action);
    model.addAttribute("diseases", diseases());
    model.addAttribute("today", today());
    model.addAttribute("chosenUnit", chosenUnit(form));
    return "casework/new";
  }

  /** Only diseases that some rule set names: for others nobody could say who is a contact. */
  private Set<String> diseases() {
    Set<String> diseases = new TreeSet<>();
    traces.ruleSets().stream().map(RuleSet::disease).forEach(diseases::add);
    diseases.remove("*");
    return diseases;
  }

  private @Nullable String chosenUnit(NewCaseForm form) {
    try {
      Integer unit = form.unitNumber();
      return unit == null ? null : words.path(unit);
    } catch (Refusal _) {
      return null;
    }
  }

  private LocalDate today() {
    return clock.instant().atZone(program.zone()).toLocalDate();
  }
}
