package vn.lachan.app.places;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What places ask of visits, which lie above them: on which days at which places something changed,
 * and how much there is. Places keep the counts, so that figures over a province need no visit.
 */
public interface VisitCounts {
  /**
   * The places and days whose visits became more or fewer after a cursor.
   *
   * @param cursor where to go on from
   */
  record Touched(Set<PlaceDay> days, long cursor) {
    public Touched {
      days = Set.copyOf(days);
    }
  }

  /** What changed after the cursor, from so many groups of the received order at most. */
  Touched touched(long cursor, int groups);

  /** The counts as they are now; days that visits hold no more are left out. */
  List<DayActivity> count(Collection<PlaceDay> days);

  /** The counts of one day by rising place number, after one; those with visits only. */
  List<DayActivity> countDay(LocalDate day, long afterPlace, int places);

  /** The days that visits still hold, oldest first. */
  List<LocalDate> days();
}
