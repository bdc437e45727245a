package vn.lachan.simulation;

/**
 * Receives the true stays of one day, before anything is lost: seconds count from the local day's
 * first moment and a stay may end on the next day.
 */
@FunctionalInterface
interface StaySink {
  void stay(
      int person, int place, int enteredSecond, int leftSecond, boolean scannedOut, byte capture);
}
