package vn.lachan.app.access;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import vn.lachan.app.kernel.Inside;

/** Accounts and what they may do: the front door of the module. */
public interface Accounts {
  /**
   * Makes a staff account with a known password.
   *
   * @param mustChange whether the password must be changed at the first sign-in
   * @throws vn.lachan.app.kernel.Refusal {@code access.refused.username}, {@code
   *     access.refused.username-taken}
   */
  @Inside("the demo and the first start make accounts before anybody could sign in")
  long create(
      String username, String displayName, String password, boolean mustChange, Instant now);

  /** Grants a role; granting twice what is held changes nothing. */
  @Inside("other modules grant after their own check, as places do to owners")
  void grant(long account, Grant grant, long by, Instant now);

  @Inside("names of staff, as pages show them beside what they did")
  Map<Long, String> names(Collection<Long> accounts);

  @Inside("the demo looks whether its accounts exist already")
  OptionalLong byUsername(String username);

  @Inside("the roles of an account, for its own page and for those who manage it")
  List<Assignment> assignments(long account);
}
