package vn.lachan.app.places;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.access.Actor;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.kernel.Refusal;

/**
 * The list of places that are known to exist and have to register, from a market's register, a tax
 * list or a walk through the street. An entry ends when a registration fits it, or struck off.
 */
public interface ObligedPlaces {
  /** The most entries that come at once. */
  int MOST_AT_ONCE = 2_000;

  /** One entry; COVERAGE_WRITE in its commune and sector. */
  UUID enter(Actor actor, NewObliged entry, Instant now);

  /**
   * Many entries, all of them or none.
   *
   * @return what is wrong, with the line from 1; empty when all were entered
   */
  List<Wrong> enterAll(Actor actor, List<NewObliged> entries, Instant now);

  /** What is wrong with a line. */
  record Wrong(int line, Refusal refusal) {}

  /** COVERAGE_READ. */
  Page<ObligedRow> list(Actor actor, ObligedFilter filter, @Nullable String after, int rows);

  /** COVERAGE_READ. */
  ObligedView get(Actor actor, UUID entry);

  /** The registration of this entry; COVERAGE_WRITE. */
  void match(Actor actor, UUID entry, UUID place, Instant now);

  /** It was another's; COVERAGE_WRITE. */
  void unmatch(Actor actor, UUID entry, String reason, Instant now);

  /** It need not register any more; COVERAGE_WRITE. */
  void drop(Actor actor, UUID entry, String reason, Instant now);

  /** It has to after all; COVERAGE_WRITE. */
  void restore(Actor actor, UUID entry, String reason, Instant now);
}
