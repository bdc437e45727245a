package vn.lachan.app.casework;

import java.time.Instant;
import java.util.List;

/** Somebody is to be reached: persons who became contacts of a case, in one batch. */
public record ContactListed(long caseNumber, List<Long> persons, Instant at) {
  public ContactListed {
    persons = List.copyOf(persons);
  }
}
