package vn.lachan.app.places;

import java.util.Collection;
import java.util.Set;
import vn.lachan.app.kernel.Inside;

/** Which places were used: what this module asks of those that record visits. */
public interface PlaceUses {
  /** Those of the places that have a visit, however old or withdrawn. */
  @Inside("only numbers of places go in and out")
  Set<Long> used(Collection<Long> places);
}
