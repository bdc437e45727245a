package vn.lachan.app.privacy.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lachan.app.access.Challenge;
import vn.lachan.app.access.CodeRequest;
import vn.lachan.app.access.OneTimeCodes;
import vn.lachan.app.access.PhoneProof;
import vn.lachan.app.kernel.Open;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.privacy.PersonRequests;
import vn.lachan.app.privacy.RequestKind;
import vn.lachan.engine.scan.PhoneNumber;
import vn.lachan.engine.scan.Reading;

/**
 * A person asks about their own data from their phone: what they ask, then a code sent to it. Known
 * and unknown phones are answered alike.
 */
@Controller
@Open("everybody may ask what is held about them")
class ResidentRequestPages {
  private static final String FORM = "privacy/ask";
  private static final String CODE = "privacy/ask-code";
  private static final String WRONG = "privacy.refused.form";
  private static final List<String> FIELDS = List.of("kind", "name", "phone", "text");

  private final PersonRequests requests;
  private final OneTimeCodes codes;
  private final Clock clock;

  ResidentRequestPages(PersonRequests requests, OneTimeCodes codes, Clock clock) {
    this.requests = requests;
    this.codes = codes;
    this.clock = clock;
  }

  @GetMapping("/privacy/requests/new")
  String form(Model model) {
    return form(Map.of(), model);
  }

  @PostMapping("/privacy/requests/new")
  String ask(
      @RequestParam Map<String, String> typed,
      Model model,
      Locale locale,
      HttpServletRequest request,
      HttpServletResponse response) {
    try {
      kind(typed);
      requests.check(Typed.words(typed, "name"), typed.get("text"));
      Challenge challenge =
          codes.request(
              new CodeRequest(
                  phone(typed), PersonRequests.PROOF, locale, request.getRemoteAddr(), null),
              clock.instant());
      return code(typed, challenge.token(), challenge.reference(), challenge.sent(), model);
    } catch (Refusal refusal) {
      refused(refusal, model, response);
      return form(typed, model);
    }
  }

  @PostMapping("/privacy/requests/new/code")
  String send(
      @RequestParam Map<String, String> typed,
      @RequestParam String challenge,
      @RequestParam String code,
      Model model,
      HttpServletResponse response) {
    try {
      kind(typed);
      requests.check(Typed.words(typed, "name"), typed.get("text"));
      return stored(codes.confirm(challenge, code, clock.instant()), typed, model);
    } catch (Refusal refusal) {
      refused(refusal, model, response);
      return refusal.kind() == Refusal.Kind.GONE
          ? form(typed, model)
          : code(typed, challenge, "", true, model);
    }
  }

  /** Where no message can be sent, an officer calls the phone and confirms it. */
  @PostMapping("/privacy/requests/new/confirmed")
  String confirmed(
      @RequestParam Map<String, String> typed,
      @RequestParam String challenge,
      @RequestParam String reference,
      Model model,
      HttpServletResponse response) {
    try {
      kind(typed);
      requests.check(Typed.words(typed, "name"), typed.get("text"));
      Optional<PhoneProof> proof = codes.confirmedByOfficer(challenge, clock.instant());
      if (proof.isPresent()) {
        return stored(proof.get(), typed, model);
      }
      model.addAttribute("waiting", true);
      return code(typed, challenge, reference, false, model);
    } catch (Refusal refusal) {
      refused(refusal, model, response);
      return form(typed, model);
    }
  }

  @GetMapping("/privacy/requests/state")
  String state() {
    return "privacy/ask-state";
  }

  @PostMapping("/privacy/requests/state")
  String state(@RequestParam String receipt, Model model, HttpServletResponse response) {
    requests
        .byReceipt(receipt, clock.instant())
        .ifPresentOrElse(
            row -> model.addAttribute("row", row),
            () -> refused(Refusal.notFound("privacy.refused.receipt"), model, response));
    return "privacy/ask-state";
  }

  private String stored(PhoneProof proof, Map<String, String> typed, Model model) {
    model.addAttribute(
        "receipt",
        requests.receiveOnline(
            proof,
            kind(typed),
            Typed.words(typed, "name"),
            Typed.text(typed.get("text")),
            clock.instant()));
    return "privacy/ask-done";
  }

  private static RequestKind kind(Map<String, String> typed) {
    return Typed.choice(RequestKind.class, typed.get("kind"), WRONG);
  }

  private static PhoneNumber phone(Map<String, String> typed) {
    return switch (PhoneNumber.parse(Typed.words(typed, "phone"))) {
      case Reading.Accepted<PhoneNumber>(PhoneNumber number) -> number;
      case Reading.Rejected<PhoneNumber> ignored -> throw Refusal.invalid("access.refused.phone");
    };
  }

  private static String form(Map<String, String> typed, Model model) {
    model.addAttribute("typed", typed);
    model.addAttribute("kinds", RequestKind.values());
    return FORM;
  }

  private static String code(
      Map<String, String> typed, String challenge, String reference, boolean sent, Model model) {
    model.addAttribute("typed", Typed.fields(typed, FIELDS));
    model.addAttribute("challenge", challenge);
    model.addAttribute("reference", reference);
    model.addAttribute("sent", sent);
    return CODE;
  }

  private static void refused(Refusal refusal, Model model, HttpServletResponse response) {
    response.setStatus(refusal.kind().status());
    model.addAttribute("refusal", refusal);
  }
}
