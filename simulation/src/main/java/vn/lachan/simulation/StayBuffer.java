package vn.lachan.simulation;

import java.util.Arrays;

/**
 * The stays of one day, {@value #BYTES_PER_STAY} bytes each while they are collected and four more
 * while they are put in order: person and place in one number, times and the rest in another.
 */
final class StayBuffer implements StaySink {
  static final int BYTES_PER_STAY = 2 * Long.BYTES + Integer.BYTES;

  private static final int SECOND_BITS = 18;
  private static final int SECOND_MASK = (1 << SECOND_BITS) - 1;
  private static final int SCANNED_OUT_SHIFT = 2 * SECOND_BITS;
  private static final int CAPTURE_SHIFT = SCANNED_OUT_SHIFT + 1;
  private static final int SECONDS_OF_LONGEST_DAY = 26 * 60 * 60;

  private long[] packed;
  private int size;

  StayBuffer(int expectedStays) {
    packed = new long[2 * Math.max(16, expectedStays)];
  }

  @Override
  public void stay(
      int person, int place, int enteredSecond, int leftSecond, boolean scannedOut, byte capture) {
    if (2 * size == packed.length) {
      packed = Arrays.copyOf(packed, packed.length + packed.length / 2);
    }
    packed[2 * size] = ((long) person << Integer.SIZE) | place;
    packed[2 * size + 1] =
        enteredSecond
            | ((long) leftSecond << SECOND_BITS)
            | (scannedOut ? 1L << SCANNED_OUT_SHIFT : 0)
            | ((long) capture << CAPTURE_SHIFT);
    size++;
  }

  int size() {
    return size;
  }

  /** Hands the stays on in the order in which they were collected. */
  void replay(StaySink sink) {
    for (int stay = 0; stay < size; stay++) {
      sink.stay(
          person(stay), place(stay), entered(stay), left(stay), scannedOut(stay), capture(stay));
    }
  }

  /** Hands the visits on by the second they began, those of one second as collected. */
  void inOrder(long dayBegins, VisitVisitor visitor) {
    int[] order = order();
    for (int stay : order) {
      visitor.visit(
          person(stay),
          place(stay),
          dayBegins + entered(stay),
          scannedOut(stay) ? dayBegins + left(stay) : VisitVisitor.UNKNOWN,
          capture(stay));
    }
  }

  /** A counting sort: a second of a day is a small number. */
  private int[] order() {
    int[] next = new int[SECONDS_OF_LONGEST_DAY + 1];
    for (int stay = 0; stay < size; stay++) {
      next[entered(stay) + 1]++;
    }
    for (int second = 1; second < next.length; second++) {
      next[second] += next[second - 1];
    }
    int[] order = new int[size];
    for (int stay = 0; stay < size; stay++) {
      order[next[entered(stay)]++] = stay;
    }
    return order;
  }

  private int person(int stay) {
    return (int) (packed[2 * stay] >>> Integer.SIZE);
  }

  private int place(int stay) {
    return (int) packed[2 * stay];
  }

  private int entered(int stay) {
    return (int) packed[2 * stay + 1] & SECOND_MASK;
  }

  private int left(int stay) {
    return (int) (packed[2 * stay + 1] >>> SECOND_BITS) & SECOND_MASK;
  }

  private boolean scannedOut(int stay) {
    return (packed[2 * stay + 1] >>> SCANNED_OUT_SHIFT & 1) != 0;
  }

  private byte capture(int stay) {
    return (byte) (packed[2 * stay + 1] >>> CAPTURE_SHIFT);
  }
}
