package vn.lachan.simulation;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Communes that exist nowhere, for tests and load where only visits matter: a square grid in the
 * sea where the equator meets the zero meridian, so that nobody takes them for real ones.
 */
public final class InventedCommunes {
  private static final double GRID_DEGREES = 0.08;

  private InventedCommunes() {}

  /** So many communes with unit ids from 1; every fifth is a ward with three times the people. */
  public static List<CommuneSpec> grid(int communes) {
    int side = (int) Math.ceil(Math.sqrt(communes));
    return IntStream.range(0, communes)
        .mapToObj(
            i ->
                new CommuneSpec(
                    i + 1,
                    (i % 5 == 0 ? "Phường Mẫu " : "Xã Mẫu ") + (i + 1),
                    GRID_DEGREES * Math.floorDiv(i, side),
                    GRID_DEGREES * (i % side),
                    i % 5 == 0 ? 3 : 1))
        .toList();
  }
}
