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
 * @param inCharge the commune that has the task
 * @param officer display name of who was given the task; null for whoever works in the commune
 */
public record CaseContact(
    MaskedPerson who,
    ContactRow contact,
    @Nullable MaskedPerson via,
    List<PlaceCard> places,
    FollowUp state,
    @Nullable Instant stateAt,
    int attempts,
    @Nullable Long task,
    @Nullable Integer inCharge,
    @Nullable String officer) {
  public CaseContact {
    places = List.copyOf(places);
  }
}
