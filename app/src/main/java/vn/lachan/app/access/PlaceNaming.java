package vn.lachan.app.access;

import java.util.Optional;

/**
 * How a place is called. Scopes hold opaque numbers of places, which lie above this module; places
 * supply their public names for pages about roles.
 */
public interface PlaceNaming {
  Optional<String> name(long place);
}
