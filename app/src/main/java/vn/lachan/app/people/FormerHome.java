package vn.lachan.app.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An opened former home. It is personal data: {@link #toString} shows none of it. */
public record FormerHome(
    Instant enteredAt, @Nullable Instant leftAt, @Nullable Integer unit, @Nullable String address) {
  @Override
  public String toString() {
    return "FormerHome";
  }
}
