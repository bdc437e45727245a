package vn.lachan.app.access.web;

import jakarta.servlet.http.HttpServletRequest;

/** Whether the browser says that a form was sent from one of our own pages. */
final class OwnOrigin {
  private OwnOrigin() {}

  /** False where the browser says nothing: nothing of such a form is shown again. */
  static boolean isOriginOf(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin");
    }
    return own(request).equals(request.getHeader("Origin"));
  }

  private static String own(HttpServletRequest request) {
    String scheme = request.getScheme();
    int port = request.getServerPort();
    boolean usual = port == ("https".equals(scheme) ? 443 : 80);
    return scheme + "://" + request.getServerName() + (usual ? "" : ":" + port);
  }
}
