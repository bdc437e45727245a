package vn.lachan.app.visits;

import org.jspecify.annotations.Nullable;

/**
 * The phone on which somebody checks in.
 *
 * @param token the cookie that names its person; null on the first visit
 * @param browser a random text that the browser was given with the first page; visits carry a
 *     number made of it, so that a phone is shown its own visits only and never another's of the
 *     same person
 * @param presence a ticket that says it scanned the changing code of a screen at the place; null
 *     where it did not
 */
public record OwnPhone(
    @Nullable String token, @Nullable String browser, @Nullable String presence) {
  /** A phone that proves nothing of where it is. */
  public OwnPhone(@Nullable String token, @Nullable String browser) {
    this(token, browser, null);
  }

  /** The same phone with a ticket. */
  public OwnPhone at(@Nullable String ticket) {
    return new OwnPhone(token, browser, ticket);
  }

  /** The number that visits carry; null where the browser keeps no cookies. */
  public @Nullable Long device() {
    return browser == null ? null : DeviceNumber.of(browser);
  }

  @Override
  public String toString() {
    return "OwnPhone[***]";
  }
}
