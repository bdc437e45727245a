package vn.lachan.app.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.kernel.Refusal;

/** Where somebody lives from now on. It is personal data: {@link #toString} shows none of it. */
public record NewHome(@Nullable Integer unit, @Nullable String address, Instant since) {
  public NewHome {
    if (address != null && address.length() > Claim.ADDRESS_LIMIT) {
      throw Refusal.invalid("people.refused.address", Claim.ADDRESS_LIMIT);
    }
  }

  @Override
  public String toString() {
    return "NewHome";
  }
}
