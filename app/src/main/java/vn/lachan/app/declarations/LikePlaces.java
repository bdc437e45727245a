package vn.lachan.app.declarations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.PlaceFilter;
import vn.lachan.app.places.PlaceRow;
import vn.lachan.app.places.Places;

/** Registered places whose name is like somebody's words, within an officer's reach. */
@Component
class LikePlaces {
  private static final int SUGGESTED = 4;
  private static final int TRIES = 4;

  private final Places places;

  LikePlaces(Places places) {
    this.places = places;
  }

  /** The words whole first, then less and less of them from their end. */
  List<PlaceCard> named(Actor actor, String text) {
    if (!actor.may(Permission.PLACES_READ) || text.isBlank()) {
      return List.of();
    }
    Map<UUID, PlaceCard> found = new LinkedHashMap<>();
    int comma = text.indexOf(',');
    String words = PlaceWords.plain(comma < 1 ? text : text.substring(0, comma));
    for (int tried = 0; tried < TRIES && !words.isEmpty() && found.isEmpty(); tried++) {
      var filter = new PlaceFilter(words, null, null, null, null);
      for (PlaceRow row : places.list(actor, filter, null, SUGGESTED).rows()) {
        Optional<PlaceCard> card = places.byPublicId(row.publicId());
        card.ifPresent(one -> found.put(row.publicId(), one));
      }
      int blank = words.lastIndexOf(' ');
      words = blank < 0 ? "" : words.substring(0, blank);
    }
    return List.copyOf(found.values());
  }
}
