package vn.lachan.app.residents.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lachan.app.kernel.Open;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.residents.Resident;
import vn.lachan.app.residents.ResidentAccounts;

/** The devices of an account, signing out and leaving. */
@Controller
@Open("residents sign in by their own cookie")
class DevicePages {
  private final ResidentAccounts accounts;
  private final Clock clock;

  DevicePages(ResidentAccounts accounts, Clock clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  @GetMapping("/residents/devices")
  String devices(Resident resident, Model model) {
    model.addAttribute("devices", accounts.devices(resident, clock.instant()));
    return "residents/devices";
  }

  @PostMapping("/residents/devices/{id}/revoke")
  String revoke(Resident resident, @PathVariable UUID id) {
    accounts.revoke(resident, id, clock.instant());
    return "redirect:/residents/devices";
  }

  @PostMapping("/residents/sign-out")
  String signOut(Resident resident, HttpServletRequest request, HttpServletResponse response) {
    accounts.signOut(resident, clock.instant());
    ResidentCookie.take(request, response);
    return "redirect:/residents/signed-out";
  }

  @GetMapping("/residents/leave")
  String leave(Resident resident) {
    return "residents/leave";
  }

  @PostMapping("/residents/leave")
  String leave(
      Resident resident,
      @RequestParam(defaultValue = "false") boolean sure,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (!sure) {
      throw Refusal.invalid("residents.refused.not-sure");
    }
    accounts.leave(resident, clock.instant());
    ResidentCookie.take(request, response);
    ResidentCookie.takeKnown(request, response);
    return "redirect:/residents/signed-out";
  }

  /** The page's script forgets what the browser kept. */
  @GetMapping("/residents/signed-out")
  String signedOut() {
    return "residents/signed-out";
  }
}
