package vn.lachan.simulation;

/** Lets through what can have happened: nothing after the end, nothing of people in isolation. */
final class PossibleStays implements StaySink {
  private final Isolation isolation;
  private final long dayBegins;
  private final long end;
  private final StaySink sink;

  PossibleStays(World world, int day, Isolation isolation, StaySink sink) {
    this.isolation = isolation;
    this.dayBegins = world.spec().dayBegins(day);
    this.end = world.spec().end().getEpochSecond();
    this.sink = sink;
  }

  @Override
  public void stay(
      int person, int place, int enteredSecond, int leftSecond, boolean scannedOut, byte capture) {
    long isolated = isolation.isolatedAt(person);
    long last = Math.min(end, isolated) - dayBegins;
    if (enteredSecond >= last) {
      return;
    }
    boolean cut = leftSecond > last;
    int left = cut ? (int) last : leftSecond;
    sink.stay(person, place, enteredSecond, left, scannedOut && !cut, capture);
  }
}
