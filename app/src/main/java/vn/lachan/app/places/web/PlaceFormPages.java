package vn.lachan.app.places.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
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
import vn.lachan.app.places.PlaceCard;
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
  private final MessageSource messages;

  PlaceFormPages(
      Places places,
      PlaceWords words,
      Clock clock,
      ProgramSettings program,
      MessageSource messages) {
    this.messages = messages;
    this.places = places;
    this.words = words;
    this.clock = clock;
    this.program = program;
  }

  @Requires(Permission.PLACES_REGISTER)
  @GetMapping("/places/new")
  String fresh(
      Actor actor,
      @RequestParam(required = false) @Nullable Integer unit,
      @RequestParam(required = false) @Nullable String type,
      Model model) {
    return fresh(actor, RegistrationForm.next(unit, type), null, model);
  }

  /** An officer goes on to the next place, an owner sees the one that they have. */
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
      if (actor.kind() == Actor.Kind.OWNER) {
        flash.addFlashAttribute("notice", "places.done.registered");
        return "redirect:/places/" + place;
      }
      flash.addFlashAttribute("saved", place);
      redirectTo(form, flash);
      return "redirect:/places/new";
    } catch (Refusal refusal) {
      response.setStatus(refusal.kind().status());
      return fresh(actor, form, refusal, model);
    }
  }

  /** What was entered by mistake a moment ago is closed, and may be entered anew. */
  @Requires(Permission.PLACES_REGISTER)
  @PostMapping("/places/new/{place}/undo")
  String undo(Actor actor, @PathVariable UUID place, Locale language, RedirectAttributes flash) {
    String reason = messages.getMessage("places.form.just.reason", null, language);
    PlaceCard card = places.get(actor, place).card();
    places.close(actor, place, reason, clock.instant());
    flash.addFlashAttribute("notice", "places.form.just.undone");
    flash.addAttribute("unit", card.unit());
    flash.addAttribute("type", card.type());
    return "redirect:/places/new";
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

  private static void redirectTo(RegistrationForm form, RedirectAttributes next) {
    next.addAttribute("unit", form.commune());
    next.addAttribute("type", form.type());
  }

  private String fresh(Actor actor, RegistrationForm form, @Nullable Refusal refusal, Model model) {
    boolean officer = actor.kind() != Actor.Kind.OWNER;
    model.addAttribute("officer", officer);
    model.addAttribute("entered", officer ? places.justEntered(actor) : List.of());
    return form(form, refusal, "/places/new", model);
  }

  private static String form(
      RegistrationForm form, @Nullable Refusal refusal, String action, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("refusal", refusal);
    model.addAttribute("action", action);
    return "places/form";
  }
}
