package vn.lachan.app.people;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/**
 * A higher module that still needs some persons' identity: an open case, a visit that is kept. It
 * is asked before a person is destroyed at the end of the retention.
 */
public interface PersonHolder {
  /**
   * Those of the records whose person must stay.
   *
   * @param records of whole persons, merged ones too
   * @param since what ended before this time holds nobody
   */
  Set<Long> held(Collection<Long> records, Instant since);
}
