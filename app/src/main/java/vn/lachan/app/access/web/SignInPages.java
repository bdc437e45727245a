package vn.lachan.app.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lachan.app.access.SignIns;
import vn.lachan.app.access.SignedIn;
import vn.lachan.app.kernel.Open;
import vn.lachan.app.kernel.Refusal;

/** Signing in and out. */
@Controller
class SignInPages {
  private final SignIns signIns;
  private final Clock clock;

  SignInPages(SignIns signIns, Clock clock) {
    this.signIns = signIns;
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
      SignInSession.begin(request, signedIn.actor().account());
      return KeptForm.travelling(request) == null || signedIn.mustChangePassword()
          ? "redirect:" + LocalPath.of(to)
          : sendAgain(request, model);
    } catch (Refusal refusal) {
      response.setStatus(refusal.kind().status());
      model.addAttribute("refusal", refusal);
      model.addAttribute("username", username);
      model.addAttribute("kept", KeptForm.travelling(request));
      model.addAttribute("to", LocalPath.of(to));
      return "access/sign-in";
    }
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
