package vn.lachan.app.visits;

import java.util.Arrays;

/** A column of values on its way into a statement, which takes it as one array. */
final class LongColumn {
  private long[] values = new long[64];
  private int size;

  void add(long value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = value;
  }

  int size() {
    return size;
  }

  long[] array() {
    return Arrays.copyOf(values, size);
  }
}
