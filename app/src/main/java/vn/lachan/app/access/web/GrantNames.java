package vn.lachan.app.access.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Grant;
import vn.lachan.app.access.PlaceNaming;
import vn.lachan.app.access.Role;
import vn.lachan.app.access.Scope;
import vn.lachan.app.units.Units;

/** Roles and where they hold, in words. */
@Component
class GrantNames {
  private final Units units;
  private final MessageSource messages;
  private final Optional<PlaceNaming> places;

  GrantNames(Units units, MessageSource messages, Optional<PlaceNaming> places) {
    this.units = units;
    this.places = places;
    this.messages = messages;
  }

  /** Public, as the next two are, for templates. */
  public List<String> of(List<Grant> grants) {
    return grants.stream().map(this::of).toList();
  }

  public String of(Grant grant) {
    String role = of(grant.role());
    return switch (grant.scope()) {
      case Scope.Everywhere ignored -> role + " · " + text("access.scope.everywhere");
      case Scope.OfUnit(int unit) -> role + " · " + units.path(unit);
      case Scope.OfSector(String sector, int unit) ->
          role + " · " + sectorName(sector) + " · " + units.path(unit);
      case Scope.OfPlace(long place) -> role + " · " + placeName(place);
    };
  }

  public String of(Role role) {
    return text("access.role." + role.name().toLowerCase(Locale.ROOT));
  }

  private String placeName(long place) {
    return places
        .flatMap(naming -> naming.name(place))
        .orElseGet(() -> text("access.scope.place") + " " + place);
  }

  private String sectorName(String code) {
    return units.sector(code).map(sector -> sector.nameVietnamese()).orElse(code);
  }

  private String text(String key) {
    return messages.getMessage(key, null, LocaleContextHolder.getLocale());
  }
}
