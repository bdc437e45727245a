package vn.lachan.app.places.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.places.NewLocation;
import vn.lachan.app.places.OwnerChange;
import vn.lachan.app.places.PlaceSteps;
import vn.lachan.app.places.PlaceView;
import vn.lachan.app.places.Places;
import vn.lachan.app.places.Point;

/** A place moves, is split, gets another owner. */
@Controller
class PlaceStepPages {
  private final Places places;
  private final PlaceSteps steps;
  private final PlaceWords words;
  private final Clock clock;

  PlaceStepPages(Places places, PlaceSteps steps, PlaceWords words, Clock clock) {
    this.places = places;
    this.steps = steps;
    this.words = words;
    this.clock = clock;
  }

  /** The fields of a move as they were typed. */
  record MoveForm(
      @Nullable String address,
      @Nullable String unit,
      @Nullable String latitude,
      @Nullable String longitude,
      @Nullable String from,
      @Nullable String reason,
      int revision) {
    public @Nullable Integer commune() {
      return RegistrationForm.communeOrNull(unit);
    }

    NewLocation location() {
      Integer commune = commune();
      var day = InspectionForm.date(from);
      if (commune == null) {
        throw Refusal.invalid("places.refused.unit-unknown");
      }
      if (day == null) {
        throw Refusal.invalid("places.refused.day-unreadable");
      }
      return new NewLocation(address == null ? "" : address, commune, point(), day);
    }

    private @Nullable Point point() {
      String north = latitude == null ? "" : latitude.strip();
      String east = longitude == null ? "" : longitude.strip();
      if (north.isEmpty() && east.isEmpty()) {
        return null;
      }
      try {
        return new Point(RegistrationForm.degrees(north), RegistrationForm.degrees(east));
      } catch (NumberFormatException noNumber) {
        throw Refusal.invalid("places.refused.location-unreadable");
      }
    }
  }

  @Requires(Permission.PLACES_APPROVE)
  @GetMapping("/places/{place}/move")
  String moving(Actor actor, @PathVariable UUID place, Model model) {
    PlaceView view = places.get(actor, place);
    var form =
        new MoveForm(
            null,
            Integer.toString(view.card().unit()),
            null,
            null,
            words.today().toString(),
            null,
            view.revision());
    return moveForm(view, form, null, model);
  }

  @Requires(Permission.PLACES_APPROVE)
  @PostMapping("/places/{place}/move")
  String move(
      Actor actor,
      @PathVariable UUID place,
      MoveForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes flash) {
    try {
      String reason = form.reason() == null ? "" : form.reason();
      steps.move(actor, place, form.location(), reason, form.revision(), clock.instant());
      return done(place, "places.done.moved", flash);
    } catch (Refusal refusal) {
      if (refusal.kind() == Refusal.Kind.NOT_FOUND) {
        throw refusal;
      }
      response.setStatus(refusal.kind().status());
      return moveForm(places.get(actor, place), form, refusal, model);
    }
  }

  @Requires(Permission.PLACES_APPROVE)
  @PostMapping("/places/{place}/undo-move")
  String undoMove(
      Actor actor,
      @PathVariable UUID place,
      @RequestParam String reason,
      RedirectAttributes flash) {
    steps.undoMove(actor, place, reason, clock.instant());
    return done(place, "places.done.move-undone", flash);
  }

  @Requires(Permission.PLACES_APPROVE)
  @GetMapping("/places/{place}/split")
  String splitting(Actor actor, @PathVariable UUID place, Model model) {
    PlaceView view = places.get(actor, place);
    return splitForm(view, view.revision(), "", true, "", null, model);
  }

  @Requires(Permission.PLACES_APPROVE)
  @PostMapping("/places/{place}/split")
  String split(
      Actor actor,
      @PathVariable UUID place,
      @RequestParam String names,
      @RequestParam(defaultValue = "true") boolean closes,
      @RequestParam String reason,
      @RequestParam int revision,
      Model model,
      HttpServletResponse response,
      RedirectAttributes flash) {
    try {
      List<String> lines = names.lines().map(String::strip).filter(s -> !s.isEmpty()).toList();
      steps.split(actor, place, lines, closes, reason, revision, clock.instant());
      return done(place, "places.done.split", flash);
    } catch (Refusal refusal) {
      if (refusal.kind() == Refusal.Kind.NOT_FOUND) {
        throw refusal;
      }
      response.setStatus(refusal.kind().status());
      return splitForm(places.get(actor, place), revision, names, closes, reason, refusal, model);
    }
  }

  @Requires(Permission.PLACES_REGISTER)
  @GetMapping("/places/{place}/owner-change")
  String changingOwner(Actor actor, @PathVariable UUID place, Model model) {
    return ownerForm(places.get(actor, place), "", "", null, model);
  }

  /** The token and the name come back with the code; nothing of them goes into an address. */
  @Requires(Permission.PLACES_REGISTER)
  @PostMapping("/places/{place}/owner-change")
  String beginOwner(
      Actor actor,
      @PathVariable UUID place,
      @RequestParam String name,
      @RequestParam String phone,
      Locale language,
      Model model,
      HttpServletResponse response) {
    PlaceView view = places.get(actor, place);
    try {
      OwnerChange change =
          steps.beginOwnerChange(actor, place, name, phone, language, clock.instant());
      return codeForm(view, change.token(), change.reference(), change.sent(), name, null, model);
    } catch (Refusal refusal) {
      response.setStatus(refusal.kind().status());
      return ownerForm(view, name, phone, refusal, model);
    }
  }

  @Requires(Permission.PLACES_REGISTER)
  @PostMapping("/places/{place}/owner-change/confirm")
  String confirmOwner(
      Actor actor,
      @PathVariable UUID place,
      @RequestParam String token,
      @RequestParam(defaultValue = "") String reference,
      @RequestParam(defaultValue = "true") boolean sent,
      @RequestParam(defaultValue = "") String code,
      @RequestParam String name,
      Model model,
      HttpServletResponse response,
      RedirectAttributes flash) {
    PlaceView view = places.get(actor, place);
    try {
      String typed = code.isBlank() ? null : code.strip();
      steps.confirmOwnerChange(actor, place, token, typed, name, clock.instant());
      flash.addFlashAttribute("notice", "places.done.owner-changed");
      boolean mineNoMore = actor.kind() == Actor.Kind.OWNER;
      return mineNoMore ? "redirect:/places" : "redirect:/places/" + place;
    } catch (Refusal refusal) {
      response.setStatus(refusal.kind().status());
      return codeForm(view, token, reference, sent, name, refusal, model);
    }
  }

  private static String moveForm(
      PlaceView view, MoveForm form, @Nullable Refusal refusal, Model model) {
    model.addAttribute("card", view.card());
    model.addAttribute("form", form);
    model.addAttribute("refusal", refusal);
    return "places/move";
  }

  private static String splitForm(
      PlaceView view,
      int revision,
      String names,
      boolean closes,
      String reason,
      @Nullable Refusal refusal,
      Model model) {
    model.addAttribute("card", view.card());
    model.addAttribute("revision", revision);
    model.addAttribute("names", names);
    model.addAttribute("closes", closes);
    model.addAttribute("reason", reason);
    model.addAttribute("refusal", refusal);
    return "places/split";
  }

  private static String ownerForm(
      PlaceView view, String name, String phone, @Nullable Refusal refusal, Model model) {
    model.addAttribute("card", view.card());
    model.addAttribute("name", name);
    model.addAttribute("phone", phone);
    model.addAttribute("refusal", refusal);
    return "places/owner-change";
  }

  private static String codeForm(
      PlaceView view,
      String token,
      String reference,
      boolean sent,
      String name,
      @Nullable Refusal refusal,
      Model model) {
    model.addAttribute("card", view.card());
    model.addAttribute("token", token);
    model.addAttribute("reference", reference);
    model.addAttribute("sent", sent);
    model.addAttribute("name", name);
    model.addAttribute("refusal", refusal);
    return "places/owner-code";
  }

  private static String done(UUID place, String notice, RedirectAttributes flash) {
    flash.addFlashAttribute("notice", notice);
    return "redirect:/places/" + place;
  }
}
