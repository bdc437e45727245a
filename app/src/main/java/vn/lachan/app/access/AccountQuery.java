package vn.lachan.app.access;

import org.jspecify.annotations.Nullable;

/**
 * Which accounts are asked for; null means any.
 *
 * @param text a part of the username or display name
 * @param before the account number before which the page begins
 */
public record AccountQuery(
    @Nullable String text,
    @Nullable Role role,
    Actor.@Nullable Kind kind,
    @Nullable Boolean closed,
    @Nullable Long before) {
  public static AccountQuery all() {
    return new AccountQuery(null, null, null, null, null);
  }
}
