package vn.lachan.app.access.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.lachan.app.kernel.Open;
import vn.lachan.app.kernel.Refusal;

/** Where a form ends up that came without a session or without a valid token. */
@Controller
class KeptFormPages {
  @Open("reached by a forward only, when nobody is signed in or a form's token is no longer valid")
  @RequestMapping(SignInGate.KEEP)
  String keep(Model model, HttpServletRequest request, HttpServletResponse response) {
    String to = (String) request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
    if (to == null) {
      return "redirect:" + SignInGate.SIGN_IN;
    }
    if (SignInGate.isApi(request) || !OwnOrigin.isOriginOf(request)) {
      throw Refusal.forbidden("access.refused.form");
    }
    model.addAttribute("kept", kept(request, to));
    model.addAttribute("to", LocalPath.of(to));
    if (SignInSession.of(request).isPresent()) {
      response.setStatus(HttpServletResponse.SC_FORBIDDEN);
      return "access/send-again";
    }
    response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    return "access/sign-in";
  }

  /** A form of signing in itself begins anew, with what it carried. */
  private static @Nullable KeptForm kept(HttpServletRequest request, String to) {
    return to.startsWith(SignInGate.SIGN_IN)
        ? KeptForm.travelling(request)
        : KeptForm.sentNow(request, LocalPath.of(to));
  }
}
