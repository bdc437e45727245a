package vn.lachan.app.visits;

import java.util.Comparator;
import java.util.List;
import vn.lachan.engine.tracing.PersonWindow;
import vn.lachan.engine.tracing.PlaceWindow;

/**
 * Windows as columns for a statement: sorted, and those of one person or place that meet are
 * joined. A visit that overlaps a window began at most 24 hours before it; one that began before
 * the end of the previous window of the same person or place overlapped that one too, so reading
 * begins there and no visit comes twice.
 */
final class Windows {
  final LongColumn keys = new LongColumn();
  final LongColumn readFrom = new LongColumn();
  final LongColumn from = new LongColumn();
  final LongColumn to = new LongColumn();
  long firstRead = Long.MAX_VALUE;
  long lastRead = Long.MIN_VALUE;

  private long key;
  private long joinedFrom;
  private long joinedTo;
  private long previousTo;
  private boolean open;

  private Windows() {}

  static Windows ofPersons(List<PersonWindow> asked) {
    var windows = new Windows();
    asked.stream()
        .filter(window -> window.from() < window.to())
        .sorted(
            Comparator.comparingLong(PersonWindow::person).thenComparingLong(PersonWindow::from))
        .forEachOrdered(window -> windows.add(window.person(), window.from(), window.to()));
    windows.close();
    return windows;
  }

  static Windows atPlaces(List<PlaceWindow> asked) {
    var windows = new Windows();
    asked.stream()
        .filter(window -> window.from() < window.to())
        .sorted(Comparator.comparingLong(PlaceWindow::place).thenComparingLong(PlaceWindow::from))
        .forEachOrdered(window -> windows.add(window.place(), window.from(), window.to()));
    windows.close();
    return windows;
  }

  boolean isEmpty() {
    return keys.size() == 0;
  }

  int size() {
    return keys.size();
  }

  private void add(long nextKey, long nextFrom, long nextTo) {
    if (open && key == nextKey && nextFrom <= joinedTo) {
      joinedTo = Math.max(joinedTo, nextTo);
      return;
    }
    boolean sameKey = open && key == nextKey;
    long before = sameKey ? joinedTo : Long.MIN_VALUE;
    close();
    open = true;
    key = nextKey;
    joinedFrom = nextFrom;
    joinedTo = nextTo;
    previousTo = before;
  }

  private void close() {
    if (!open) {
      return;
    }
    long reads = Math.max(joinedFrom - VisitRules.LONGEST_SECONDS, previousTo);
    keys.add(key);
    readFrom.add(reads);
    from.add(joinedFrom);
    to.add(joinedTo);
    firstRead = Math.min(firstRead, reads);
    lastRead = Math.max(lastRead, joinedTo);
    open = false;
  }
}
