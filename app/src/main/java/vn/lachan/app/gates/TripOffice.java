package vn.lachan.app.gates;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.access.Actor;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.people.MaskedPerson;
import vn.lachan.app.places.PlaceCard;

/**
 * The front door for officers who look at checkpoints. Plates and papers are personal data: lists
 * show plates masked, opening them is an act with a purpose.
 */
public interface TripOffice {
  /** The latest first; VISITS_READ. */
  Page<TripRow> list(Actor actor, TripFilter filter, @Nullable String after, int rows);

  /**
   * Trips of one vehicle, the latest first and few; VISITS_READ. An act in the audit record.
   *
   * @throws vn.lachan.app.kernel.Refusal {@code gates.refused.plate}
   */
  List<TripRow> ofPlate(Actor actor, String plate, Instant now);

  /** One trip, masked; VISITS_READ. */
  TripFile get(Actor actor, UUID trip);

  /** Plate, route, note and papers; PEOPLE_OPEN. An act, with its purpose. */
  OpenedTrip open(Actor actor, UUID trip, String purpose);

  /** Vehicles and people by day, and why they were turned back; VISITS_READ. */
  List<TripFigure> figures(Actor actor, TripFilter filter);

  /** Masked rows for a file; DECLARATIONS_EXPORT. An act, with its purpose. */
  List<TripRow> export(Actor actor, TripFilter filter, String purpose);

  /** Places that brought trips, by name; VISITS_READ. */
  List<PlaceCard> checkpoints(Actor actor);

  /** Every reason that ever was. */
  List<String> reasons(Actor actor);

  /** What is asked for; null for everything. */
  record TripFilter(
      @Nullable UUID place,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable TripDecision decision) {
    public static TripFilter all() {
      return new TripFilter(null, null, null, null);
    }
  }

  /**
   * A trip in a list.
   *
   * @param stopped how many of the people had to stop by their declaration
   * @param plate masked; null where there is none, or its person was destroyed
   * @param plateChecked whether it has the form of a Vietnamese plate
   */
  record TripRow(
      UUID publicId,
      Instant at,
      Instant receivedAt,
      PlaceCard place,
      String vehicle,
      String direction,
      TripDecision decision,
      @Nullable String reason,
      int people,
      int stopped,
      @Nullable String plate,
      boolean plateChecked) {}

  /** A trip with those who were on it. */
  record TripFile(TripRow row, String keeper, List<Traveller> people) {
    public TripFile {
      people = List.copyOf(people);
    }
  }

  /**
   * Somebody on a vehicle.
   *
   * @param stopped whether they had to stop by their declaration; no diagnosis
   */
  record Traveller(
      @Nullable MaskedPerson who, String role, @Nullable Integer row, boolean stopped) {}

  /** What was sealed of a trip; papers in the order of its people. */
  record OpenedTrip(
      TripFile file,
      @Nullable String plate,
      @Nullable String origin,
      @Nullable String destination,
      @Nullable String note,
      List<@Nullable TripPapers> papers) {
    @Override
    public String toString() {
      return "OpenedTrip[***]";
    }
  }

  /** A day's vehicles with one decision. */
  record TripFigure(
      LocalDate day, TripDecision decision, @Nullable String reason, int vehicles, int people) {}
}
