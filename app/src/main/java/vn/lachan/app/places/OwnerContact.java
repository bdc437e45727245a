package vn.lachan.app.places;

import org.jspecify.annotations.Nullable;

/** Who answers for a place. Personal data: stored sealed, opened one at a time, with a purpose. */
public record OwnerContact(@Nullable String name, @Nullable String phone) {
  /** Never shows what it holds, so that it cannot end in a log. */
  @Override
  public String toString() {
    return "OwnerContact[***]";
  }
}
