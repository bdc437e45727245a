package vn.lachan.app.casework;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.people.MaskedPerson;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.tracing.ContactEvidence;
import vn.lachan.app.tracing.ContactRow;

/**
 * A contact with all kept evidence, its path to the index case, and what was done.
 *
 * @param path the contact first, the index case last
 * @param steps the path with what each one met, the contact first, without the index case
 * @param persons masked names of everybody in the evidence
 * @param places cards of all places in the evidence
 * @param next how many contacts came through this one
 */
public record CaseContactView(
    CaseContact row,
    ContactEvidence evidence,
    List<MaskedPerson> path,
    List<Step> steps,
    Map<Long, MaskedPerson> persons,
    Map<Long, PlaceCard> places,
    List<Done> done,
    int next) {
  public CaseContactView {
    path = List.copyOf(path);
    steps = List.copyOf(steps);
    persons = Map.copyOf(persons);
    places = Map.copyOf(places);
    done = List.copyOf(done);
  }

  /** Somebody on the path, and why they stand on it. */
  public record Step(MaskedPerson who, ContactRow contact) {}

  /** A follow-up; {@code undone} where it was taken back. */
  public record Done(
      long number,
      FollowUp state,
      @Nullable FollowUpReason reason,
      String by,
      Instant at,
      @Nullable Instant undone) {}
}
