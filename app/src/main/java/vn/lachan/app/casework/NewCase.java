package vn.lachan.app.casework;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.people.Claim;

/**
 * A case to be opened. Either the person was found, or a claim says who it is.
 *
 * @param unit the commune where the person lives; null takes that of the person's record
 * @param note free text, sealed; may hold identity
 */
public record NewCase(
    @Nullable UUID person,
    @Nullable Claim claim,
    @Nullable Integer unit,
    String disease,
    CaseFacts facts,
    @Nullable String note) {
  @Override
  public String toString() {
    return "NewCase[" + disease + "]";
  }
}
