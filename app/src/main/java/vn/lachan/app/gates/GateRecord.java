package vn.lachan.app.gates;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a sealed record says.
 *
 * @param kind {@code visit}, {@code departure}, {@code shift-start}, {@code shift-end}, or a kind
 *     that another {@link RecordTaker} takes
 * @param originalAt the device's own time
 * @param at corrected; whole seconds
 * @param account the keeper's account; 0 at a kiosk
 * @param shift the key of the keeper's shift
 * @param text what was scanned or typed, as it was
 * @param name what was typed as the name; null where nobody asked
 * @param typed true where a hand and not a reader typed the text
 * @param body what a kind holds besides, as JSON; null where it holds nothing
 */
public record GateRecord(
    UUID key,
    long sequence,
    String kind,
    Instant originalAt,
    Instant at,
    int correctionSeconds,
    long account,
    @Nullable UUID shift,
    @Nullable String text,
    @Nullable String name,
    boolean typed,
    @Nullable String body) {
  @Override
  public String toString() {
    return "GateRecord[" + kind + " " + key + "]";
  }
}
