package vn.lachan.app.casework.web;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.casework.CaseFilter;
import vn.lachan.app.casework.CaseRow;
import vn.lachan.app.casework.CaseStateReason;
import vn.lachan.app.casework.CaseView;
import vn.lachan.app.casework.Cases;
import vn.lachan.app.declarations.Journeys;
import vn.lachan.app.kernel.Limits;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.people.Purpose;
import vn.lachan.app.tracing.TraceNews;

/** The list of cases, and one case with its contacts. */
@Controller
class CasePages {
  private static final String WRONG = "casework.refused.filter";

  private final Cases cases;
  private final CaseModel caseModel;
  private final ViewModel viewModel;
  private final CaseWords words;
  private final Journeys journeys;
  private final TraceNews news;
  private final Clock clock;

  CasePages(
      Cases cases,
      CaseModel caseModel,
      ViewModel viewModel,
      CaseWords words,
      Journeys journeys,
      TraceNews news,
      Clock clock) {
    this.cases = cases;
    this.caseModel = caseModel;
    this.viewModel = viewModel;
    this.words = words;
    this.journeys = journeys;
    this.news = news;
    this.clock = clock;
  }

  @Requires(Permission.CASES_READ)
  @GetMapping("/casework")
  String list(Actor actor, @RequestParam Map<String, String> asked, Model model) {
    String open = Typed.text(asked.get("state"));
    Integer unit = Typed.number(asked.get("unit"), WRONG);
    var filter =
        new CaseFilter(
            open == null ? null : open.equals("open"),
            unit,
            Typed.caseNumber(asked.get("text"), "casework.refused.case-number"),
            Typed.text(asked.get("disease")),
            Typed.day(asked.get("since"), WRONG));
    model.addAttribute("asked", asked);
    model.addAttribute("filtered", !filter.equals(CaseFilter.all()));
    model.addAttribute("chosenUnit", unit == null ? null : words.path(unit));
    model.addAttribute("mayWrite", actor.may(Permission.CASES_WRITE));
    Page<CaseRow> page =
        cases.list(actor, filter, Typed.text(asked.get("after")), Limits.PAGE_ROWS);
    model.addAttribute("page", page);
    model.addAttribute(
        "news", news.since(actor.account(), page.rows().stream().map(CaseRow::number).toList()));
    return "casework/list";
  }

  @Requires(Permission.CASES_READ)
  @GetMapping("/casework/{caseId:[0-9a-f-]{36}}")
  String file(
      Actor actor,
      @PathVariable UUID caseId,
      @RequestParam Map<String, String> asked,
      Model model) {
    ListAddress address = ListAddress.of(caseId, asked);
    CaseView file = caseModel.head(actor, caseId, address, model);
    switch (address.view()) {
      case "graph" -> viewModel.graph(actor, file, address, model);
      case "timeline" -> viewModel.timeline(actor, file, address, model);
      case "map" -> viewModel.map(actor, file, address, model);
      default -> caseModel.list(actor, caseId, address, model);
    }
    if (actor.may(Permission.DECLARATIONS_READ)) {
      model.addAttribute("journeys", journeys.of(actor, file.person().publicId()));
    }
    UUID contact = address.contact();
    if (contact != null && !address.view().equals("timeline")) {
      caseModel.contact(actor, caseId, contact, address, model);
    }
    return "casework/case";
  }

  /** The contact beside the list. */
  @Requires(Permission.CASES_READ)
  @GetMapping("/casework/{caseId}/contacts/{person}")
  String contact(
      Actor actor,
      @PathVariable UUID caseId,
      @PathVariable UUID person,
      @RequestParam Map<String, String> asked,
      @RequestHeader(value = "HX-Request", required = false) @Nullable String part,
      Model model) {
    ListAddress address = ListAddress.of(caseId, asked);
    if (part == null) {
      return "redirect:" + address.contact(person);
    }
    caseModel.contact(actor, caseId, person, address, model);
    return "casework/contact :: contact";
  }

  /** The place beside the map. */
  @Requires(Permission.CASES_READ)
  @GetMapping("/casework/{caseId}/places/{place}")
  String place(
      Actor actor,
      @PathVariable UUID caseId,
      @PathVariable UUID place,
      @RequestHeader(value = "HX-Request", required = false) @Nullable String part,
      Model model) {
    ListAddress address = ListAddress.of(caseId, Map.of("view", "map"));
    if (part == null) {
      return "redirect:" + address.with("place", place);
    }
    model.addAttribute("caseId", caseId);
    model.addAttribute("address", address);
    viewModel.place(actor, caseId, place, model);
    return "casework/map :: place";
  }

  @Requires(Permission.PEOPLE_OPEN)
  @PostMapping("/casework/{caseId}/open")
  String open(
      Actor actor,
      @PathVariable UUID caseId,
      @RequestParam Purpose purpose,
      @RequestParam(defaultValue = "") String note,
      Model model) {
    model.addAttribute("identity", cases.identity(actor, caseId, purpose.because(note)));
    return "casework/contact :: opened";
  }

  @Requires(Permission.PEOPLE_OPEN)
  @PostMapping("/casework/{caseId}/notes/open")
  String notes(Actor actor, @PathVariable UUID caseId, Model model) {
    model.addAttribute("notes", cases.notes(actor, caseId, Purpose.TRACE.because("notes")));
    return "casework/contact :: notes";
  }

  @Requires(Permission.CASES_WRITE)
  @PostMapping("/casework/{caseId}/notes")
  String addNote(
      Actor actor,
      @PathVariable UUID caseId,
      @RequestParam(defaultValue = "") String text,
      RedirectAttributes redirect) {
    cases.addNote(actor, caseId, text, clock.instant());
    redirect.addFlashAttribute("notice", "casework.note.added");
    return "redirect:/casework/" + caseId;
  }

  @Requires(Permission.CASES_WRITE)
  @PostMapping("/casework/{caseId}/close")
  String close(
      Actor actor,
      @PathVariable UUID caseId,
      @RequestParam CaseStateReason reason,
      RedirectAttributes redirect) {
    cases.close(actor, caseId, reason, clock.instant());
    redirect.addFlashAttribute("notice", "casework.closed");
    return "redirect:/casework/" + caseId;
  }

  @Requires(Permission.CASES_WRITE)
  @PostMapping("/casework/{caseId}/reopen")
  String reopen(Actor actor, @PathVariable UUID caseId, RedirectAttributes redirect) {
    cases.reopen(actor, caseId, clock.instant());
    redirect.addFlashAttribute("notice", "casework.reopened");
    return "redirect:/casework/" + caseId;
  }
}
