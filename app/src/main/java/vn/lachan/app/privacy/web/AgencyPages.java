package vn.lachan.app.privacy.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
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
import vn.lachan.app.kernel.Page;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.kernel.SheetWriter;
import vn.lachan.app.privacy.AgencyField;
import vn.lachan.app.privacy.AgencyFilter;
import vn.lachan.app.privacy.AgencyPurpose;
import vn.lachan.app.privacy.AgencyRefusal;
import vn.lachan.app.privacy.AgencyRequests;
import vn.lachan.app.privacy.AgencyRow;
import vn.lachan.app.privacy.NewAgencyRequest;
import vn.lachan.app.privacy.OpenedAgencyRequest;
import vn.lachan.app.privacy.PrivacySettings;
import vn.lachan.app.program.ProgramSettings;

/** What the police and other agencies ask for, and what they are given. */
@Controller
@Requires({Permission.AGENCY_REQUEST, Permission.AGENCY_APPROVE, Permission.PRIVACY_MANAGE})
@RequestMapping("/privacy/agency")
class AgencyPages {
  private static final String WRONG = "privacy.refused.form";
  private static final int EXPORT_ROWS = 10_000;
  private static final List<Integer> WIDTHS =
      List.of(10, 30, 24, 12, 16, 34, 34, 10, 10, 18, 18, 24, 24);

  private final AgencyRequests requests;
  private final PrivacyWords words;
  private final PrivacySettings settings;
  private final ProgramSettings program;
  private final Clock clock;

  AgencyPages(
      AgencyRequests requests,
      PrivacyWords words,
      PrivacySettings settings,
      ProgramSettings program,
      Clock clock) {
    this.requests = requests;
    this.words = words;
    this.settings = settings;
    this.program = program;
    this.clock = clock;
  }

  @GetMapping
  String list(
      Actor actor,
      @RequestParam Map<String, String> asked,
      @RequestParam(required = false) @Nullable Long before,
      Model model) {
    AgencyFilter filter = filter(asked);
    model.addAttribute("asked", asked);
    model.addAttribute("before", before);
    model.addAttribute("filtered", !filter.equals(AgencyFilter.all()));
    model.addAttribute("states", AgencyRow.State.values());
    model.addAttribute("mayEnter", actor.may(Permission.AGENCY_REQUEST));
    model.addAttribute("officers", seesOfficers(actor));
    model.addAttribute(
        "page", requests.list(actor, filter, before, Limits.PAGE_ROWS, clock.instant()));
    return "privacy/agencies";
  }

  @GetMapping("/export.xlsx")
  ResponseEntity<byte[]> export(Actor actor, @RequestParam Map<String, String> asked) {
    var bytes = new ByteArrayOutputStream();
    List<String> columns = Arrays.stream(words.say("privacy.agency.columns").split("\\|")).toList();
    try (SheetWriter sheet =
        SheetWriter.open(bytes, words.say("privacy.agency.title"), columns, program.zone())
            .widths(WIDTHS)) {
      write(actor, filter(asked), sheet);
    }
    return Downloads.file("so-yeu-cau-co-quan-" + words.today() + ".xlsx", Downloads.SHEET)
        .body(bytes.toByteArray());
  }

  @Requires(Permission.AGENCY_REQUEST)
  @GetMapping("/new")
  String form(Actor actor, Model model) {
    boolean agency = !seesOfficers(actor) && !actor.may(Permission.CASES_READ);
    return form(agency ? Map.of("agency", actor.name()) : Map.of(), List.of(), model);
  }

  @Requires(Permission.AGENCY_REQUEST)
  @PostMapping("/new")
  String enter(
      Actor actor,
      @RequestParam Map<String, String> typed,
      @RequestParam(defaultValue = "") List<String> field,
      Model model,
      HttpServletResponse response) {
    try {
      return "redirect:/privacy/agency/"
          + requests.enter(actor, read(typed, field), clock.instant());
    } catch (Refusal refusal) {
      response.setStatus(refusal.kind().status());
      model.addAttribute("refusal", refusal);
      return form(typed, field, model);
    }
  }

  @GetMapping("/{id}")
  String request(Actor actor, @PathVariable UUID id, Model model) {
    model.addAttribute("view", requests.get(actor, id, clock.instant()));
    return page(model);
  }

  @PostMapping("/{id}/open")
  String open(Actor actor, @PathVariable UUID id, Model model) {
    return opened(requests.open(actor, id, clock.instant()), model);
  }

  @Requires(Permission.AGENCY_APPROVE)
  @PostMapping("/{id}/approve")
  String approve(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") List<UUID> person,
      @RequestParam(defaultValue = "") List<String> field,
      @RequestParam(defaultValue = "") String days,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    try {
      Integer until = Typed.number(days, WRONG);
      requests.approve(
          actor,
          id,
          person,
          Typed.choices(AgencyField.class, field, WRONG),
          until == null ? 0 : until,
          clock.instant());
    } catch (Refusal refusal) {
      response.setStatus(refusal.kind().status());
      model.addAttribute("refusal", refusal);
      return opened(requests.open(actor, id, clock.instant()), model);
    }
    return done(id, "privacy.done.agency-approved", redirect);
  }

  @Requires(Permission.AGENCY_APPROVE)
  @PostMapping("/{id}/refuse")
  String refuse(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam AgencyRefusal reason,
      @RequestParam(defaultValue = "") String text,
      RedirectAttributes redirect) {
    requests.refuse(actor, id, reason, Typed.text(text), clock.instant());
    return done(id, "privacy.done.agency-refused", redirect);
  }

  @Requires({Permission.AGENCY_APPROVE, Permission.PRIVACY_MANAGE})
  @PostMapping("/{id}/revoke")
  String revoke(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes redirect) {
    requests.revoke(actor, id, reason, clock.instant());
    return done(id, "privacy.done.agency-revoked", redirect);
  }

  /** The answer is shown as the answer to a form: each time is an act. */
  @Requires(Permission.AGENCY_REQUEST)
  @PostMapping("/{id}/answer")
  String answer(Actor actor, @PathVariable UUID id, Model model) {
    var answer = requests.answer(actor, id, clock.instant());
    model.addAttribute("answer", answer);
    model.addAttribute("view", answer.view());
    model.addAttribute("reader", actor.name());
    model.addAttribute("now", clock.instant());
    return "privacy/agency-answer";
  }

  private void write(Actor actor, AgencyFilter filter, SheetWriter sheet) {
    boolean officers = seesOfficers(actor);
    Long before = null;
    int written = 0;
    do {
      Page<AgencyRow> page =
          requests.list(actor, filter, before, Limits.PAGE_ROWS_MOST, clock.instant());
      page.rows().forEach(row -> sheet.row(cells(row, officers)));
      written += page.rows().size();
      before = page.next() == null ? null : (Long) Long.parseLong(page.next());
    } while (before != null && written < EXPORT_ROWS);
  }

  private List<@Nullable Object> cells(AgencyRow row, boolean officers) {
    return Arrays.asList(
        "CQ-" + row.number(),
        row.agency(),
        words.word("agency-purpose", row.purpose()),
        "CB-" + row.caseNumber(),
        words.word("agency-state", row.state()),
        fields(row.asked()),
        fields(row.granted()),
        row.persons(),
        row.openings(),
        row.enteredAt(),
        row.expiresAt(),
        officers ? row.enteredBy() : "",
        officers ? row.decidedBy() : "");
  }

  private String fields(Collection<AgencyField> fields) {
    return fields.stream()
        .map(field -> words.word("agency-field", field))
        .collect(Collectors.joining(", "));
  }

  private static boolean seesOfficers(Actor actor) {
    return actor.may(Permission.AGENCY_APPROVE) || actor.may(Permission.PRIVACY_MANAGE);
  }

  private static AgencyFilter filter(Map<String, String> asked) {
    return new AgencyFilter(
        Typed.choiceOrNull(AgencyRow.State.class, asked.get("state"), WRONG),
        Typed.caseNumber(asked.get("case"), "privacy.refused.case-number"),
        Typed.text(asked.get("agency")));
  }

  private static NewAgencyRequest read(Map<String, String> typed, List<String> field) {
    Long number = Typed.caseNumber(typed.get("case"), "privacy.refused.case-number");
    if (number == null) {
      throw Refusal.invalid("privacy.refused.case-number");
    }
    return new NewAgencyRequest(
        Typed.words(typed, "agency"),
        Typed.choice(AgencyPurpose.class, typed.get("purpose"), WRONG),
        Typed.words(typed, "officer"),
        Typed.words(typed, "paper"),
        Typed.words(typed, "legalBasis"),
        number,
        Typed.words(typed, "persons"),
        Typed.choices(AgencyField.class, field, WRONG));
  }

  private String form(Map<String, String> typed, List<String> field, Model model) {
    model.addAttribute("typed", typed);
    model.addAttribute("chosen", field);
    model.addAttribute("purposes", AgencyPurpose.values());
    model.addAttribute("fields", AgencyField.values());
    model.addAttribute("most", settings.agencyPersons());
    return "privacy/agency-new";
  }

  private String opened(OpenedAgencyRequest opened, Model model) {
    model.addAttribute("opened", opened);
    model.addAttribute("view", opened.view());
    return page(model);
  }

  private String page(Model model) {
    model.addAttribute("reasons", AgencyRefusal.values());
    model.addAttribute("mostDays", settings.agencyDays());
    return "privacy/agency";
  }

  private static String done(UUID id, String notice, RedirectAttributes redirect) {
    redirect.addFlashAttribute("notice", notice);
    return "redirect:/privacy/agency/" + id;
  }
}
