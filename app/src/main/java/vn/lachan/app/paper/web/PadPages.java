package vn.lachan.app.paper.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.kernel.Limits;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.paper.Layout;
import vn.lachan.app.paper.PadRow;
import vn.lachan.app.paper.Pads;
import vn.lachan.app.paper.PaperSettings;
import vn.lachan.app.paper.PrintableForms;
import vn.lachan.app.paper.VoidReason;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.PlaceFilter;
import vn.lachan.app.places.PlaceRow;
import vn.lachan.app.places.Places;
import vn.lachan.app.places.Status;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.app.units.Unit;
import vn.lachan.app.units.UnitLevel;
import vn.lachan.app.units.Units;

/** Blank forms: made, printed, and what became of each sheet. */
@Controller
class PadPages {
  private static final int FOUND_MOST = 40;

  private final Pads pads;
  private final PrintableForms forms;
  private final Places places;
  private final Units units;
  private final PaperSettings settings;
  private final MessageSource messages;
  private final ProgramSettings program;
  private final Clock clock;

  PadPages(
      Pads pads,
      PrintableForms forms,
      Places places,
      Units units,
      PaperSettings settings,
      MessageSource messages,
      ProgramSettings program,
      Clock clock) {
    this.pads = pads;
    this.forms = forms;
    this.places = places;
    this.units = units;
    this.settings = settings;
    this.messages = messages;
    this.program = program;
    this.clock = clock;
  }

  @Requires(Permission.PAPER_READ)
  @GetMapping("/paper/pads")
  String list(
      Actor actor,
      @RequestParam(required = false) @Nullable UUID place,
      @RequestParam(required = false) @Nullable String after,
      Model model) {
    model.addAttribute("page", pads.list(actor, place, after, Limits.PAGE_ROWS));
    model.addAttribute("place", place == null ? null : places.byPublicId(place).orElse(null));
    model.addAttribute("mayManage", actor.may(Permission.PAPER_MANAGE));
    return "paper/pads";
  }

  @Requires(Permission.PAPER_MANAGE)
  @GetMapping("/paper/pads/new")
  String choose(Actor actor, @RequestParam(required = false) @Nullable UUID place, Model model) {
    return show(actor, PadFields.of(place), model);
  }

  /** Looks for places; what was chosen and typed stays. */
  @Requires(Permission.PAPER_MANAGE)
  @PostMapping(path = "/paper/pads", params = "find")
  String find(Actor actor, @RequestParam MultiValueMap<String, String> typed, Model model) {
    return show(actor, PadFields.read(typed), model);
  }

  @Requires(Permission.PAPER_MANAGE)
  @PostMapping(path = "/paper/pads", params = "!find")
  String make(
      Actor actor,
      @RequestParam MultiValueMap<String, String> typed,
      HttpServletResponse response,
      Model model) {
    PadFields fields = PadFields.read(typed);
    try {
      List<UUID> made =
          pads.make(actor, fields.wanted(forms, settings.padSheets(), today()), clock.instant());
      return made.size() == 1 ? "redirect:/paper/pads/" + made.getFirst() : "redirect:/paper/pads";
    } catch (Refusal refusal) {
      response.setStatus(refusal.kind().status());
      model.addAttribute("refusal", refusal);
      model.addAttribute("wrong", PadFields.wrong(refusal.code()));
      return show(actor, fields, model);
    }
  }

  @Requires(Permission.PAPER_READ)
  @GetMapping("/paper/pads/{id}")
  String one(Actor actor, @PathVariable UUID id, Model model) {
    PadRow pad = pads.get(actor, id);
    model.addAttribute("pad", pad);
    model.addAttribute("sheets", pads.sheets(actor, id));
    model.addAttribute("reasons", VoidReason.values());
    model.addAttribute("mayManage", actor.may(Permission.PAPER_MANAGE));
    return "paper/pad";
  }

  @Requires(Permission.PAPER_READ)
  @GetMapping("/paper/pads/sheets.pdf")
  void file(
      Actor actor,
      @RequestParam(name = "pad") List<UUID> chosen,
      HttpServletResponse response,
      Locale language)
      throws IOException {
    List<PadRow> rows = chosen.stream().distinct().map(pad -> pads.get(actor, pad)).toList();
    int count = rows.stream().mapToInt(PadRow::sheets).sum();
    if (count > settings.printSheets()) {
      throw Refusal.invalid("paper.refused.print", settings.printSheets());
    }
    response.setContentType(MediaType.APPLICATION_PDF_VALUE);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(fileName(rows, language)).build().toString());
    pads.write(actor, chosen, response.getOutputStream());
  }

  @Requires(Permission.PAPER_MANAGE)
  @PostMapping("/paper/pads/{id}/void")
  String declareVoid(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam String serial,
      @RequestParam VoidReason reason,
      RedirectAttributes flash) {
    pads.declareVoid(actor, id, serial, reason, clock.instant());
    flash.addFlashAttribute("notice", "paper.done.void");
    return "redirect:/paper/pads/" + id;
  }

  @Requires(Permission.PAPER_MANAGE)
  @PostMapping("/paper/pads/{id}/restore")
  String restore(
      Actor actor, @PathVariable UUID id, @RequestParam String serial, RedirectAttributes flash) {
    pads.restore(actor, id, serial, clock.instant());
    flash.addFlashAttribute("notice", "paper.done.restore");
    return "redirect:/paper/pads/" + id;
  }

  /** By its serials, so that whoever prints ten pads finds each again. */
  private String fileName(List<PadRow> rows, Locale language) {
    String name =
        rows.size() == 1
            ? say("paper.file.pad", rows.getFirst().firstSerial().replace(' ', '-'), language)
            : say("paper.file.pads", Integer.toString(rows.size()), language);
    return name + ".pdf";
  }

  private String say(String key, String argument, Locale language) {
    return messages.getMessage(key, new Object[] {argument}, language);
  }

  private String show(Actor actor, PadFields fields, Model model) {
    List<PlaceCard> chosen =
        fields.places().stream().flatMap(id -> places.byPublicId(id).stream()).toList();
    List<Unit> communes = communes(actor);
    model.addAttribute("fields", fields);
    model.addAttribute("communes", communes);
    if (actor.may(Permission.PLACES_READ)) {
      List<PlaceRow> found = found(actor, fields.query());
      boolean only = found.size() == 1 && communes.isEmpty() && fields.query().isEmpty();
      model.addAttribute("only", only ? found.getFirst() : null);
      model.addAttribute("chosen", chosen);
      model.addAttribute(
          "found", found.stream().filter(row -> !fields.has(row.publicId())).toList());
    }
    model.addAttribute("forms", forms.codes(today()));
    model.addAttribute("layouts", Layout.values());
    model.addAttribute("sheetsMost", settings.padSheets());
    return "paper/pad-new";
  }

  private List<PlaceRow> found(Actor actor, String query) {
    var filter = new PlaceFilter(query.isEmpty() ? null : query, null, null, null, Status.OPEN);
    return places.list(actor, filter, null, FOUND_MOST).rows();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), program.zone());
  }

  /** The communes whose stations an officer may print for. */
  private List<Unit> communes(Actor actor) {
    return actor.require(Permission.PAPER_MANAGE).units().stream()
        .flatMap(unit -> units.find(unit).stream())
        .flatMap(
            unit ->
                unit.level() == UnitLevel.COMMUNE
                    ? Arrays.asList(unit).stream()
                    : units.children(unit.id()).stream())
        .filter(unit -> unit.level() == UnitLevel.COMMUNE)
        .toList();
  }
}
