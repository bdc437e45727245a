package vn.lachan.app.gates.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.gates.GateOffice;
import vn.lachan.app.kernel.QrCode;
import vn.lachan.app.program.ProgramSettings;

/** Devices, PINs and shifts of a place's gates, for its owner and its commune. */
@Controller
@Requires(Permission.PLACES_REGISTER)
class GateOfficePages {
  private final GateOffice office;
  private final ShownOnce once;
  private final ProgramSettings program;
  private final Clock clock;

  GateOfficePages(GateOffice office, ShownOnce once, ProgramSettings program, Clock clock) {
    this.office = office;
    this.once = once;
    this.program = program;
    this.clock = clock;
  }

  @GetMapping("/gates/places/{place}")
  String page(
      Actor actor,
      @PathVariable UUID place,
      @ModelAttribute(ShownOnce.NAME) @Nullable Object kept,
      Model model,
      HttpServletResponse response) {
    String shown = show(actor, place, model);
    if (kept instanceof ShownOnce.Kept sealed) {
      showSecret(once.open(place, sealed), model);
    }
    response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    return shown;
  }

  /** The code stands on the page that follows, and nowhere after. */
  @PostMapping("/gates/places/{place}/enrol")
  String enrol(
      Actor actor,
      @PathVariable UUID place,
      @RequestParam String name,
      @RequestParam(defaultValue = "KEEPER") GateOffice.Mode mode,
      RedirectAttributes flash) {
    GateOffice.Enrolment made = office.enrol(actor, place, name, mode, clock.instant());
    return shownOnce(place, new ShownOnce.Secret(made, null), flash);
  }

  /** For a device that the server does not recognise any more. */
  @PostMapping("/gates/devices/{device}/renew")
  String renew(Actor actor, @PathVariable UUID device, RedirectAttributes flash) {
    GateOffice.Enrolment made = office.renew(actor, device, clock.instant());
    return shownOnce(office.placeOf(actor, device), new ShownOnce.Secret(made, null), flash);
  }

  /** The PIN stands on the page that follows, and nowhere after. */
  @PostMapping("/gates/places/{place}/pin")
  String pin(
      Actor actor, @PathVariable UUID place, @RequestParam long account, RedirectAttributes flash) {
    String digits = office.newPin(actor, place, account, clock.instant());
    return shownOnce(place, new ShownOnce.Secret(null, new ShownOnce.Pin(account, digits)), flash);
  }

  private String shownOnce(UUID place, ShownOnce.Secret secret, RedirectAttributes flash) {
    flash.addFlashAttribute(ShownOnce.NAME, once.seal(place, secret));
    return "redirect:/gates/places/" + place;
  }

  private void showSecret(ShownOnce.Secret secret, Model model) {
    GateOffice.Enrolment made = secret.enrolment();
    if (made != null) {
      String address = address("/gates/device/gate") + "#" + made.code();
      model.addAttribute("enrolment", made);
      model.addAttribute("address", address("/gates/device/gate"));
      model.addAttribute("qr", QrCode.of(address, QrCode.Level.MEDIUM));
    }
    ShownOnce.Pin pin = secret.pin();
    if (pin != null) {
      model.addAttribute("pin", pin.digits());
      model.addAttribute("pinOf", pin.account());
    }
  }

  @PostMapping("/gates/places/{place}/asks")
  String ask(
      Actor actor,
      @PathVariable UUID place,
      @RequestParam(defaultValue = "false") boolean declaration,
      @RequestParam(defaultValue = "") String form,
      @RequestParam(defaultValue = "false") boolean proof,
      RedirectAttributes flash) {
    var asks = new GateOffice.PlaceAsks(declaration, form.isBlank() ? null : form, proof);
    office.ask(actor, place, asks, clock.instant());
    flash.addFlashAttribute("notice", "gates.done.asks");
    return "redirect:/gates/places/" + place;
  }

  @PostMapping("/gates/devices/{device}/revoke")
  String revoke(
      Actor actor,
      @PathVariable UUID device,
      @RequestParam String reason,
      RedirectAttributes flash) {
    UUID place = office.revoke(actor, device, reason, clock.instant());
    flash.addFlashAttribute("notice", "gates.done.revoked");
    return "redirect:/gates/places/" + place;
  }

  private String show(Actor actor, UUID place, Model model) {
    Instant now = clock.instant();
    model.addAttribute("place", office.place(actor, place));
    model.addAttribute("devices", office.devices(actor, place, now));
    model.addAttribute("keepers", office.keepers(actor, place));
    model.addAttribute("asks", office.asks(actor, place));
    model.addAttribute("forms", office.forms(actor, place, now));
    model.addAttribute("shifts", office.shifts(actor, place));
    return "gates/office";
  }

  private String address(String path) {
    return program.publicUrl().isEmpty()
        ? ServletUriComponentsBuilder.fromCurrentContextPath().path(path).toUriString()
        : program.publicAddress(path);
  }
}
