package vn.lachan.app.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;
import vn.lachan.app.access.SecondFactors;
import vn.lachan.app.access.SignIns;
import vn.lachan.app.access.SignedIn;
import vn.lachan.app.kernel.Open;
import vn.lachan.app.kernel.Refusal;

/** Signing in and out. */
@Controller
class SignInPages {
  private final SignIns signIns;
  private final SecondFactors factors;
  private final Clock clock;

  SignInPages(SignIns signIns, SecondFactors factors, Clock clock) {
    this.signIns = signIns;
    this.factors = factors;
    this.clock = clock;
  }

  @Open("nobody is signed in yet")
  @GetMapping("/sign-in")
  String form(@RequestParam(defaultValue = "/") String to, Model model) {
    model.addAttribute("to", LocalPath.of(to));
    return "access/sign-in";
  }

  @Open("nobody is signed in yet")
  @PostMapping("/sign-in")
  String signIn(
      @RequestParam String username,
      @RequestParam String password,
      @RequestParam(defaultValue = "/") String to,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    try {
      SignedIn signedIn =
          signIns.signIn(username, password, request.getRemoteAddr(), clock.instant());
      if (signedIn.secondFactor() == SignedIn.SecondFactor.ON) {
        SignInSession.await(request, signedIn.actor().account(), clock.instant());
        return codePage(to, null, request, model);
      }
      SignInSession.begin(request, signedIn.actor().account());
      boolean opensNothing =
          signedIn.mustChangePassword() || signedIn.secondFactor() != SignedIn.SecondFactor.NONE;
      return opensNothing ? "redirect:" + LocalPath.of(to) : arrive(to, request, model);
    } catch (Refusal refusal) {
      response.setStatus(refusal.kind().status());
      model.addAttribute("refusal", refusal);
      model.addAttribute("username", username);
      model.addAttribute("kept", KeptForm.travelling(request));
      model.addAttribute("to", LocalPath.of(to));
      return "access/sign-in";
    }
  }

  @Open("the password was right, the second factor is still to come")
  @PostMapping("/sign-in/code")
  String code(
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "/") String to,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    Long account = SignInSession.awaited(request, clock.instant());
    if (account == null) {
      return "redirect:/sign-in?to=" + UriUtils.encode(LocalPath.of(to), StandardCharsets.UTF_8);
    }
    try {
      factors.verify(account, code, request.getRemoteAddr(), clock.instant());
      SignInSession.beginWithSecondFactor(request, account);
      return arrive(to, request, model);
    } catch (Refusal refusal) {
      response.setStatus(refusal.kind().status());
      return codePage(to, refusal, request, model);
    }
  }

  private static String codePage(
      String to, @Nullable Refusal refusal, HttpServletRequest request, Model model) {
    model.addAttribute("refusal", refusal);
    model.addAttribute("kept", KeptForm.travelling(request));
    model.addAttribute("to", LocalPath.of(to));
    return "access/sign-in-code";
  }

  private static String arrive(String to, HttpServletRequest request, Model model) {
    return KeptForm.travelling(request) == null
        ? "redirect:" + LocalPath.of(to)
        : sendAgain(request, model);
  }

  /** The form that was interrupted, ready to be sent once more. */
  static String sendAgain(HttpServletRequest request, Model model) {
    model.addAttribute("kept", KeptForm.travelling(request));
    return "access/send-again";
  }

  @Open("who is signed in may leave, whoever it is")
  @PostMapping("/sign-out")
  String signOut(HttpServletRequest request) {
    SignInSession.end(request);
    return "redirect:/sign-in";
  }
}
