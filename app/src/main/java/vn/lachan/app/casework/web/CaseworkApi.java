package vn.lachan.app.casework.web;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.casework.CaseFacts;
import vn.lachan.app.casework.CaseFilter;
import vn.lachan.app.casework.Cases;
import vn.lachan.app.casework.FollowUp;
import vn.lachan.app.casework.NewCase;
import vn.lachan.app.casework.OpenedCase;
import vn.lachan.app.casework.TaskFilter;
import vn.lachan.app.casework.TaskKind;
import vn.lachan.app.kernel.Limits;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.people.Claim;
import vn.lachan.app.people.Source;
import vn.lachan.app.program.ProgramSettings;

/** Cases for other systems. */
@RestController
@RequestMapping("/api/v1/casework")
class CaseworkApi {
  private static final String WRONG = "casework.refused.filter";

  private final Cases cases;
  private final ProgramSettings program;
  private final Clock clock;

  CaseworkApi(Cases cases, ProgramSettings program, Clock clock) {
    this.cases = cases;
    this.program = program;
    this.clock = clock;
  }

  @Requires(Permission.CASES_WRITE)
  @PostMapping("/cases")
  ResponseEntity<CaseJson.Opened> open(Actor actor, @RequestBody CaseJson.Opening asked) {
    OpenedCase opened = cases.open(actor, newCase(asked), clock.instant());
    return ResponseEntity.created(URI.create("/api/v1/casework/cases/" + opened.publicId()))
        .body(
            new CaseJson.Opened(
                opened.publicId(), opened.number(), opened.contacts(), opened.millis()));
  }

  @Requires(Permission.CASES_READ)
  @GetMapping("/cases")
  CaseJson.Rows<CaseJson.Row> list(
      Actor actor,
      @RequestParam(required = false) @Nullable Boolean open,
      @RequestParam(required = false) @Nullable Integer unit,
      @RequestParam(required = false) @Nullable Long number,
      @RequestParam(required = false) @Nullable String disease,
      @RequestParam(required = false) @Nullable LocalDate openedSince,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "" + Limits.PAGE_ROWS) int rows) {
    var filter = new CaseFilter(open, unit, number, disease, openedSince);
    var page = cases.list(actor, filter, after, rows).map(CaseJson.Row::of);
    return new CaseJson.Rows<>(page.rows(), page.next());
  }

  @Requires(Permission.CASES_READ)
  @GetMapping("/cases/{caseId}")
  CaseJson.File get(Actor actor, @PathVariable UUID caseId) {
    return CaseJson.File.of(cases.get(actor, caseId));
  }

  /** The filters are those of the page: generation, class, support, place, unit, minutes, … */
  @Requires(Permission.CASES_READ)
  @GetMapping("/cases/{caseId}/contacts")
  CaseJson.Rows<CaseJson.Contact> contacts(
      Actor actor,
      @PathVariable UUID caseId,
      @RequestParam Map<String, String> asked,
      @RequestParam(defaultValue = "" + Limits.PAGE_ROWS) int rows) {
    ListAddress address = ListAddress.of(caseId, asked);
    var page =
        cases
            .contacts(actor, caseId, address.filter(), address.after(), rows)
            .map(CaseJson.Contact::of);
    return new CaseJson.Rows<>(page.rows(), page.next());
  }

  @Requires(Permission.CASES_READ)
  @GetMapping("/cases/{caseId}/contacts/{person}")
  CaseJson.ContactFile contact(Actor actor, @PathVariable UUID caseId, @PathVariable UUID person) {
    return CaseJson.ContactFile.of(cases.contact(actor, caseId, person));
  }

  @Requires(Permission.CASES_WRITE)
  @PutMapping("/cases/{caseId}/contacts/{person}/follow-up")
  CaseJson.FollowedUp followUp(
      Actor actor,
      @PathVariable UUID caseId,
      @PathVariable UUID person,
      @RequestBody CaseJson.State asked) {
    long task = cases.taskOf(actor, caseId, person);
    return new CaseJson.FollowedUp(
        cases.followUp(actor, List.of(task), asked.state(), clock.instant()));
  }

  @Requires(Permission.CASES_READ)
  @GetMapping("/tasks")
  CaseJson.Rows<CaseJson.Task> tasks(
      Actor actor,
      @RequestParam(required = false) @Nullable Integer unit,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(defaultValue = "false") boolean overdue,
      @RequestParam(required = false) @Nullable Long caseNumber,
      @RequestParam(defaultValue = "false") boolean closeOnly,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "" + Limits.PAGE_ROWS) int rows) {
    var filter =
        new TaskFilter(
            unit,
            Typed.choice(FollowUp.class, state, WRONG),
            overdue,
            caseNumber,
            closeOnly,
            Typed.choice(TaskKind.class, kind, WRONG));
    var page = cases.tasks(actor, filter, after, rows, clock.instant()).map(CaseJson.Task::of);
    return new CaseJson.Rows<>(page.rows(), page.next());
  }

  private NewCase newCase(CaseJson.Opening asked) {
    if (asked.disease() == null) {
      throw Refusal.invalid("casework.refused.disease");
    }
    LocalDate confirmedOn = asked.confirmedOn();
    return new NewCase(
        asked.person(),
        asked.person() == null ? claim(asked) : null,
        asked.unit(),
        asked.disease(),
        new CaseFacts(
            asked.symptomatic(),
            asked.onset(),
            asked.sample(),
            asked.firstContact(),
            asked.sourceCase(),
            asked.isolatedAt(),
            confirmedOn == null
                ? clock.instant().atZone(program.zone()).toLocalDate()
                : confirmedOn),
        asked.note());
  }

  private static Claim claim(CaseJson.Opening asked) {
    if (Typed.text(asked.name()) == null) {
      throw Refusal.invalid("casework.refused.person");
    }
    return new Claim(
        null,
        null,
        Typed.phone(asked.phone()),
        false,
        Typed.name(asked.name()),
        asked.birthYear(),
        null,
        Typed.text(asked.address()),
        asked.unit(),
        Source.IMPORT);
  }
}
