package vn.lachan.app.access.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.OneTimeCodes;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.kernel.Refusal;

/** Where no message can be sent, an officer calls the phone and confirms it here. */
@Controller
@Requires({Permission.PEOPLE_EDIT, Permission.PLACES_APPROVE})
@RequestMapping("/access/phones")
class PhoneConfirmationPages {
  private static final String PAGE = "access/phones";

  private final OneTimeCodes codes;
  private final Clock clock;

  PhoneConfirmationPages(OneTimeCodes codes, Clock clock) {
    this.codes = codes;
    this.clock = clock;
  }

  @GetMapping
  String form() {
    return PAGE;
  }

  @PostMapping("/find")
  String find(
      Actor actor, @RequestParam String reference, Model model, HttpServletResponse response) {
    model.addAttribute("reference", reference);
    try {
      model.addAttribute("phone", codes.phoneOf(actor, reference, clock.instant()).national());
    } catch (Refusal refusal) {
      response.setStatus(refusal.kind().status());
      model.addAttribute("refusal", refusal);
    }
    return PAGE;
  }

  @PostMapping("/confirm")
  String confirm(
      Actor actor, @RequestParam String reference, Model model, HttpServletResponse response) {
    try {
      codes.confirmFor(actor, reference, clock.instant());
      model.addAttribute("confirmed", true);
    } catch (Refusal refusal) {
      response.setStatus(refusal.kind().status());
      model.addAttribute("refusal", refusal);
    }
    return PAGE;
  }
}
