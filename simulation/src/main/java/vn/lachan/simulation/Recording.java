package vn.lachan.simulation;

/**
 * How a stay becomes records: by whom it was captured, whether the departure was scanned, and the
 * occasional second scan of the same arrival.
 */
final class Recording {
  private final PersonTable people;
  private final double departureScanShare;
  private final double repeatScanShare;

  Recording(World world) {
    people = world.people();
    departureScanShare = world.spec().departureScanShare();
    repeatScanShare = world.spec().repeatScanShare();
  }

  void record(int person, int place, int entered, int left, SeededStream stream, StaySink sink) {
    boolean scannedOut = stream.chance(departureScanShare);
    sink.stay(person, place, entered, left, scannedOut, capture(person, stream));
    if (stream.chance(repeatScanShare)) {
      repeat(person, place, entered, left, scannedOut, stream, sink);
    }
  }

  /** Two tablets at one gate are seconds apart, an impatient visitor up to a minute. */
  private static void repeat(
      int person,
      int place,
      int entered,
      int left,
      boolean scannedOut,
      SeededStream stream,
      StaySink sink) {
    boolean twoTablets = stream.chance(0.4);
    int again = entered + (twoTablets ? stream.between(1, 4) : stream.between(5, 40));
    sink.stay(
        person,
        place,
        again,
        left,
        scannedOut,
        twoTablets ? Capture.KEEPER_SCAN : Capture.SELF_SCAN);
  }

  private byte capture(int person, SeededStream stream) {
    double draw = stream.unit();
    if (people.hasOwnPhone(person)) {
      return draw < 0.8 ? Capture.SELF_SCAN : draw < 0.98 ? Capture.KEEPER_SCAN : Capture.PAPER;
    }
    return draw < 0.75 ? Capture.KEEPER_SCAN : Capture.PAPER;
  }
}
