package vn.lachan.app.declarations.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.declarations.Companions;
import vn.lachan.app.declarations.Journeys;
import vn.lachan.app.kernel.Refusal;

/** Who declared the same vehicle on the same day: by its number, or beside one declaration. */
@Controller
@RequestMapping("/declarations")
class JourneyPages {
  private static final int NUMBER_LETTERS = 40;

  private final Journeys journeys;
  private final Clock clock;

  JourneyPages(Journeys journeys, Clock clock) {
    this.journeys = journeys;
    this.clock = clock;
  }

  @Requires(Permission.DECLARATIONS_READ)
  @GetMapping("/journeys")
  String ask() {
    return "declarations/journeys";
  }

  /** The number stands in the body: a car's plate leads to its owner. */
  @Requires(Permission.DECLARATIONS_READ)
  @PostMapping("/journeys")
  String find(
      Actor actor,
      @RequestParam(defaultValue = "") String vehicle,
      @RequestParam(defaultValue = "") String day,
      @RequestParam(defaultValue = "") String seat,
      Model model,
      HttpServletResponse response) {
    LocalDate on = AskedDays.day(day.strip());
    model.addAttribute("vehicle", vehicle);
    model.addAttribute("seat", seat);
    model.addAttribute("day", day);
    try {
      if (on == null) {
        throw AskedDays.refusal();
      }
      if (vehicle.length() > NUMBER_LETTERS || seat.length() > NUMBER_LETTERS) {
        throw Refusal.invalid("declarations.refused.vehicle");
      }
      return show(journeys.on(actor, vehicle, on, seat, clock.instant()), model, response);
    } catch (Refusal refusal) {
      if (refusal.kind() != Refusal.Kind.INVALID) {
        throw refusal;
      }
      response.setStatus(refusal.kind().status());
      model.addAttribute("refusal", refusal);
      model.addAttribute("wrong", on == null ? "day" : "vehicle");
      return "declarations/journeys";
    }
  }

  @Requires(Permission.DECLARATIONS_READ)
  @GetMapping("/{id}/journey")
  String beside(Actor actor, @PathVariable UUID id, Model model, HttpServletResponse response) {
    Companions found =
        journeys
            .beside(actor, id)
            .orElseThrow(() -> Refusal.notFound("declarations.refused.no-vehicle"));
    model.addAttribute("declaration", id);
    return show(found, model, response);
  }

  private static String show(Companions found, Model model, HttpServletResponse response) {
    model.addAttribute("found", found);
    response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    return "declarations/journeys";
  }
}
