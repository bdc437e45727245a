package vn.lachan.app.places.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lachan.app.access.Accounts;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.kernel.QrCode;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.places.Coverage;
import vn.lachan.app.places.Inspections;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.PlaceSteps;
import vn.lachan.app.places.PlaceView;
import vn.lachan.app.places.Places;
import vn.lachan.app.places.Poster;
import vn.lachan.app.places.StateChange;

/** One place: facts, code, history, and what may be done with it. */
@Controller
class PlacePage {
  private final Places places;
  private final Poster poster;
  private final PlaceAddress addresses;
  private final Coverage coverage;
  private final Inspections inspections;
  private final PlaceSteps steps;
  private final Accounts accounts;
  private final Clock clock;

  PlacePage(
      Places places,
      Poster poster,
      PlaceAddress addresses,
      Coverage coverage,
      Inspections inspections,
      PlaceSteps steps,
      Accounts accounts,
      Clock clock) {
    this.places = places;
    this.poster = poster;
    this.addresses = addresses;
    this.coverage = coverage;
    this.inspections = inspections;
    this.steps = steps;
    this.accounts = accounts;
    this.clock = clock;
  }

  @Requires(Permission.PLACES_READ)
  @GetMapping("/places/{place}")
  String page(Actor actor, @PathVariable UUID place, HttpServletRequest request, Model model) {
    show(actor, places.get(actor, place), request, model);
    return "places/place";
  }

  @Requires(Permission.PLACES_READ)
  @GetMapping("/places/{place}/poster.pdf")
  ResponseEntity<byte[]> poster(Actor actor, @PathVariable UUID place, HttpServletRequest request) {
    PlaceCard card = places.get(actor, place).card();
    String file = "lachan-" + card.code().symbols() + ".pdf";
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline().filename(file).build().toString())
        .body(poster.pdf(card, addresses.of(card.code(), request)));
  }

  @Requires(Permission.PLACES_APPROVE)
  @PostMapping("/places/{place}/approve")
  String approve(
      Actor actor, @PathVariable UUID place, @RequestParam int revision, RedirectAttributes flash) {
    places.approve(actor, place, revision, clock.instant());
    return done(place, "places.done.approved", flash);
  }

  @Requires(Permission.PLACES_APPROVE)
  @PostMapping("/places/{place}/return")
  String giveBack(
      Actor actor,
      @PathVariable UUID place,
      @RequestParam String reason,
      RedirectAttributes flash) {
    places.giveBack(actor, place, reason, clock.instant());
    return done(place, "places.done.returned", flash);
  }

  @Requires({Permission.PLACES_APPROVE, Permission.PLACES_REGISTER})
  @PostMapping("/places/{place}/close")
  String close(
      Actor actor,
      @PathVariable UUID place,
      @RequestParam String reason,
      RedirectAttributes flash) {
    places.close(actor, place, reason, clock.instant());
    return done(place, "places.done.closed", flash);
  }

  @Requires(Permission.PLACES_APPROVE)
  @PostMapping("/places/{place}/reopen")
  String reopen(
      Actor actor,
      @PathVariable UUID place,
      @RequestParam String reason,
      RedirectAttributes flash) {
    places.reopen(actor, place, reason, clock.instant());
    return done(place, "places.done.reopened", flash);
  }

  @Requires(Permission.PLACES_APPROVE)
  @PostMapping("/places/{place}/replace-code")
  String replaceCode(
      Actor actor,
      @PathVariable UUID place,
      @RequestParam String reason,
      RedirectAttributes flash) {
    places.replaceCode(actor, place, reason, clock.instant());
    return done(place, "places.done.code-replaced", flash);
  }

  /** Shows the page with the owner's contact on it; nothing of it goes into an address. */
  @Requires(Permission.PLACES_REGISTER)
  @PostMapping("/places/{place}/owner")
  String owner(
      Actor actor,
      @PathVariable UUID place,
      @RequestParam String purpose,
      HttpServletRequest request,
      Model model) {
    model.addAttribute("owner", places.owner(actor, place, purpose).orElse(null));
    show(actor, places.get(actor, place), request, model);
    return "places/place";
  }

  @Requires(Permission.PLACES_REGISTER)
  @PostMapping("/places/{place}/expect")
  String expect(
      Actor actor,
      @PathVariable UUID place,
      @RequestParam(defaultValue = "") String visitors,
      RedirectAttributes flash) {
    coverage.expect(actor, place, numberOrNull(visitors), clock.instant());
    return done(place, "places.done.expected", flash);
  }

  private static @Nullable Integer numberOrNull(String typed) {
    try {
      return typed.isBlank() ? null : Integer.valueOf(typed.strip());
    } catch (NumberFormatException noNumber) {
      throw Refusal.invalid("places.refused.capacity-unreadable");
    }
  }

  private void show(Actor actor, PlaceView view, HttpServletRequest request, Model model) {
    String address = addresses.of(view.card().code(), request);
    model.addAttribute("view", view);
    model.addAttribute("card", view.card());
    model.addAttribute("address", address);
    model.addAttribute("doubtful", addresses.isDoubtful(request));
    model.addAttribute("code", QrCode.of(address, QrCode.Level.QUARTILE));
    model.addAttribute("mayApprove", actor.may(Permission.PLACES_APPROVE));
    model.addAttribute("mayRegister", actor.may(Permission.PLACES_REGISTER));
    model.addAttribute("mayCapture", actor.may(Permission.VISITS_CAPTURE));
    model.addAttribute("mayReadVisits", actor.may(Permission.VISITS_READ));
    UUID place = view.card().publicId();
    boolean seesInspections = actor.may(Permission.INSPECTIONS_READ);
    model.addAttribute("former", steps.formerLocations(actor, place));
    model.addAttribute("parts", steps.parts(view.card().number()));
    model.addAttribute("expected", coverage.expected(actor, place));
    model.addAttribute("seesInspections", seesInspections);
    model.addAttribute("mayInspect", actor.may(Permission.INSPECTIONS_WRITE));
    model.addAttribute(
        "inspections", seesInspections ? inspections.ofPlace(actor, place) : List.of());
    model.addAttribute(
        "names",
        accounts.names(
            view.history().stream()
                .map(StateChange::by)
                .filter(Objects::nonNull)
                .distinct()
                .toList()));
    model.addAttribute("mayInvite", mayInvite(actor, view.card().number()));
  }

  /** Keepers belong to whoever holds the place itself, not to whoever oversees its unit. */
  private static boolean mayInvite(Actor actor, long place) {
    return actor.may(Permission.PLACES_REGISTER)
        && actor.require(Permission.PLACES_REGISTER).places().contains(place);
  }

  private static String done(UUID place, String notice, RedirectAttributes flash) {
    flash.addFlashAttribute("notice", notice);
    return "redirect:/places/" + place;
  }
}
