package vn.lachan.app.places;

import org.jspecify.annotations.Nullable;

/**
 * Coverage of some places at the end of a day, over the days before it; only places of a kind that
 * must register count. Shares are from 0 to 1, null where there is nothing to divide by.
 *
 * @param registered open places, each with its code
 * @param waiting registrations that wait for the commune or for a correction
 * @param listed places known to exist without any registration
 * @param active of the registered, those whose code was scanned in these days
 * @param never of the registered, dead ones that were never scanned
 * @param silent of the registered, dead ones that were scanned once
 * @param visits entries in these days at registered places
 * @param visitors the same, somebody who scans twice on a day at a place counted once
 * @param expecting registered places that say how many visitors they expect
 * @param expected how many these expect in these days, of those on which they are open
 * @param expectedVisitors how many came to these
 */
public record CoverageFigures(
    int registered,
    int waiting,
    int listed,
    int active,
    int never,
    int silent,
    long visits,
    long visitors,
    int expecting,
    long expected,
    long expectedVisitors) {
  public static final CoverageFigures NONE = new CoverageFigures(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  public int must() {
    return registered + waiting + listed;
  }

  public int dead() {
    return never + silent;
  }

  public int idle() {
    return registered - active;
  }

  public @Nullable Double registeredShare() {
    return share(registered, must());
  }

  public @Nullable Double activeShare() {
    return share(active, registered);
  }

  public @Nullable Double deadShare() {
    return share(dead(), registered);
  }

  public @Nullable Double expectedShare() {
    return share(expectedVisitors, expected);
  }

  CoverageFigures plus(CoverageFigures other) {
    return new CoverageFigures(
        registered + other.registered,
        waiting + other.waiting,
        listed + other.listed,
        active + other.active,
        never + other.never,
        silent + other.silent,
        visits + other.visits,
        visitors + other.visitors,
        expecting + other.expecting,
        expected + other.expected,
        expectedVisitors + other.expectedVisitors);
  }

  private static @Nullable Double share(long part, long whole) {
    return whole == 0 ? null : (double) part / whole;
  }
}
