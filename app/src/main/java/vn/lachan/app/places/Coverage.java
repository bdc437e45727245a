package vn.lachan.app.places;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.access.Actor;
import vn.lachan.app.kernel.Page;

/**
 * Which places that must register have a code, and which codes are scanned: by unit along both
 * hierarchies, by sector and by kind. Figures follow places and visits within some minutes,
 * exactly.
 */
public interface Coverage {
  /** The figures; COVERAGE_READ. */
  CoverageReport report(Actor actor, CoverageQuestion question, Instant now);

  /** The places behind a figure as they are now, the newest first; COVERAGE_READ. */
  Page<CoveragePlace> places(
      Actor actor,
      CoverageQuestion question,
      CoverageFigure figure,
      @Nullable String after,
      int rows);

  /** All of them, up to the limit of an export, one after the other; COVERAGE_READ, audited. */
  void export(
      Actor actor, CoverageQuestion question, CoverageFigure figure, Consumer<CoveragePlace> row);

  /**
   * How many visitors a place expects on a day on which it is open; PLACES_REGISTER at the place.
   *
   * @param visitors null where it is not known any more
   */
  void expect(Actor actor, UUID place, @Nullable Integer visitors, Instant now);

  /** How many visitors it expects; PLACES_READ. */
  @Nullable Integer expected(Actor actor, UUID place);

  /** Counts everything anew from the visits that are still held, as long work; OPERATE. */
  UUID recount(Actor actor);
}
