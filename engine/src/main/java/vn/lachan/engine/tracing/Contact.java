package vn.lachan.engine.tracing;

import java.util.List;

/**
 * A person whom the generation before exposed.
 *
 * @param generation 1 for contacts of the index case
 * @param minutes whole minutes of the union over time of all measured overlaps with the generation
 *     before; lingering, households, residences and subscriber lists add none
 * @param firstAt start of the first exposure, epoch seconds
 * @param lastAt end of the last exposure, epoch seconds
 * @param via through whom: close before casual, most seconds, earliest, smallest number
 * @param exposures evidence, that of {@code via} first, the strongest first; never empty, cut to
 *     the number the tracer was told to keep
 * @param exposureCount how many exposures there were before that cut
 */
public record Contact(
    long person,
    int generation,
    ContactClass contactClass,
    long minutes,
    long firstAt,
    long lastAt,
    long via,
    List<Exposure> exposures,
    int exposureCount) {

  /** The exposure that best says why the person is a contact. */
  public Exposure mainExposure() {
    return exposures.getFirst();
  }
}
