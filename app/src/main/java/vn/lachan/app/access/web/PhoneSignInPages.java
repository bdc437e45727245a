package vn.lachan.app.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lachan.app.access.Accounts;
import vn.lachan.app.access.Actors;
import vn.lachan.app.access.Challenge;
import vn.lachan.app.access.CodeRequest;
import vn.lachan.app.access.OneTimeCodes;
import vn.lachan.app.access.PhoneProof;
import vn.lachan.app.kernel.Open;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.engine.scan.PhoneNumber;
import vn.lachan.engine.scan.Reading;

/** Owners sign in with their phone: a code sent to it, or an officer who called it. */
@Controller
@Open("nobody is signed in yet")
@RequestMapping("/sign-in/phone")
class PhoneSignInPages {
  private static final String PURPOSE = "sign-in";
  private static final String FORM = "access/phone";
  private static final String CODE = "access/phone-code";

  private final OneTimeCodes codes;
  private final Accounts accounts;
  private final Actors actors;
  private final Clock clock;

  PhoneSignInPages(OneTimeCodes codes, Accounts accounts, Actors actors, Clock clock) {
    this.codes = codes;
    this.accounts = accounts;
    this.actors = actors;
    this.clock = clock;
  }

  @GetMapping
  String form(@RequestParam(defaultValue = "/") String to, Model model) {
    model.addAttribute("to", LocalPath.of(to));
    return FORM;
  }

  /** Also where the staff's page hands over what was typed before. */
  @PostMapping("/begin")
  String begin(
      @RequestParam(defaultValue = "/") String to, Model model, HttpServletRequest request) {
    carry(to, model, request);
    return FORM;
  }

  @PostMapping
  String request(
      @RequestParam String phone,
      @RequestParam(defaultValue = "/") String to,
      Model model,
      Locale locale,
      HttpServletRequest request,
      HttpServletResponse response) {
    carry(to, model, request);
    try {
      Challenge challenge =
          codes.request(
              new CodeRequest(phoneNumber(phone), PURPOSE, locale, request.getRemoteAddr(), null),
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
      @RequestParam(defaultValue = "/") String to,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    carry(to, model, request);
    try {
      return enter(codes.confirm(challenge, code, clock.instant()), to, model, request);
    } catch (Refusal refusal) {
      refuse(refusal, model, response);
      model.addAttribute("challenge", challenge);
      model.addAttribute("sent", true);
      return refusal.kind() == Refusal.Kind.GONE ? FORM : CODE;
    }
  }

  @PostMapping("/confirmed")
  String confirmed(
      @RequestParam String challenge,
      @RequestParam String reference,
      @RequestParam(defaultValue = "/") String to,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    carry(to, model, request);
    try {
      Optional<PhoneProof> proof = codes.confirmedByOfficer(challenge, clock.instant());
      if (proof.isPresent()) {
        return enter(proof.get(), to, model, request);
      }
      model.addAttribute("challenge", challenge);
      model.addAttribute("sent", false);
      model.addAttribute("reference", reference);
      model.addAttribute("waiting", true);
      return CODE;
    } catch (Refusal refusal) {
      refuse(refusal, model, response);
      return FORM;
    }
  }

  private String enter(PhoneProof proof, String to, Model model, HttpServletRequest request) {
    Instant now = clock.instant();
    OptionalLong account =
        proof.purpose().equals(PURPOSE) ? accounts.owner(proof) : OptionalLong.empty();
    if (account.isEmpty() || actors.find(account.getAsLong(), now).isEmpty()) {
      return "access/phone-unknown";
    }
    SignInSession.begin(request, account.getAsLong());
    return KeptForm.travelling(request) == null
        ? "redirect:" + LocalPath.of(to)
        : SignInPages.sendAgain(request, model);
  }

  private static PhoneNumber phoneNumber(String text) {
    return switch (PhoneNumber.parse(text)) {
      case Reading.Accepted<PhoneNumber>(PhoneNumber number) -> number;
      case Reading.Rejected<PhoneNumber> ignored -> throw Refusal.invalid("access.refused.phone");
    };
  }

  private static void carry(String to, Model model, HttpServletRequest request) {
    model.addAttribute("to", LocalPath.of(to));
    model.addAttribute("kept", KeptForm.travelling(request));
  }

  private static void refuse(Refusal refusal, Model model, HttpServletResponse response) {
    response.setStatus(refusal.kind().status());
    model.addAttribute("refusal", refusal);
  }
}
