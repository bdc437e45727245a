package vn.lachan.app.casework;

import java.util.List;
import java.util.Map;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.tracing.ExposingPlace;
import vn.lachan.app.tracing.Timeline;

/**
 * Where the index case was: the places with their figures, and the stays in their order.
 *
 * @param cards of all places; one that is gone has none
 */
public record CaseMap(
    List<ExposingPlace> places, List<Timeline.Stay> stays, Map<Long, PlaceCard> cards) {
  public CaseMap {
    places = List.copyOf(places);
    stays = List.copyOf(stays);
    cards = Map.copyOf(cards);
  }
}
