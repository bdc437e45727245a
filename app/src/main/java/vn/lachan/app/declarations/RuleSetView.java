package vn.lachan.app.declarations;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A set of warning rules as officers read it.
 *
 * @param publicId null for one shipped with the program
 * @param to the last day, where it says one
 * @param inForce whether it judges today's declarations; another set may have taken its place
 * @param forms codes of the forms that it judges
 */
public record RuleSetView(
    @Nullable UUID publicId,
    String code,
    String version,
    String disease,
    String document,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    boolean compared,
    boolean inForce,
    List<String> forms,
    List<Rule> rules,
    @Nullable Made made) {
  /** One rule; {@code when} is its condition in words. */
  public record Rule(String code, Level level, String text, String when) {}

  /** Who made it, and who took it back. */
  public record Made(
      String by,
      Instant at,
      @Nullable String withdrawnBy,
      @Nullable Instant withdrawnAt,
      @Nullable String withdrawnFor) {}

  public boolean withdrawn() {
    return made != null && made.withdrawnAt() != null;
  }
}
