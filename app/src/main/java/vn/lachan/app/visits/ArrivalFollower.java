package vn.lachan.app.visits;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.lachan.app.kernel.Inside;

/**
 * Whoever follows the received order of visits says here how far it is, so that no day is destroyed
 * that it still needs. A higher module implements it; visits knows neither it nor its tables.
 */
public interface ArrivalFollower {
  /** A short name for the record and the metrics. */
  @Inside("no data")
  String name();

  /** Received order before which nothing is read again. */
  @Inside("a cursor is no personal data")
  long cursor();

  /**
   * The first day of which it has not copied yet what it will need; {@link LocalDate#MAX}: none.
   */
  @Inside("a day is no personal data")
  LocalDate needsFrom();

  /** What it keeps of the days before this one, for those who are still at work. */
  @Inside("public ids and counts, for the record of what was destroyed")
  List<Kept> keptOf(LocalDate before);

  /**
   * One open thing, and how many visits of destroyed days it has copied.
   *
   * @param thing its public id
   */
  record Kept(UUID thing, long visits) {}
}
