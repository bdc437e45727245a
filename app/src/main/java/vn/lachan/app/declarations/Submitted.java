package vn.lachan.app.declarations;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What became of a declaration.
 *
 * @param warnings codes of the rules that fired
 * @param validUntil until when it stands for the person at a gate
 * @param repeated whether it had been received before; nothing was changed then
 */
public record Submitted(
    UUID publicId, Level level, List<String> warnings, Instant validUntil, boolean repeated) {
  public Submitted {
    warnings = List.copyOf(warnings);
  }
}
