package vn.lachan.app.tracing;

import java.util.Map;

/** Why a computation happens: for some persons known, for the others in general. */
record Causes(Map<Long, Cause> byPerson, Cause otherwise) {
  Causes {
    byPerson = Map.copyOf(byPerson);
  }

  static Causes all(Cause cause) {
    return new Causes(Map.of(), cause);
  }

  /** What happened to the person, else to whom the person was exposed through, else in general. */
  Cause of(long person, long via) {
    Cause own = byPerson.get(person);
    return own != null ? own : byPerson.getOrDefault(via, otherwise);
  }
}
