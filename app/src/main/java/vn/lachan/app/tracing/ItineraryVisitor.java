package vn.lachan.app.tracing;

import java.time.Instant;
import vn.lachan.app.people.MaskedPerson;

/**
 * Somebody who was there.
 *
 * @param from the first moment inside the window, {@code to} the last
 * @param minutes whole minutes of the union of the stays within the window, never their sum
 * @param stays how many separate spans that union has
 * @param evidence how it is known
 */
public record ItineraryVisitor(
    MaskedPerson person, Instant from, Instant to, long minutes, int stays, Evidence evidence) {
  /** How it is known that somebody was there, the surest first. */
  public enum Evidence {
    /** A visit was recorded. */
    RECORDED,
    /** The person declared it, naming the place by its code. */
    DECLARED,
    /** The person declared it in words that may mean this place. */
    POSSIBLE
  }
}
