package vn.lachan.app.tracing;

import java.time.Instant;
import vn.lachan.app.people.MaskedPerson;

/**
 * Somebody who was there.
 *
 * @param from the first moment inside the window, {@code to} the last
 * @param minutes whole minutes of the union of the stays within the window, never their sum
 * @param stays how many separate spans that union has
 */
public record ItineraryVisitor(
    MaskedPerson person, Instant from, Instant to, long minutes, int stays) {}
