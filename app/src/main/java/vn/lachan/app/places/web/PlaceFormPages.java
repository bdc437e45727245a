package vn.lachan.app.places.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.places.PlaceView;
import vn.lachan.app.places.Places;
import vn.lachan.app.program.ProgramSettings;

/** The fast form of officers and signed-in owners, for a new place and for a correction. */
@Controller
class PlaceFormPages {
  private final Places places;
  private final PlaceWords words;
  private final Clock clock;
  private final ProgramSettings program;

  PlaceFormPages(Places places, PlaceWords words, Clock clock, ProgramSettings program) {
    this.places = places;
    this.words = words;
    this.clock = clock;
    this.program = program;
  }

  @Requires(Permission.PLACES_REGISTER)
  @GetMapping("/places/new")
  String fresh(Actor actor, @RequestParam(required = false) @Nullable Integer unit, Model model) {
    return form(RegistrationForm.empty(unit), null, "/places/new", model);
  }

  @Requires(Permission.PLACES_REGISTER)
  @PostMapping("/places/new")
  String register(
      Actor actor,
      @ModelAttribute RegistrationForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes flash) {
    try {
      UUID place = places.register(actor, form.registration(program.zone()), clock.instant());
      flash.addFlashAttribute("notice", "places.done.registered");
      return "redirect:/places/" + place;
    } catch (Refusal refusal) {
      response.setStatus(refusal.kind().status());
      return form(form, refusal, "/places/new", model);
    }
  }

  @Requires(Permission.PLACES_REGISTER)
  @GetMapping("/places/{place}/correct")
  String correction(Actor actor, @PathVariable UUID place, Model model) {
    PlaceView view = places.get(actor, place);
    boolean ownHours =
        places
            .type(view.card().type(), words.today())
            .map(type -> !type.hours().equals(view.card().hours()))
            .orElse(true);
    var form = RegistrationForm.of(view.card(), view.revision(), ownHours, program.zone());
    return form(form, null, "/places/" + place + "/correct", model);
  }

  @Requires(Permission.PLACES_REGISTER)
  @PostMapping("/places/{place}/correct")
  String correct(
      Actor actor,
      @PathVariable UUID place,
      @ModelAttribute RegistrationForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes flash) {
    try {
      places.correct(
          actor, place, form.registration(program.zone()), form.seenRevision(), clock.instant());
      flash.addFlashAttribute("notice", "places.done.corrected");
      return "redirect:/places/" + place;
    } catch (Refusal refusal) {
      if (refusal.kind() == Refusal.Kind.NOT_FOUND) {
        throw refusal;
      }
      response.setStatus(refusal.kind().status());
      return form(form, refusal, "/places/" + place + "/correct", model);
    }
  }

  private static String form(
      RegistrationForm form, @Nullable Refusal refusal, String action, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("refusal", refusal);
    model.addAttribute("action", action);
    return "places/form";
  }
}
