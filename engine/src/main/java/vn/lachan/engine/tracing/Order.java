package vn.lachan.engine.tracing;

import java.util.Arrays;

/** Orders rows held in columns: first by time, then stably by ever more significant keys. */
final class Order {
  private static final int ROW_BITS = 28;
  private static final long ROW_MASK = (1L << ROW_BITS) - 1;

  private Order() {}

  static int[] byTime(long[] time, int size) {
    long[] keys = new long[size];
    for (int row = 0; row < size; row++) {
      keys[row] = (time[row] - VisitRows.EARLIEST) << ROW_BITS | row;
    }
    Arrays.sort(keys);
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      order[i] = (int) (keys[i] & ROW_MASK);
    }
    return order;
  }

  /** A stable counting sort: rows of equal key keep the order they had. */
  static int[] stably(int[] order, int[] key, int keys) {
    int[] next = new int[keys + 1];
    for (int row : order) {
      next[key[row] + 1]++;
    }
    for (int i = 0; i < keys; i++) {
      next[i + 1] += next[i];
    }
    int[] sorted = new int[order.length];
    for (int row : order) {
      sorted[next[key[row]]++] = row;
    }
    return sorted;
  }
}
