package vn.lachan.app.places;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.PlaceNaming;

/** Public names of places, for the pages about who may do what where. */
@Component
class PublicPlaceNames implements PlaceNaming {
  private final Places places;

  PublicPlaceNames(Places places) {
    this.places = places;
  }

  @Override
  public Optional<String> name(long place) {
    return places.find(place).map(PlaceCard::name);
  }
}
