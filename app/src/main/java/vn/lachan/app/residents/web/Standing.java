package vn.lachan.app.residents.web;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.declarations.DeclaredState;
import vn.lachan.app.declarations.Level;
import vn.lachan.app.residents.Member;

/**
 * Somebody with how they stand by what this account declared last for them: what others declared or
 * know of a person is never shown to whoever typed a name.
 *
 * @param state null where this account declared nothing yet
 * @param valid whether the declaration still stands
 */
record Standing(Member member, @Nullable DeclaredState state, boolean valid) {
  static Standing of(Member member, @Nullable DeclaredState state, Instant now) {
    return new Standing(member, state, state != null && state.valid(now));
  }

  /** The end of the keys of its words and of its style. */
  public String level() {
    return known().level().name().toLowerCase(Locale.ROOT);
  }

  public Instant declaredAt() {
    return known().declaredAt();
  }

  public Instant until() {
    return known().validUntil();
  }

  /** Whether the advice that stands now is to stay at home. */
  public boolean staysHome() {
    return valid && known().level().compareTo(Level.ORANGE) >= 0;
  }

  private DeclaredState known() {
    return Objects.requireNonNull(state);
  }
}
