package vn.lachan.app.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.method.HandlerMethod;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Grant;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.access.Role;
import vn.lachan.app.access.Scope;
import vn.lachan.app.access.SignedIn;
import vn.lachan.app.kernel.Open;

class RouteGuardTests {
  private final RouteGuard guard = new RouteGuard(new SignInGate());
  private final MockHttpServletResponse response = new MockHttpServletResponse();

  @Test
  void aRouteThatStatesNothingIsRefusedToAll() throws Exception {
    assertThatThrownBy(() -> guard.preHandle(as(Role.OPERATOR), response, route("silent")))
        .hasMessage("access.forbidden");
  }

  @Test
  void aRouteIsForThoseWhoHoldItsPermission() throws Exception {
    assertThat(guard.preHandle(as(Role.AUDITOR), response, route("audit"))).isTrue();
    assertThatThrownBy(() -> guard.preHandle(as(Role.TRACER), response, route("audit")))
        .hasMessage("access.forbidden");
  }

  @Test
  void whoeverIsNotSignedInIsAskedToSignIn() throws Exception {
    MockHttpServletRequest request = get();
    assertThat(guard.preHandle(request, response, route("audit"))).isFalse();
    assertThat(response.getRedirectedUrl()).isEqualTo("/sign-in?to=%2Faudit%3Fkind%3Dx");
  }

  @Test
  void aPartOfAPageMovesTheWholePageAndAFormStays() throws Exception {
    MockHttpServletRequest reading = get();
    reading.addHeader("HX-Request", "true");
    assertThat(guard.preHandle(reading, response, route("audit"))).isFalse();
    assertThat(response.getHeader("HX-Redirect")).isEqualTo("/sign-in");

    var formAnswer = new MockHttpServletResponse();
    MockHttpServletRequest form = get();
    form.setMethod("POST");
    form.addHeader("HX-Request", "true");
    assertThat(guard.preHandle(form, formAnswer, route("audit"))).isFalse();
    assertThat(formAnswer.getStatus()).isEqualTo(401);
    assertThat(formAnswer.getHeader("HX-Trigger")).isEqualTo("lachan:signed-out");
  }

  @Test
  void aProgramIsToldThatItsTokenIsMissing() {
    MockHttpServletRequest request = get();
    request.setRequestURI("/api/v1/visits");
    assertThatThrownBy(() -> guard.preHandle(request, response, route("audit")))
        .hasMessage("access.unauthenticated");
    assertThat(response.getHeader("WWW-Authenticate")).isEqualTo("Bearer");
  }

  @Test
  void aOneTimePasswordOpensNothingButItsChange() throws Exception {
    MockHttpServletRequest request = get();
    SignInSession.remember(request, signedIn(Role.AUDITOR, true));
    assertThat(guard.preHandle(request, response, route("audit"))).isFalse();
    assertThat(response.getRedirectedUrl()).isEqualTo("/access/me");
  }

  @Test
  void whoeverMustSetUpASecondFactorSeesNothingElseNotEvenTheFirstPage() throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
    var actor =
        new Actor(
            7,
            "Cán bộ",
            Actor.Kind.STAFF,
            List.of(new Grant(Role.AUDITOR, new Scope.Everywhere())));
    SignInSession.remember(
        request, new SignedIn(actor, null, false, SignedIn.SecondFactor.MUST_BE_SET_UP));
    assertThat(guard.preHandle(request, response, new HandlerMethod(new OpenPages(), "open")))
        .isFalse();
    assertThat(response.getRedirectedUrl()).isEqualTo("/access/second-factor");
  }

  @Test
  void whatIsNoRouteOfOursIsRefused() {
    assertThatThrownBy(() -> guard.preHandle(get(), response, new Object()))
        .hasMessage("access.forbidden");
  }

  @Test
  void theMethodGoesBeforeItsType() throws Exception {
    assertThat(RouteRule.of(new HandlerMethod(new OpenPages(), "closed")).text())
        .isEqualTo("AUDIT_READ");
    assertThat(RouteRule.of(new HandlerMethod(new OpenPages(), "open")).text())
        .isEqualTo("open: anybody");
  }

  private static MockHttpServletRequest get() {
    var request = new MockHttpServletRequest("GET", "/audit");
    request.setQueryString("kind=x");
    return request;
  }

  private static MockHttpServletRequest as(Role role) {
    MockHttpServletRequest request = get();
    SignInSession.remember(request, signedIn(role, false));
    return request;
  }

  private static SignedIn signedIn(Role role, boolean mustChange) {
    var grant = new Grant(role, new Scope.Everywhere());
    return new SignedIn(
        new Actor(7, "Cán bộ", Actor.Kind.STAFF, List.of(grant)),
        null,
        mustChange,
        SignedIn.SecondFactor.NONE);
  }

  private static HandlerMethod route(String name) throws NoSuchMethodException {
    return new HandlerMethod(new Pages(), name);
  }

  static class Pages {
    public void silent() {}

    @Requires(Permission.AUDIT_READ)
    public void audit() {}
  }

  @Open("anybody")
  static class OpenPages {
    public void open() {}

    @Requires(Permission.AUDIT_READ)
    public void closed() {}
  }
}
