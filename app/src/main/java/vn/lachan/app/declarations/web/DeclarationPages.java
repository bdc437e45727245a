package vn.lachan.app.declarations.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.declarations.AnswerSheet;
import vn.lachan.app.declarations.DeclarationFigures;
import vn.lachan.app.declarations.DeclarationFilter;
import vn.lachan.app.declarations.DeclarationOffice;
import vn.lachan.app.declarations.DeclarationRow;
import vn.lachan.app.declarations.DeclarationWay;
import vn.lachan.app.declarations.DeclarationsSettings;
import vn.lachan.app.declarations.FormTexts;
import vn.lachan.app.declarations.Level;
import vn.lachan.app.declarations.OpenedDeclaration;
import vn.lachan.app.kernel.Limits;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.people.Purpose;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.Places;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.app.units.Units;

/** Declarations as officers find them: the list, one of them, the figures, and a list taken out. */
@Controller
@RequestMapping("/declarations")
class DeclarationPages {
  /** Beyond it the list says "more than". */
  private static final int COUNTED_MOST = 10_000;

  private static final int FIGURE_DAYS = 14;

  private final DeclarationOffice office;
  private final FormTexts texts;
  private final DeclarationFiles files;
  private final Places places;
  private final PlaceOffers offered;
  private final Units units;
  private final ProgramSettings program;
  private final DeclarationsSettings settings;
  private final Clock clock;

  DeclarationPages(
      DeclarationOffice office,
      FormTexts texts,
      DeclarationFiles files,
      Places places,
      PlaceOffers offered,
      Units units,
      ProgramSettings program,
      DeclarationsSettings settings,
      Clock clock) {
    this.office = office;
    this.texts = texts;
    this.files = files;
    this.places = places;
    this.offered = offered;
    this.units = units;
    this.program = program;
    this.settings = settings;
    this.clock = clock;
  }

  @Requires(Permission.DECLARATIONS_READ)
  @GetMapping
  String list(
      Actor actor,
      @RequestParam Map<String, String> parameters,
      Model model,
      Locale language,
      HttpServletResponse response) {
    Map<String, String> asked = Asked.written(parameters);
    AskedDays days = AskedDays.read(asked.get("from"), asked.get("to"));
    if (days.wrong() != null) {
      return wrong(actor, asked, days.wrong(), model, language, response);
    }
    String at = parameters.getOrDefault("at", "").strip();
    List<PlaceOffers.Offer> offers = at.isEmpty() ? List.of() : offered.of(actor, at);
    if (offers.size() == 1) {
      asked.put("place", offers.getFirst().id().toString());
    } else if (!at.isEmpty()) {
      model.addAttribute("at", at);
      model.addAttribute("offers", offers);
    }
    DeclarationFilter filter = Asked.filter(asked);
    Page<DeclarationRow> page =
        office.list(actor, filter, null, asked.get("after"), Limits.PAGE_ROWS);
    model.addAttribute("count", office.count(actor, filter, null, COUNTED_MOST + 1));
    return show(actor, asked, filter, page, model, language);
  }

  /** Whom somebody searches for stands in the body, never in an address. */
  @Requires(Permission.DECLARATIONS_READ)
  @PostMapping("/find")
  String find(
      Actor actor,
      @RequestParam String text,
      @RequestParam Map<String, String> parameters,
      Model model,
      Locale language,
      HttpServletResponse response) {
    if (text.isBlank()) {
      return list(actor, parameters, model, language, response);
    }
    Map<String, String> asked = Asked.written(parameters);
    DeclarationFilter filter = Asked.filter(asked);
    Page<DeclarationRow> page = office.list(actor, filter, text, null, Limits.PAGE_ROWS_MOST);
    List<UUID> persons = page.rows().stream().map(row -> row.who().publicId()).distinct().toList();
    if (persons.size() == 1) {
      return "redirect:" + address(asked, persons.getFirst());
    }
    model.addAttribute("text", text);
    model.addAttribute("count", page.rows().size());
    return show(actor, asked, filter, new Page<>(page.rows(), null), model, language);
  }

  @Requires(Permission.DECLARATIONS_READ)
  @GetMapping("/{id}")
  String one(Actor actor, @PathVariable UUID id, Model model, Locale language) {
    return file(actor, office.get(actor, id), model, language);
  }

  /** The answers, for a purpose; the answer to a form, so that no address opens them again. */
  @Requires(Permission.DECLARATIONS_OPEN)
  @PostMapping("/{id}/open")
  String open(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam Purpose purpose,
      @RequestParam(defaultValue = "") String note,
      Model model,
      Locale language,
      HttpServletResponse response) {
    OpenedDeclaration opened = office.open(actor, id, purpose.because(note));
    model.addAttribute("answers", texts.answers(opened, language));
    response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    return file(actor, opened.row(), model, language);
  }

  @Requires(Permission.DECLARATIONS_READ)
  @GetMapping("/figures")
  String figures(
      Actor actor,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(required = false) @Nullable String form,
      @RequestParam(required = false) @Nullable Integer unit,
      Model model,
      HttpServletResponse response) {
    AskedDays days = AskedDays.read(from, to);
    String code = form == null || form.isBlank() ? null : form;
    try {
      DeclarationFigures.Asked asked = asked(days.required(), code, unit);
      DeclarationFigures figures = office.figures(actor, asked);
      model.addAttribute("figures", figures);
      model.addAttribute("chart", DayChart.of(figures));
      model.addAttribute("asked", asked);
      model.addAttribute("days", AskedDays.read(asked.from().toString(), asked.to().toString()));
    } catch (Refusal refusal) {
      if (refusal.kind() != Refusal.Kind.INVALID) {
        throw refusal;
      }
      response.setStatus(refusal.kind().status());
      model.addAttribute("refusal", refusal);
      model.addAttribute("wrong", days.wrong() == null ? "to" : days.wrong());
      model.addAttribute("days", days);
      model.addAttribute("asked", Map.of("form", code == null ? "" : code));
    }
    model.addAttribute("forms", texts.codes());
    model.addAttribute("levels", List.of(Level.values()));
    model.addAttribute("unit", unit);
    model.addAttribute("chosenUnit", unit == null ? null : units.path(unit));
    model.addAttribute("retentionDays", settings.retentionDays());
    return "declarations/figures";
  }

  private DeclarationFigures.Asked asked(
      AskedDays days, @Nullable String form, @Nullable Integer unit) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), program.zone());
    LocalDate last = days.to() == null ? today : days.to();
    LocalDate first = days.from() == null ? last.minusDays(FIGURE_DAYS - 1L) : days.from();
    return new DeclarationFigures.Asked(first, last, form, unit);
  }

  /** Masked; an act in the audit record, so it is asked for by a form. */
  @Requires(Permission.DECLARATIONS_EXPORT)
  @PostMapping("/export")
  ResponseEntity<byte[]> export(
      Actor actor,
      @RequestParam Purpose purpose,
      @RequestParam(defaultValue = "") String note,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "csv") String format,
      @RequestParam(defaultValue = "false") boolean answers,
      @RequestParam Map<String, String> parameters,
      Locale language) {
    String reason = purpose.because(note);
    DeclarationFilter filter = Asked.filter(Asked.written(parameters));
    String search = text.isBlank() ? null : text;
    AnswerSheet rows =
        answers
            ? office.exportAnswers(actor, filter, search, reason, language)
            : new AnswerSheet(
                List.of(),
                office.export(actor, filter, search, reason).stream()
                    .map(row -> new AnswerSheet.Line(row, Map.of()))
                    .toList(),
                false);
    Instant now = clock.instant();
    boolean sheet = format.equals("xlsx");
    String words = files.purpose(purpose, language);
    byte[] file =
        sheet
            ? files.xlsx(rows, actor.name(), words, now, language)
            : files.csv(rows, actor.name(), words, now, language);
    return ResponseEntity.ok()
        .contentType(sheet ? DeclarationFiles.XLSX : DeclarationFiles.CSV)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("to-khai-y-te" + (answers ? "-tra-loi" : "") + (sheet ? ".xlsx" : ".csv"))
                .build()
                .toString())
        .body(file);
  }

  /** One person was found: the list of theirs has an address, in which nobody's number stands. */
  private static String address(Map<String, String> asked, UUID person) {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath("/declarations");
    asked.forEach(
        (name, value) -> {
          if (!name.equals("after") && !name.equals("person")) {
            address.queryParam(name, value);
          }
        });
    return address.queryParam("person", person).encode().toUriString();
  }

  /** A day that is none: said at its field, with everything that was chosen. */
  private String wrong(
      Actor actor,
      Map<String, String> asked,
      String field,
      Model model,
      Locale language,
      HttpServletResponse response) {
    Refusal refusal = AskedDays.refusal();
    response.setStatus(refusal.kind().status());
    model.addAttribute("refusal", refusal);
    model.addAttribute("wrong", field);
    model.addAttribute("count", 0);
    Map<String, String> others = new LinkedHashMap<>(asked);
    others.keySet().removeAll(List.of("from", "to"));
    return show(actor, asked, Asked.filter(others), new Page<>(List.of(), null), model, language);
  }

  private String show(
      Actor actor,
      Map<String, String> asked,
      DeclarationFilter filter,
      Page<DeclarationRow> page,
      Model model,
      Locale language) {
    model.addAttribute("page", page);
    model.addAttribute("asked", asked);
    model.addAttribute("filtered", !filter.equals(DeclarationFilter.all()));
    model.addAttribute("filters", Asked.count(asked));
    model.addAttribute("countMost", COUNTED_MOST);
    model.addAttribute("forms", texts.codes());
    model.addAttribute("rules", texts.rules(language));
    model.addAttribute("levels", List.of(Level.values()));
    model.addAttribute("ways", List.of(DeclarationWay.values()));
    model.addAttribute("chosenUnit", filter.unit() == null ? null : units.path(filter.unit()));
    model.addAttribute(
        "chosenPlace",
        filter.place() == null
            ? null
            : places.byPublicId(filter.place()).map(PlaceCard::name).orElse("?"));
    model.addAttribute("mayExport", actor.may(Permission.DECLARATIONS_EXPORT));
    model.addAttribute("mayFind", actor.may(Permission.PEOPLE_READ));
    model.addAttribute("mayOpen", actor.may(Permission.DECLARATIONS_OPEN));
    model.addAttribute("purposes", Purpose.values());
    return "declarations/list";
  }

  private String file(Actor actor, DeclarationRow row, Model model, Locale language) {
    model.addAttribute("row", row);
    model.addAttribute("call", office.call(actor, row.publicId()).orElse(null));
    model.addAttribute("mayCall", actor.may(Permission.CASES_READ));
    model.addAttribute("journey", FormTexts.JOURNEYS.contains(row.form()));
    model.addAttribute("rules", texts.rules(language));
    model.addAttribute("mayOpen", actor.may(Permission.DECLARATIONS_OPEN));
    model.addAttribute("mayFind", actor.may(Permission.PEOPLE_READ));
    model.addAttribute("purposes", Purpose.values());
    return "declarations/one";
  }
}
