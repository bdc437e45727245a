package vn.lachan.simulation;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** From when on isolated people go nowhere, in seconds since 1970. */
final class Isolation {
  private final BitSet someday = new BitSet();
  private final Map<Integer, Long> isolatedAt = new HashMap<>();

  void isolate(int person, long at) {
    someday.set(person);
    isolatedAt.put(person, at);
  }

  /** {@link Long#MAX_VALUE} for those who never are. */
  long isolatedAt(int person) {
    return someday.get(person) ? isolatedAt.getOrDefault(person, Long.MAX_VALUE) : Long.MAX_VALUE;
  }
}
