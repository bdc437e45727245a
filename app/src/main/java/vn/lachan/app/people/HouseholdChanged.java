package vn.lachan.app.people;

import java.time.Instant;
import java.util.List;

/**
 * Who lives or lived with whom is known differently than before; published in the transaction that
 * wrote it. {@link People#household} tells how it is now.
 *
 * @param persons records of everybody whose companions changed
 * @param from nothing changed before this time
 */
public record HouseholdChanged(List<Long> persons, Instant from) {
  public HouseholdChanged {
    persons = List.copyOf(persons);
  }
}
