package vn.lachan.app.residents.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.lachan.app.kernel.MinuteLimits;
import vn.lachan.app.kernel.Open;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.app.residents.PasskeyAsking;
import vn.lachan.app.residents.PasskeySite;
import vn.lachan.app.residents.Passkeys;
import vn.lachan.app.residents.Resident;
import vn.lachan.app.residents.ResidentsSettings;

/** Passkeys of an account, and signing in with one. */
@Controller
@Open("residents sign in by their own cookie, or with a passkey")
class PasskeyPages {
  private static final String LIST = "residents/passkeys";

  private final Passkeys passkeys;
  private final ResidentsSettings settings;
  private final ProgramSettings program;
  private final Clock clock;
  private final MinuteLimits asks;

  PasskeyPages(
      Passkeys passkeys, ResidentsSettings settings, ProgramSettings program, Clock clock) {
    this.passkeys = passkeys;
    this.settings = settings;
    this.program = program;
    this.clock = clock;
    this.asks = new MinuteLimits(clock);
  }

  @GetMapping("/residents/passkeys")
  String list(Resident resident, HttpServletRequest request, Model model) {
    model.addAttribute("passkeys", passkeys.of(resident));
    model.addAttribute("most", settings.passkeysMost());
    model.addAttribute("nameMost", Passkeys.NAME_MOST);
    model.addAttribute("site", site(request).orElse(null));
    return LIST;
  }

  @PostMapping("/residents/passkeys/asking")
  @ResponseBody
  PasskeyAsking askToAdd(Resident resident, HttpServletRequest request) {
    return passkeys.askToAdd(resident, required(request), clock.instant());
  }

  @PostMapping("/residents/passkeys")
  String add(
      Resident resident,
      @RequestParam(defaultValue = "") String answer,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    try {
      String name = BrowserKind.of(request.getHeader(HttpHeaders.USER_AGENT));
      passkeys.add(resident, answer, name, required(request), clock.instant());
      return "redirect:/residents/passkeys";
    } catch (Refusal refusal) {
      return refused(refusal, resident, request, model, response);
    }
  }

  @PostMapping("/residents/passkeys/{id}/name")
  String rename(
      Resident resident,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String name,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    try {
      passkeys.rename(resident, id, name);
      return "redirect:/residents/passkeys";
    } catch (Refusal refusal) {
      return refused(refusal, resident, request, model, response);
    }
  }

  @PostMapping("/residents/passkeys/{id}/remove")
  String remove(Resident resident, @PathVariable UUID id) {
    passkeys.remove(resident, id);
    return "redirect:/residents/passkeys";
  }

  /** The same for everybody, so that it tells nothing about anybody. */
  @PostMapping("/residents/sign-in/passkey/asking")
  @ResponseBody
  PasskeyAsking.SignIn askToSignIn(HttpServletRequest request) {
    if (!asks.take(request.getRemoteAddr(), settings.passkeyAsksPerMinute(), 1)) {
      throw new Refusal(Refusal.Kind.TOO_MANY, "residents.refused.passkey-asks");
    }
    return passkeys.askToSignIn(required(request), clock.instant());
  }

  @PostMapping("/residents/sign-in/passkey")
  String signIn(
      @RequestParam(defaultValue = "") String answer,
      @RequestParam(defaultValue = "/residents") String to,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    try {
      String browser = BrowserKind.of(request.getHeader(HttpHeaders.USER_AGENT));
      Instant now = clock.instant();
      ResidentCookie.give(
          request, response, passkeys.signIn(answer, required(request), browser, now));
      return "redirect:" + Typed.ownPath(to);
    } catch (Refusal refusal) {
      response.setStatus(refusal.kind().status());
      model.addAttribute("refusal", refusal);
      model.addAttribute("to", Typed.ownPath(to));
      model.addAttribute("site", site(request).orElse(null));
      return "residents/sign-in";
    }
  }

  private String refused(
      Refusal refusal,
      Resident resident,
      HttpServletRequest request,
      Model model,
      HttpServletResponse response) {
    response.setStatus(refusal.kind().status());
    model.addAttribute("refusal", refusal);
    return list(resident, request, model);
  }

  private PasskeySite required(HttpServletRequest request) {
    return site(request).orElseThrow(() -> Refusal.conflict("residents.refused.passkey-address"));
  }

  private Optional<PasskeySite> site(HttpServletRequest request) {
    return site(program, request);
  }

  /** Where passkeys work, for the page of the sign-in too. */
  static Optional<PasskeySite> site(ProgramSettings program, HttpServletRequest request) {
    String here = ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
    return PasskeySite.of(program.publicUrl(), here);
  }
}
