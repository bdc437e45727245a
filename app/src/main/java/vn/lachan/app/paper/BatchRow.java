package vn.lachan.app.paper;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A batch with how far it is. */
public record BatchRow(
    long number,
    UUID publicId,
    String name,
    @Nullable String place,
    @Nullable UUID placeId,
    int unit,
    String form,
    Instant formAt,
    boolean doubleEntry,
    Settler settler,
    Instant madeAt,
    String madeBy,
    @Nullable Instant closedAt,
    Counts counts,
    int keyers) {
  /**
   * How many sheets stand where.
   *
   * @param once keyed once, waiting for the second keyer
   * @param different read differently by two keyers
   * @param urgent looking red and not taken yet
   * @param photos photographs that are held
   */
  public record Counts(
      int sheets, int once, int different, int taken, int voided, int urgent, int photos) {
    public int left() {
      return sheets - taken - voided;
    }

    public int percent() {
      return sheets == 0 ? 0 : (taken + voided) * 100 / sheets;
    }
  }

  /** The message key of its form's name. */
  public String title() {
    return "declarations.offer." + form;
  }
}
