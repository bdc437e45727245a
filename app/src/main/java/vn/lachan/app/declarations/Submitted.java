package vn.lachan.app.declarations;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What became of a declaration.
 *
 * @param level by the answers and what is known of the person, so not for whoever may not read
 *     cases
 * @param warnings codes of the rules that fired
 * @param validUntil until when it stands for the person at a gate
 * @param repeated whether it had been received before; nothing was changed then
 * @param said the level by the answers and what is public, for whoever typed them
 */
public record Submitted(
    UUID publicId,
    Level level,
    List<String> warnings,
    Instant validUntil,
    boolean repeated,
    Level said) {
  public Submitted {
    warnings = List.copyOf(warnings);
  }
}
