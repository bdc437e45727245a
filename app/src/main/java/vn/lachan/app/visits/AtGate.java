package vn.lachan.app.visits;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of somebody at a gate before anything is recorded.
 *
 * @param person the record's number, which stays inside the program; null where nobody was read, or
 *     nobody knows whoever it is
 * @param asksName the number alone could be several people's
 * @param problem why nobody was read; null where somebody was
 * @param isInside whether the person is taken to be inside the place now
 * @param isRecent whether the person came or left only seconds ago, perhaps at another device
 * @param inside persons inside the place now, each once
 */
public record AtGate(
    @Nullable Long person,
    boolean asksName,
    Verdict.@Nullable Said problem,
    List<Verdict.Said> warnings,
    boolean isInside,
    boolean isRecent,
    int inside) {
  public AtGate {
    warnings = List.copyOf(warnings);
  }
}
