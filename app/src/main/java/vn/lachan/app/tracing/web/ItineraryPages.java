package vn.lachan.app.tracing.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
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
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.tracing.Itineraries;
import vn.lachan.app.tracing.Itinerary;
import vn.lachan.app.tracing.ItineraryAdvice;
import vn.lachan.app.tracing.ItineraryFilter;

/** Published itineraries as officers see them: the list, one of them, and who was there. */
@Controller
@RequestMapping("/tracing/itineraries")
class ItineraryPages {
  private static final MediaType XLSX =
      MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private final Itineraries itineraries;
  private final ItinerarySheet sheet;
  private final Clock clock;

  ItineraryPages(Itineraries itineraries, ItinerarySheet sheet, Clock clock) {
    this.itineraries = itineraries;
    this.sheet = sheet;
    this.clock = clock;
  }

  @Requires(Permission.CASES_READ)
  @GetMapping
  String list(
      Actor actor,
      @RequestParam(required = false) Itinerary.@Nullable State state,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate day,
      @RequestParam(required = false) @Nullable String after,
      Model model) {
    var filter = new ItineraryFilter(state, day);
    model.addAttribute(
        "page", itineraries.list(actor, filter, after, Limits.PAGE_ROWS, clock.instant()));
    model.addAttribute("state", state);
    model.addAttribute("day", day);
    model.addAttribute("after", after);
    model.addAttribute("mayWrite", actor.may(Permission.CASES_WRITE));
    return "tracing/itineraries";
  }

  @Requires(Permission.CASES_READ)
  @GetMapping("/{id}")
  String one(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String after,
      Model model) {
    model.addAttribute("itinerary", itineraries.get(actor, id, clock.instant()));
    model.addAttribute("mayWrite", actor.may(Permission.CASES_WRITE));
    model.addAttribute("mayExport", actor.may(Permission.CASES_EXPORT));
    model.addAttribute("mayFind", actor.may(Permission.PEOPLE_READ));
    model.addAttribute("after", after);
    model.addAttribute("told", itineraries.told(actor, id));
    model.addAttribute("advices", ItineraryAdvice.values());
    addVisitors(actor, id, after, model);
    return "tracing/itinerary";
  }

  /** A crowd, or a place whose visits the officer may not see, is said in words. */
  private void addVisitors(Actor actor, UUID id, @Nullable String after, Model model) {
    if (!actor.may(Permission.VISITS_READ)) {
      model.addAttribute("notAllowed", true);
      return;
    }
    try {
      model.addAttribute("visitors", itineraries.visitors(actor, id, after, Limits.PAGE_ROWS));
    } catch (Refusal refusal) {
      if (refusal.kind() == Refusal.Kind.INVALID) {
        throw refusal;
      }
      boolean hidden = refusal.kind() == Refusal.Kind.NOT_FOUND;
      model.addAttribute(hidden ? "notAllowed" : "refusal", hidden ? true : refusal);
    }
  }

  @Requires(Permission.CASES_WRITE)
  @PostMapping("/{id}/withdraw")
  String withdraw(
      Actor actor, @PathVariable UUID id, @RequestParam String reason, RedirectAttributes flash) {
    itineraries.withdraw(actor, id, reason, clock.instant());
    flash.addFlashAttribute("notice", "tracing.itinerary.done.withdrawn");
    return "redirect:/tracing/itineraries/" + id;
  }

  /** The officer confirms how many are told. */
  @Requires(Permission.CASES_WRITE)
  @PostMapping("/{id}/tell")
  String tell(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam ItineraryAdvice advice,
      @RequestParam int persons,
      RedirectAttributes flash) {
    itineraries.tell(actor, id, advice, persons, clock.instant());
    flash.addFlashAttribute("notice", "tracing.itinerary.done.telling");
    return "redirect:/tracing/itineraries/" + id;
  }

  /** Masked; an act in the audit record, so it is asked for by a form. */
  @Requires(Permission.CASES_EXPORT)
  @PostMapping("/{id}/export")
  ResponseEntity<byte[]> export(Actor actor, @PathVariable UUID id) {
    byte[] file = sheet.of(itineraries.export(actor, id), actor.name(), clock.instant());
    return ResponseEntity.ok()
        .contentType(XLSX)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("moc-dich-te.xlsx").build().toString())
        .body(file);
  }
}
