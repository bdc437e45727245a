package vn.lachan.simulation;

import java.time.LocalDate;
import java.util.BitSet;

/** Which markets are held on one day. */
final class MarketDays {
  private final BitSet closed;

  MarketDays(World world, int day) {
    LocalDate date = world.spec().date(day);
    closed = new BitSet(world.places().places());
    for (int commune = 0; commune < world.geography().communes(); commune++) {
      int first = world.places().first(commune, PlaceKind.MARKET);
      int end = first + world.places().count(commune, PlaceKind.MARKET);
      for (int market = first; market < end; market++) {
        closed.set(market, !world.timetable().isMarketDay(market, date));
      }
    }
  }

  /** True for every place that is no market, too. */
  boolean isOpen(int place) {
    return !closed.get(place);
  }
}
