package vn.lachan.app.paper.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
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
import vn.lachan.app.paper.NewPads;
import vn.lachan.app.paper.PadRow;
import vn.lachan.app.paper.Pads;
import vn.lachan.app.paper.PaperSettings;
import vn.lachan.app.paper.PrintableForms;
import vn.lachan.app.paper.VoidReason;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.PlaceFilter;
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
  private final ProgramSettings program;
  private final Clock clock;

  PadPages(
      Pads pads,
      PrintableForms forms,
      Places places,
      Units units,
      PaperSettings settings,
      ProgramSettings program,
      Clock clock) {
    this.pads = pads;
    this.forms = forms;
    this.places = places;
    this.units = units;
    this.settings = settings;
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
  String choose(
      Actor actor,
      @RequestParam(required = false) @Nullable UUID place,
      @RequestParam(defaultValue = "") String q,
      Model model) {
    PlaceCard chosen = place == null ? null : places.byPublicId(place).orElse(null);
    model.addAttribute("chosen", chosen);
    model.addAttribute("q", q);
    if (chosen == null && actor.may(Permission.PLACES_READ)) {
      var filter = new PlaceFilter(q.isBlank() ? null : q, null, null, null, Status.OPEN);
      model.addAttribute("found", places.list(actor, filter, null, FOUND_MOST));
    }
    model.addAttribute("communes", chosen == null ? communes(actor) : List.of());
    LocalDate today = LocalDate.ofInstant(clock.instant(), program.zone());
    model.addAttribute("forms", forms.codes(today));
    model.addAttribute("layouts", Layout.values());
    model.addAttribute("sheetsMost", settings.padSheets());
    return "paper/pad-new";
  }

  @Requires(Permission.PAPER_MANAGE)
  @PostMapping("/paper/pads")
  String make(
      Actor actor,
      @RequestParam(name = "place", required = false) @Nullable List<UUID> chosen,
      @RequestParam(required = false) @Nullable Integer unit,
      @RequestParam String form,
      @RequestParam(defaultValue = "vi") String language,
      @RequestParam(defaultValue = "ONE") Layout layout,
      @RequestParam int sheets,
      HttpServletResponse response,
      Model model) {
    try {
      List<UUID> asked = chosen == null ? List.of() : chosen;
      var wanted =
          new NewPads(
              asked,
              asked.isEmpty() ? unit : null,
              forms.checked(form, LocalDate.ofInstant(clock.instant(), program.zone())),
              language.equals("en") ? "en" : "vi",
              layout,
              sheets);
      List<UUID> made = pads.make(actor, wanted, clock.instant());
      return made.size() == 1 ? "redirect:/paper/pads/" + made.getFirst() : "redirect:/paper/pads";
    } catch (Refusal refusal) {
      response.setStatus(refusal.kind().status());
      model.addAttribute("refusal", refusal);
      UUID only = chosen != null && chosen.size() == 1 ? chosen.getFirst() : null;
      return choose(actor, only, "", model);
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
      Actor actor, @RequestParam(name = "pad") List<UUID> chosen, HttpServletResponse response)
      throws IOException {
    int count = chosen.stream().distinct().mapToInt(pad -> pads.get(actor, pad).sheets()).sum();
    if (count > settings.printSheets()) {
      throw Refusal.invalid("paper.refused.print", settings.printSheets());
    }
    response.setContentType(MediaType.APPLICATION_PDF_VALUE);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename("to-khai-giay.pdf").build().toString());
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
