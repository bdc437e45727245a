package vn.lachan.app.tracing;

import java.time.Instant;
import vn.lachan.app.people.MaskedPerson;

/** Somebody who was at a published place, once for each stay. */
public record PresentPerson(
    MaskedPerson person, Instant enteredAt, Instant leftAt, boolean departureInferred) {}
