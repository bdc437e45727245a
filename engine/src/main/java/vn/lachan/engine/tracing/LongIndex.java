package vn.lachan.engine.tracing;

import java.util.Arrays;

/** Numbers arbitrary longs 0, 1, 2 … in the order they are first seen; open addressing, unboxed. */
final class LongIndex {
  static final int ABSENT = -1;

  private static final int FIRST_CAPACITY = 32;

  private long[] keys = new long[FIRST_CAPACITY];
  private int[] slots = new int[FIRST_CAPACITY * 2];
  private int size;

  int size() {
    return size;
  }

  long key(int ordinal) {
    return keys[ordinal];
  }

  boolean contains(long key) {
    return get(key) != ABSENT;
  }

  int get(long key) {
    return slots[slotOf(key)] - 1;
  }

  int add(long key) {
    int slot = slotOf(key);
    if (slots[slot] != 0) {
      return slots[slot] - 1;
    }
    if (size == keys.length) {
      grow();
      slot = slotOf(key);
    }
    keys[size] = key;
    slots[slot] = ++size;
    return size - 1;
  }

  private int slotOf(long key) {
    int mask = slots.length - 1;
    long mixed = key * 0x9E3779B97F4A7C15L;
    int slot = (int) (mixed >>> 32) & mask;
    while (slots[slot] != 0 && keys[slots[slot] - 1] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    keys = Arrays.copyOf(keys, size * 2);
    slots = new int[keys.length * 2];
    for (int ordinal = 0; ordinal < size; ordinal++) {
      slots[slotOf(keys[ordinal])] = ordinal + 1;
    }
  }
}
