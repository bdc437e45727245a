package vn.lachan.engine.tracing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The stays of a generation's sources, place by place in order of their start, with the latest end
 * up to each, air-out included: that bounds how far back a search must look.
 */
final class ExposingStays {
  private final LongIndex places;
  private final int[] begin;
  private final long[] airOutSeconds;
  final int[] source;
  final long[] from;
  final long[] to;
  final boolean[] inferred;
  private final long[] latestEnd;

  /** The window of each stay, and whether only being there at the same time counts in it. */
  final int[] windowOfStay;

  final boolean[] narrowed;
  private final List<PlaceWindow> windows = new ArrayList<>();
  private final List<Integer> placeOfWindow = new ArrayList<>();
  private final int[] windowBegin;

  ExposingStays(Stays stays, long[] airOutSeconds) {
    this.places = stays.places;
    this.airOutSeconds = airOutSeconds;
    int size = stays.size();
    begin = new int[places.size() + 1];
    source = new int[size];
    from = new long[size];
    to = new long[size];
    inferred = new boolean[size];
    latestEnd = new long[size];
    int[] order = Order.byTime(stays.from, size);
    order = Order.stably(order, stays.place, places.size());
    for (int i = 0; i < size; i++) {
      copy(stays, order[i], i);
    }
    Arrays.setAll(begin, place -> place == 0 ? 0 : begin[place - 1] + begin[place]);
    windowOfStay = new int[size];
    narrowed = new boolean[size];
    windowBegin = new int[places.size() + 1];
    for (int place = 0; place < places.size(); place++) {
      windowBegin[place] = windows.size();
      findWindows(place);
    }
    windowBegin[places.size()] = windows.size();
  }

  private void copy(Stays stays, int row, int at) {
    int place = stays.place[row];
    source[at] = stays.person[row];
    from[at] = stays.from[row];
    to[at] = stays.to[row];
    inferred[at] = stays.inferred[row];
    boolean firstOfPlace = begin[place + 1] == 0;
    long end = to[at] + airOutSeconds[place];
    latestEnd[at] = firstOfPlace ? end : Math.max(end, latestEnd[at - 1]);
    begin[place + 1]++;
  }

  private void findWindows(int place) {
    int first = begin[place];
    for (int i = begin[place]; i < begin[place + 1]; i++) {
      windowOfStay[i] = windows.size();
      boolean last = i + 1 == begin[place + 1];
      if (last || from[i + 1] > latestEnd[i]) {
        windows.add(new PlaceWindow(places.key(place), from[first], latestEnd[i]));
        placeOfWindow.add(place);
        first = i + 1;
      }
    }
  }

  /** Every span in which coming to a place mattered, those that overlap or touch merged. */
  List<PlaceWindow> windows() {
    return List.copyOf(windows);
  }

  int windowCount() {
    return windows.size();
  }

  PlaceWindow window(int window) {
    return windows.get(window);
  }

  int placeOf(int window) {
    return placeOfWindow.get(window);
  }

  /** The first window of a place; that of one past the last place ends the windows. */
  int windowsOf(int place) {
    return windowBegin[place];
  }

  /** The first window of the place that ends after a time. */
  int windowReaching(int place, long time) {
    int low = windowBegin[place];
    int high = windowBegin[place + 1];
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (windows.get(middle).to() <= time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * Cuts the stays of a window to [keepFrom, keepTo), which keeps their order; one that lies
   * outside becomes empty. Searches stay right, because they only take bounds from before.
   */
  void narrow(int window, long keepFrom, long keepTo) {
    for (int stay = firstOf(window); stay < size() && windowOfStay[stay] == window; stay++) {
      narrowed[stay] = true;
      from[stay] = Math.min(Math.max(from[stay], keepFrom), windows.get(window).to());
      to[stay] = Math.max(from[stay], Math.min(to[stay], keepTo));
    }
  }

  /** The union over time of the stays of a window, in order. */
  List<long[]> united(int window) {
    var united = new ArrayList<long[]>();
    for (int stay = firstOf(window); stay < size() && windowOfStay[stay] == window; stay++) {
      if (from[stay] >= to[stay]) {
        continue;
      }
      if (!united.isEmpty() && from[stay] <= united.getLast()[1]) {
        united.getLast()[1] = Math.max(united.getLast()[1], to[stay]);
      } else {
        united.add(new long[] {from[stay], to[stay]});
      }
    }
    return united;
  }

  private int firstOf(int window) {
    int place = placeOf(window);
    int stay = begin[place];
    while (windowOfStay[stay] != window) {
      stay++;
    }
    return stay;
  }

  /** Those of the rows that overlap a window, without the persons already known. */
  Stays present(VisitRows rows, LongIndex known) {
    var kept = new VisitRows();
    for (int row = 0; row < rows.size(); row++) {
      int place = places.get(rows.place[row]);
      long entered = rows.enteredAt[row];
      long left = rows.leftAt[row];
      boolean wanted = place != LongIndex.ABSENT && entered < left && touches(place, entered, left);
      if (wanted && !known.contains(rows.person[row])) {
        kept.append(rows.person[row], rows.place[row], entered, left, rows.inferred[row]);
      }
    }
    return Stays.unite(kept, new LongIndex(), places);
  }

  int size() {
    return source.length;
  }

  int placeCount() {
    return places.size();
  }

  long airOutSeconds(int place) {
    return airOutSeconds[place];
  }

  /** The first stay at the place that may reach a moment after {@code start}. */
  int firstReaching(int place, int end, long start) {
    int first = end;
    while (first > begin[place] && latestEnd[first - 1] > start) {
      first--;
    }
    return first;
  }

  /** One past the last stay at the place that began before the time. */
  int endOfBegunBefore(int place, long time) {
    int low = begin[place];
    int high = begin[place + 1];
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (from[middle] < time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private boolean touches(int place, long start, long end) {
    int stop = endOfBegunBefore(place, end);
    return stop > begin[place] && latestEnd[stop - 1] > start;
  }
}
