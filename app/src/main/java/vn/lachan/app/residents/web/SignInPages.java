package vn.lachan.app.residents.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lachan.app.access.Challenge;
import vn.lachan.app.access.CodeRequest;
import vn.lachan.app.access.OneTimeCodes;
import vn.lachan.app.access.PhoneProof;
import vn.lachan.app.kernel.Open;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.app.residents.ResidentAccounts;

/** Residents sign in with their phone; a known phone and an unknown one are answered alike. */
@Controller
@Open("whoever holds a phone may sign in with it")
@RequestMapping("/residents/sign-in")
class SignInPages {
  private static final String FORM = "residents/sign-in";
  private static final String CODE = "residents/sign-in-code";

  private final OneTimeCodes codes;
  private final ResidentAccounts accounts;
  private final ProgramSettings program;
  private final Clock clock;

  SignInPages(OneTimeCodes codes, ResidentAccounts accounts, ProgramSettings program, Clock clock) {
    this.codes = codes;
    this.accounts = accounts;
    this.program = program;
    this.clock = clock;
  }

  @GetMapping
  String form(
      @RequestParam(defaultValue = "/residents") String to,
      Model model,
      HttpServletRequest request) {
    carry(to, model, request);
    return FORM;
  }

  @PostMapping
  String request(
      @RequestParam String phone,
      @RequestParam(defaultValue = "/residents") String to,
      Model model,
      Locale locale,
      HttpServletRequest request,
      HttpServletResponse response) {
    carry(to, model, request);
    try {
      Challenge challenge =
          codes.request(
              new CodeRequest(
                  Typed.phone(phone),
                  ResidentAccounts.PROOF,
                  locale,
                  request.getRemoteAddr(),
                  ResidentCookie.readKnown(request)),
              clock.instant());
      model.addAttribute("challenge", challenge.token());
      model.addAttribute("sent", challenge.sent());
      model.addAttribute("reference", challenge.reference());
      return CODE;
    } catch (Refusal refusal) {
      refuse(refusal, model, response);
      model.addAttribute("phone", phone);
      return FORM;
    }
  }

  @PostMapping("/code")
  String code(
      @RequestParam String challenge,
      @RequestParam String code,
      @RequestParam(defaultValue = "/residents") String to,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    carry(to, model, request);
    try {
      return enter(codes.confirm(challenge, code, clock.instant()), to, request, response);
    } catch (Refusal refusal) {
      refuse(refusal, model, response);
      model.addAttribute("challenge", challenge);
      model.addAttribute("sent", true);
      return refusal.kind() == Refusal.Kind.GONE ? FORM : CODE;
    }
  }

  /** Where no message can be sent, an officer calls the phone and confirms it. */
  @PostMapping("/confirmed")
  String confirmed(
      @RequestParam String challenge,
      @RequestParam String reference,
      @RequestParam(defaultValue = "/residents") String to,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    carry(to, model, request);
    try {
      Optional<PhoneProof> proof = codes.confirmedByOfficer(challenge, clock.instant());
      if (proof.isPresent()) {
        return enter(proof.get(), to, request, response);
      }
      model.addAttribute("challenge", challenge);
      model.addAttribute("reference", reference);
      model.addAttribute("sent", false);
      model.addAttribute("waiting", true);
      return CODE;
    } catch (Refusal refusal) {
      refuse(refusal, model, response);
      return FORM;
    }
  }

  private void carry(String to, Model model, HttpServletRequest request) {
    model.addAttribute("to", Typed.ownPath(to));
    model.addAttribute("site", PasskeyPages.site(program, request).orElse(null));
  }

  private String enter(
      PhoneProof proof, String to, HttpServletRequest request, HttpServletResponse response) {
    String browser = BrowserKind.of(request.getHeader(HttpHeaders.USER_AGENT));
    ResidentCookie.giveKnown(request, response, codes.remember(proof));
    ResidentCookie.give(request, response, accounts.signIn(proof, browser, clock.instant()));
    return "redirect:" + Typed.ownPath(to);
  }

  private static void refuse(Refusal refusal, Model model, HttpServletResponse response) {
    response.setStatus(refusal.kind().status());
    model.addAttribute("refusal", refusal);
  }
}
