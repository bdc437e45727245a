package vn.lachan.app.privacy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a request, a breach or an assessment.
 *
 * @param what a word in capitals, also the end of a message key
 * @param reason a word in capitals; null where the step needs none
 * @param text what was written with it, opened; null where nothing was or it was not asked for
 * @param by display name of staff; empty for the person themselves
 */
public record Step(
    String what, @Nullable String reason, @Nullable String text, String by, Instant at) {
  @Override
  public String toString() {
    return "Step[" + what + "]";
  }
}
