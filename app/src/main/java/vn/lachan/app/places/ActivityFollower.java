package vn.lachan.app.places;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the counts a place and day equal to the visits. What the received order says to have
 * changed is counted anew as a whole, in the transaction that moves the cursor: late, repeated and
 * withdrawn visits, a restart or a second copy of the program all end in the same numbers.
 */
@Component
class ActivityFollower {
  private static final int DAYS_A_COUNT = 2_000;

  private final VisitCounts visits;
  private final ActivityTable table;
  private final CoverageSettings settings;
  private final TransactionTemplate transactions;

  ActivityFollower(
      VisitCounts visits,
      ActivityTable table,
      CoverageSettings settings,
      TransactionTemplate transactions) {
    this.visits = visits;
    this.table = table;
    this.settings = settings;
    this.transactions = transactions;
  }

  /**
   * Takes one step, if no other copy is taking one.
   *
   * @return whether something was read, so that another step is worth taking at once
   */
  boolean step(Instant now) {
    return Boolean.TRUE.equals(transactions.execute(status -> stepInside(now)));
  }

  private boolean stepInside(Instant now) {
    OptionalLong cursor = table.tryLockCursor();
    if (cursor.isEmpty()) {
      return false;
    }
    VisitCounts.Touched touched = visits.touched(cursor.getAsLong(), settings.followGroups());
    List<PlaceDay> days = new ArrayList<>(touched.days());
    for (int from = 0; from < days.size(); from += DAYS_A_COUNT) {
      List<PlaceDay> some = days.subList(from, Math.min(days.size(), from + DAYS_A_COUNT));
      table.replace(visits.count(some));
    }
    table.advance(touched.cursor(), now);
    return touched.cursor() > cursor.getAsLong();
  }
}
