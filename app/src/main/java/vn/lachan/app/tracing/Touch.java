package vn.lachan.app.tracing;

import vn.lachan.app.visits.Followed.Change;

/**
 * A change of a visit as a trace feels it: somebody, canonical, was at a place during [from, to),
 * or no longer was.
 */
record Touch(long group, long person, long place, long from, long to, Cause cause) {
  static Touch of(Change change, long person) {
    Cause cause =
        switch (change.kind()) {
          case STORED -> Cause.LATE_VISIT;
          case DEPARTURE_CHANGED -> Cause.DEPARTURE;
          case WITHDRAWN -> Cause.WITHDRAWAL;
        };
    return new Touch(
        change.group(),
        person,
        change.visit().place(),
        change.visit().enteredAt(),
        Math.max(change.visit().leftAt(), change.previousLeftAt()),
        cause);
  }
}
