package vn.lachan.app.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Grant;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Scope;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.app.units.Unit;
import vn.lachan.app.units.Units;

/** Gives every page the frame it stands in. */
@ControllerAdvice
class ShellAdvice {
  private final ProgramSettings settings;
  private final Units units;
  private final MessageSource messages;

  ShellAdvice(ProgramSettings settings, Units units, MessageSource messages) {
    this.settings = settings;
    this.units = units;
    this.messages = messages;
  }

  /** Programs that call the API have no frame. */
  @ModelAttribute
  void shell(@Nullable Actor actor, HttpServletRequest request, Locale locale, Model model) {
    if (!request.getRequestURI().startsWith("/api/")) {
      model.addAttribute("shell", shell(actor, request, locale));
    }
  }

  Shell shell(@Nullable Actor actor, HttpServletRequest request, Locale locale) {
    String other = locale.getLanguage().equals("en") ? "vi" : "en";
    return new Shell(
        actor != null,
        actor == null ? "" : actor.name(),
        actor == null ? "" : scopeOf(actor, locale),
        Navigation.of(actor, request.getRequestURI()),
        settings.drill(),
        actor == null || actor.may(Permission.PLACES_READ) || actor.may(Permission.CASES_READ),
        other,
        withLanguage(request, other));
  }

  private String scopeOf(Actor actor, Locale locale) {
    return actor.grants().stream()
        .limit(3)
        .map(grant -> words(grant, locale))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private String words(Grant grant, Locale locale) {
    String role =
        messages.getMessage(
            "access.role." + grant.role().name().toLowerCase(Locale.ROOT), null, locale);
    return switch (grant.scope()) {
      case Scope.OfUnit(int unit) -> role + " · " + nameOf(unit);
      case Scope.OfSector(String ignored, int unit) -> role + " · " + nameOf(unit);
      case Scope.Everywhere ignored -> role;
      case Scope.OfPlace ignored -> role;
    };
  }

  private String nameOf(int unit) {
    return units.find(unit).map(Unit::name).orElse("?");
  }

  /** The same page in the other language; only for pages that a GET shows. */
  private static String withLanguage(HttpServletRequest request, String language) {
    if (!request.getMethod().equals("GET")) {
      return "?lang=" + language;
    }
    var address = UriComponentsBuilder.fromPath(request.getRequestURI());
    if (request.getQueryString() != null) {
      address.query(request.getQueryString());
    }
    return address.replaceQueryParam("lang", List.of(language)).build().toUriString();
  }
}
