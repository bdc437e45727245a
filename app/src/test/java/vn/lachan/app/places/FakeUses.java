package vn.lachan.app.places;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Places that were used, as a test says. */
final class FakeUses implements PlaceUses {
  final Set<Long> used = new HashSet<>();

  @Override
  public Set<Long> used(Collection<Long> places) {
    Set<Long> both = new HashSet<>(places);
    both.retainAll(used);
    return both;
  }
}
