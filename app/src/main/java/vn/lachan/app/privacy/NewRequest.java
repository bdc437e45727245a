package vn.lachan.app.privacy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request as it comes in.
 *
 * @param name the requester's, as stated
 * @param contact phone or address to which the answer goes
 * @param text what is asked, in the requester's words
 * @param formal in writing, so that the answer names officers
 * @param thirdParties whether processors or third parties must act too
 */
public record NewRequest(
    RequestKind kind,
    ReceivedBy way,
    Instant receivedAt,
    String name,
    String contact,
    @Nullable String text,
    boolean formal,
    boolean thirdParties) {
  @Override
  public String toString() {
    return "NewRequest[" + kind + "]";
  }
}
