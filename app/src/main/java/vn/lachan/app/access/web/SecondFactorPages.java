package vn.lachan.app.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.SecondFactors;
import vn.lachan.app.access.SecondFactors.Enrolment;
import vn.lachan.app.access.SignedIn;
import vn.lachan.app.kernel.Open;
import vn.lachan.app.kernel.QrCode;
import vn.lachan.app.kernel.Refusal;

/** Setting up, renewing and removing one's own second factor. */
@Controller
@Open(value = "everybody may protect their own account", signedIn = true)
@RequestMapping("/access/second-factor")
class SecondFactorPages {
  private final SecondFactors factors;
  private final Clock clock;

  SecondFactorPages(SecondFactors factors, Clock clock) {
    this.factors = factors;
    this.clock = clock;
  }

  @GetMapping
  String page(Actor actor, Model model, HttpServletRequest request) {
    return page(actor, null, model, request);
  }

  @PostMapping("/confirm")
  String confirm(
      Actor actor,
      @RequestParam(defaultValue = "") String code,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    return withCodes(
        actor,
        model,
        request,
        response,
        () -> {
          List<String> codes = factors.confirm(actor, code, request.getRemoteAddr(), now());
          SignInSession.beginWithSecondFactor(request, actor.account());
          return codes;
        });
  }

  @PostMapping("/codes")
  String renew(
      Actor actor,
      @RequestParam(defaultValue = "") String code,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    return withCodes(
        actor,
        model,
        request,
        response,
        () -> factors.renewCodes(actor, code, request.getRemoteAddr(), now()));
  }

  @PostMapping("/remove")
  String remove(
      Actor actor,
      @RequestParam(defaultValue = "") String code,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    try {
      factors.remove(actor, code, request.getRemoteAddr(), now());
      return "redirect:/access/me";
    } catch (Refusal refusal) {
      response.setStatus(refusal.kind().status());
      return page(actor, refusal, model, request);
    }
  }

  private String withCodes(
      Actor actor,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response,
      Supplier<List<String>> act) {
    try {
      model.addAttribute("codes", act.get());
      response.setHeader("Cache-Control", "no-store");
      return "access/second-factor-codes";
    } catch (Refusal refusal) {
      response.setStatus(refusal.kind().status());
      return page(actor, refusal, model, request);
    }
  }

  private String page(
      Actor actor, @Nullable Refusal refusal, Model model, HttpServletRequest request) {
    SecondFactors.State state = factors.state(actor).orElse(null);
    boolean on = state != null && state.isOn();
    if (!on) {
      Enrolment enrolment = factors.begin(actor, now());
      model.addAttribute("secret", enrolment.secret().replaceAll("(.{4})(?=.)", "$1 "));
      model.addAttribute("qr", QrCode.of(enrolment.address(), QrCode.Level.MEDIUM));
    }
    model.addAttribute("state", state);
    model.addAttribute("on", on);
    model.addAttribute("refusal", refusal);
    model.addAttribute(
        "must",
        SignInSession.of(request)
            .map(SignedIn::secondFactor)
            .filter(asked -> asked == SignedIn.SecondFactor.MUST_BE_SET_UP)
            .isPresent());
    return "access/second-factor";
  }

  private Instant now() {
    return clock.instant();
  }
}
