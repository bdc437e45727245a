package vn.lachan.app.declarations.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.declarations.DeclarationIntake;
import vn.lachan.app.declarations.DeclarationOffice;
import vn.lachan.app.declarations.Declarations;
import vn.lachan.app.declarations.OpenedDeclaration;
import vn.lachan.app.declarations.Submitted;
import vn.lachan.app.declarations.WrongAnswers;
import vn.lachan.app.kernel.Limits;
import vn.lachan.app.kernel.Open;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.people.Purpose;
import vn.lachan.app.program.ProgramSettings;

/** Declarations for other programs: answers go in and out as FHIR R4 QuestionnaireResponse. */
@RestController
@RequestMapping("/api/v1/declarations")
class DeclarationApi {
  private final Declarations declarations;
  private final DeclarationIntake intake;
  private final DeclarationOffice office;
  private final FormPage page;
  private final ProgramSettings program;
  private final MessageSource messages;
  private final JsonMapper json;
  private final Clock clock;

  DeclarationApi(
      Declarations declarations,
      DeclarationIntake intake,
      DeclarationOffice office,
      FormPage page,
      ProgramSettings program,
      MessageSource messages,
      JsonMapper json,
      Clock clock) {
    this.declarations = declarations;
    this.intake = intake;
    this.office = office;
    this.page = page;
    this.program = program;
    this.messages = messages;
    this.json = json;
    this.clock = clock;
  }

  /** The forms in force today. */
  @Open("forms are public reference data")
  @GetMapping("/forms")
  List<String> forms() {
    return declarations.forms(today());
  }

  /** A form in force today, as a FHIR R4 Questionnaire. */
  @Open("forms are public reference data")
  @GetMapping(value = "/forms/{code}", produces = MediaType.APPLICATION_JSON_VALUE)
  String form(@PathVariable String code) {
    return declarations.form(code, today()).questionnaireJson();
  }

  /** The rules by which a form in force today gives a level. */
  @Open("forms are public reference data")
  @GetMapping(value = "/forms/{code}/warnings", produces = MediaType.APPLICATION_JSON_VALUE)
  String warnings(@PathVariable String code) {
    return declarations.form(code, today()).warningsJson();
  }

  /**
   * A declaration from another system. A second one with the same key changes nothing and is
   * answered as the first was.
   */
  @Requires(Permission.DECLARATIONS_WRITE)
  @PostMapping
  ResponseEntity<DeclarationJson.Received> submit(
      Actor actor, @RequestBody DeclarationJson.Sent sent) {
    Submitted submitted = intake.take(actor, sent.asked(json), clock.instant());
    return ResponseEntity.status(submitted.repeated() ? HttpStatus.OK : HttpStatus.CREATED)
        .body(DeclarationJson.Received.of(submitted, actor.may(Permission.CASES_READ)));
  }

  /** Masked rows, the latest first; the same filters as the page. */
  @Requires(Permission.DECLARATIONS_READ)
  @GetMapping
  Page<DeclarationJson.Row> list(
      Actor actor,
      @RequestParam Map<String, String> parameters,
      @RequestParam(defaultValue = "" + Limits.PAGE_ROWS) int rows) {
    Map<String, String> asked = Asked.written(parameters);
    return office
        .list(actor, Asked.filter(asked), null, asked.get("after"), rows)
        .map(DeclarationJson.Row::of);
  }

  @Requires(Permission.DECLARATIONS_READ)
  @GetMapping("/{id}")
  DeclarationJson.Row one(Actor actor, @PathVariable UUID id) {
    return DeclarationJson.Row.of(office.get(actor, id));
  }

  /** The answers, for a purpose that the audit record keeps. */
  @Requires(Permission.DECLARATIONS_OPEN)
  @PostMapping("/{id}/open")
  DeclarationJson.Opened open(
      Actor actor, @PathVariable UUID id, @RequestBody DeclarationJson.Opening opening) {
    Purpose purpose = opening.purpose() == null ? Purpose.OTHER : opening.purpose();
    OpenedDeclaration opened = office.open(actor, id, purpose.because(opening.note()));
    JsonNode response = json.readTree(opened.responseJson());
    return new DeclarationJson.Opened(DeclarationJson.Row.of(opened.row()), response);
  }

  /** The answers alone, as FHIR R4 sends them, for a purpose that the audit record keeps. */
  @Requires(Permission.DECLARATIONS_OPEN)
  @PostMapping(value = "/{id}/response", produces = "application/fhir+json")
  String response(
      Actor actor, @PathVariable UUID id, @RequestBody DeclarationJson.Opening opening) {
    Purpose purpose = opening.purpose() == null ? Purpose.OTHER : opening.purpose();
    OpenedDeclaration opened = office.open(actor, id, purpose.because(opening.note()));
    ObjectNode response = (ObjectNode) json.readTree(opened.responseJson());
    ObjectNode identifier = response.putObject("identifier");
    identifier.put("system", "urn:lachan:declaration");
    identifier.put("value", id.toString());
    if (!response.has("authored")) {
      response.put("authored", opened.row().declaredAt().toString());
    }
    return json.writeValueAsString(response);
  }

  /** Every fault of the answers with its path. */
  @ExceptionHandler(WrongAnswers.class)
  ResponseEntity<ProblemDetail> wrong(
      WrongAnswers wrong, HttpServletRequest request, Locale language) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.UNPROCESSABLE_CONTENT,
            messages.getMessage("declarations.refused.answers", null, language));
    problem.setType(URI.create("urn:lachan:declarations.refused.answers"));
    problem.setProperty("code", "declarations.refused.answers");
    problem.setProperty("correlation", String.valueOf(request.getAttribute("correlation")));
    problem.setProperty(
        "faults",
        wrong.faults().stream()
            .map(
                fault ->
                    new DeclarationJson.Fault(
                        fault.path(),
                        fault.linkId(),
                        fault.code(),
                        page.words(fault, null, language)))
            .toList());
    return ResponseEntity.unprocessableContent()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  private LocalDate today() {
    Instant now = clock.instant();
    return LocalDate.ofInstant(now, program.zone());
  }
}
