package vn.lachan.app.casework;

import java.util.List;
import java.util.Map;
import vn.lachan.app.people.MaskedPerson;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.tracing.Timeline;

/**
 * A timeline with masked names and places.
 *
 * @param choice the riskiest contacts, to choose another from
 */
public record CaseTimeline(
    Timeline timeline,
    Map<Long, MaskedPerson> persons,
    Map<Long, PlaceCard> places,
    List<MaskedPerson> choice) {
  public CaseTimeline {
    persons = Map.copyOf(persons);
    places = Map.copyOf(places);
    choice = List.copyOf(choice);
  }
}
