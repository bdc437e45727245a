package vn.lachan.app.declarations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
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

  /** Near, beside, in front of, opposite, behind, at, in: without accents. */
  private static final Pattern SIDE =
      Pattern.compile(
          "^(?:(?:o|tai|ngay) )?(?:(?:phia )?truoc(?: cua)?|(?:phia )?sau|gan|sat|(?:ben )?canh|doi dien"
              + "(?: voi)?|o|tai|trong|ngay) ");

  private final Places places;

  LikePlaces(Places places) {
    this.places = places;
  }

  /**
   * The words whole first, then less and less of them from their end; where nothing is found, the
   * same without what says on which side of it somebody was.
   */
  List<PlaceCard> named(Actor actor, String text) {
    if (!actor.may(Permission.PLACES_READ) || text.isBlank()) {
      return List.of();
    }
    int comma = text.indexOf(',');
    String words = PlaceWords.plain(comma < 1 ? text : text.substring(0, comma));
    List<PlaceCard> found = like(actor, words);
    String bare = SIDE.matcher(words).replaceFirst("");
    return found.isEmpty() && !bare.equals(words) ? like(actor, bare) : found;
  }

  private List<PlaceCard> like(Actor actor, String whole) {
    Map<UUID, PlaceCard> found = new LinkedHashMap<>();
    String words = whole;
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
