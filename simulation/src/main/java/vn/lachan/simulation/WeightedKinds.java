package vn.lachan.simulation;

import java.util.Arrays;

/** Kinds of places with weights; drawing is one look-up in a table of {@value #PARTS} parts. */
final class WeightedKinds {
  private static final int PARTS = 1024;

  private final double[] weights = new double[PlaceKind.count()];
  private final byte[] kindOfPart = new byte[PARTS];

  WeightedKinds with(PlaceKind kind, double weight) {
    weights[kind.number()] = weight;
    spread();
    return this;
  }

  PlaceKind draw(SeededStream stream) {
    return PlaceKind.of(kindOfPart[stream.below(PARTS)]);
  }

  private void spread() {
    double total = Arrays.stream(weights).sum();
    double reached = 0;
    int part = 0;
    for (int kind = 0; kind < weights.length; kind++) {
      reached += weights[kind];
      int end = (int) Math.round(PARTS * reached / total);
      Arrays.fill(kindOfPart, part, Math.max(part, end), (byte) kind);
      part = Math.max(part, end);
    }
  }
}
