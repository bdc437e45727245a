package vn.lachan.app.visits;

/**
 * Something the store is told about a person at a place. Times are epoch seconds. Its natural key
 * (person, place, time) makes a second delivery harmless.
 */
public sealed interface VisitMessage permits NewVisit, NewDeparture, NewWithdrawal, NewLimit {
  long person();

  long place();

  /** The second by which the message is ordered: the entry, or the departure of a check-out. */
  long at();
}
