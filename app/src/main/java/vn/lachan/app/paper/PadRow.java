package vn.lachan.app.paper;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A pad as lists show it.
 *
 * @param number also the first seven digits of its serials
 * @param place null for the station of the commune
 * @param given sheets that lie in a batch
 */
public record PadRow(
    long number,
    UUID publicId,
    @Nullable String place,
    @Nullable UUID placeId,
    int unit,
    String form,
    String title,
    String language,
    Layout layout,
    int sheets,
    int given,
    int taken,
    int voided,
    Instant madeAt,
    String madeBy,
    String firstSerial,
    String lastSerial) {
  /** Neither given nor void. */
  public int left() {
    return sheets - given - voided;
  }
}
