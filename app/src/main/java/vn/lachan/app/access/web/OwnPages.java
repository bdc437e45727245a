package vn.lachan.app.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.OwnPassword;
import vn.lachan.app.access.SecondFactors;
import vn.lachan.app.access.SignedIn;
import vn.lachan.app.kernel.Open;
import vn.lachan.app.kernel.Refusal;

/** One's own account: roles, and the password. */
@Controller
@Open(value = "everybody may see their own account", signedIn = true)
class OwnPages {
  private final OwnPassword passwords;
  private final SecondFactors factors;
  private final GrantNames names;
  private final Clock clock;

  OwnPages(OwnPassword passwords, SecondFactors factors, GrantNames names, Clock clock) {
    this.passwords = passwords;
    this.factors = factors;
    this.names = names;
    this.clock = clock;
  }

  @GetMapping("/access/me")
  String me(Actor actor, Model model, HttpServletRequest request) {
    return page(actor, null, model, request);
  }

  @PostMapping("/access/me/password")
  String change(
      Actor actor,
      @RequestParam String oldPassword,
      @RequestParam String newPassword,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    try {
      passwords.change(actor, oldPassword, newPassword, request.getRemoteAddr(), clock.instant());
      beginAnew(actor, request);
      return "redirect:/access/me?changed";
    } catch (Refusal refusal) {
      response.setStatus(refusal.kind().status());
      return page(actor, refusal, model, request);
    }
  }

  private static void beginAnew(Actor actor, HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null && SignInSession.hasSecondFactor(session)) {
      SignInSession.beginWithSecondFactor(request, actor.account());
    } else {
      SignInSession.begin(request, actor.account());
    }
  }

  private String page(
      Actor actor, @Nullable Refusal refusal, Model model, HttpServletRequest request) {
    model.addAttribute("refusal", refusal);
    model.addAttribute("name", actor.name());
    model.addAttribute("changed", request.getParameter("changed") != null);
    model.addAttribute("grants", names.of(actor.grants()));
    model.addAttribute("staff", actor.kind() == Actor.Kind.STAFF);
    model.addAttribute("factor", factors.state(actor).orElse(null));
    model.addAttribute("hasPassword", actor.kind() != Actor.Kind.OWNER);
    model.addAttribute(
        "mustChange", SignInSession.of(request).map(SignedIn::mustChangePassword).orElse(false));
    return "access/me";
  }
}
