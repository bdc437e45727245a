package vn.lachan.app.casework;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.people.MaskedPerson;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.tracing.ContactRow;

/**
 * A contact in the list of a case.
 *
 * @param via through whom; null for the index case itself
 * @param places where, the strongest exposure first
 * @param stateAt when that became so; null for one that nobody has tried yet
 * @param task number of the task
 */
public record CaseContact(
    MaskedPerson who,
    ContactRow contact,
    @Nullable MaskedPerson via,
    List<PlaceCard> places,
    FollowUp state,
    @Nullable Instant stateAt,
    int attempts,
    @Nullable Long task) {
  public CaseContact {
    places = List.copyOf(places);
  }
}
