package vn.lachan.app.access.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * What happens to a form without a valid token: forged, or typed on a page that lay open too long.
 * Only where the browser says that the form is our own are its fields shown again.
 */
class ForgedFormHandler implements AccessDeniedHandler {
  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
      throws IOException, ServletException {
    if (SignInGate.isHtmx(request)) {
      response.setStatus(HttpServletResponse.SC_FORBIDDEN);
      response.setHeader("HX-Trigger", SignInGate.SIGNED_OUT);
    } else {
      request.getRequestDispatcher(SignInGate.KEEP).forward(request, response);
    }
  }
}
