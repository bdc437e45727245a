package vn.lachan.app.paper;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.access.Actor;
import vn.lachan.app.kernel.Refusal;

/**
 * How long it takes from writing on paper until what was written can be traced, how much each keyer
 * keyed, and how often they erred. Counts only; PAPER_READ.
 */
public interface PaperFigures {
  /**
   * The figures of some days, by the day on which sheets were taken.
   *
   * @throws Refusal {@code paper.refused.figure-days}
   */
  Figures of(Actor actor, LocalDate from, LocalDate to);

  /** A table of figures. */
  record Figures(
      LocalDate from,
      LocalDate to,
      Minutes all,
      List<ByDay> byDay,
      List<ByPlace> byPlace,
      List<ByKeyer> byKeyer,
      List<ByField> byField) {}

  /**
   * Minutes from the time on the sheet to the commit that made it traceable.
   *
   * @param sheets taken
   * @param measured of them with a time on the sheet
   * @param median minutes; null where none was measured
   * @param ninetieth of a hundred take at most so many minutes
   */
  record Minutes(int sheets, int measured, @Nullable Integer median, @Nullable Integer ninetieth) {}

  record ByDay(LocalDate day, Minutes minutes) {}

  /** A place, or the station of a commune where there is none. */
  record ByPlace(@Nullable String place, @Nullable UUID placeId, int unit, Minutes minutes) {}

  /** A keyer over all batches in reach. */
  record ByKeyer(String name, int sheets, @Nullable Integer secondsMedian, int fields, int wrong) {
    /** Wrong fields among those compared; null where none was compared. */
    public @Nullable Double errorRate() {
      return fields == 0 ? null : (Double) (wrong / (double) fields);
    }
  }

  /** A question that is read in two ways more often than others, by its linkId. */
  record ByField(String field, int differences) {}
}
