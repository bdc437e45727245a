package vn.lachan.app.residents.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lachan.app.kernel.Open;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.residents.PhoneHolders;
import vn.lachan.app.residents.Resident;
import vn.lachan.app.residents.ResidentAccounts;

/** Who holds the phone: asked where a number may have been given to somebody else. */
@Controller
@Open("whoever proved the phone says who they are")
@RequestMapping(WhoPages.PATH)
class WhoPages {
  static final String PATH = "/residents/who";

  private static final String FORM = "residents/who";
  private static final String SIGN_IN = "redirect:/residents/sign-in";

  private final PhoneHolders holders;
  private final ResidentAccounts accounts;
  private final Clock clock;

  WhoPages(PhoneHolders holders, ResidentAccounts accounts, Clock clock) {
    this.holders = holders;
    this.accounts = accounts;
    this.clock = clock;
  }

  @GetMapping
  String form(
      @RequestParam(defaultValue = "/residents") String to,
      Model model,
      HttpServletRequest request) {
    model.addAttribute("to", Typed.ownPath(to));
    return waiting(request).isPresent() ? FORM : SIGN_IN;
  }

  @PostMapping
  String say(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String birthYear,
      @RequestParam(defaultValue = "/residents") String to,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    Optional<Resident> waiting = waiting(request);
    if (waiting.isEmpty()) {
      return SIGN_IN;
    }
    try {
      int year = birthYear.matches("[0-9]{4}") ? Integer.parseInt(birthYear) : 0;
      holders.say(waiting.get(), Typed.name(name), year, clock.instant());
      return "redirect:" + Typed.ownPath(to);
    } catch (Refusal refusal) {
      response.setStatus(refusal.kind().status());
      model.addAttribute("refusal", refusal);
      model.addAttribute("name", name);
      model.addAttribute("birthYear", birthYear);
      return form(to, model, request);
    }
  }

  @PostMapping("/anew")
  String anew(
      @RequestParam(defaultValue = "false") boolean sure,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    Optional<Resident> waiting = waiting(request);
    if (waiting.isEmpty()) {
      return SIGN_IN;
    }
    if (!sure) {
      response.setStatus(Refusal.Kind.INVALID.status());
      model.addAttribute("refusal", Refusal.invalid("residents.refused.not-sure"));
      return form("/residents", model, request);
    }
    String browser = BrowserKind.of(request.getHeader(HttpHeaders.USER_AGENT));
    ResidentCookie.give(
        request, response, holders.beginAnew(waiting.get(), browser, clock.instant()));
    return "redirect:/residents";
  }

  private Optional<Resident> waiting(HttpServletRequest request) {
    String token = ResidentCookie.read(request);
    return token == null ? Optional.empty() : accounts.waiting(token, clock.instant());
  }
}
