package vn.lachan.app.declarations.web;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.kernel.Inside;
import vn.lachan.app.places.PlaceFilter;
import vn.lachan.app.places.Places;
import vn.lachan.engine.scan.PlaceCode;
import vn.lachan.engine.scan.Reading;

/** Places by their code, or by a few letters of their names within the officer's reach. */
@Component
@Inside("places that anybody may know by their code; by name the list of places checks the reach")
class PlaceOffers {
  private static final int MOST = 8;
  private static final int LETTERS = 100;

  private final Places places;

  PlaceOffers(Places places) {
    this.places = places;
  }

  /** A place to choose. */
  record Offer(UUID id, String name, int unit) {}

  List<Offer> of(Actor actor, String words) {
    if (PlaceCode.parse(words) instanceof Reading.Accepted<PlaceCode>(PlaceCode code)) {
      return places.byCode(code).stream()
          .map(card -> new Offer(card.publicId(), card.name(), card.unit()))
          .toList();
    }
    if (!actor.may(Permission.PLACES_READ) || words.length() > LETTERS) {
      return List.of();
    }
    var filter = new PlaceFilter(words, null, null, null, null);
    return places.list(actor, filter, null, MOST).rows().stream()
        .map(row -> new Offer(row.publicId(), row.name(), row.unit()))
        .toList();
  }
}
