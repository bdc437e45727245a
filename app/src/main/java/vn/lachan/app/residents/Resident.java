package vn.lachan.app.residents;

import java.util.UUID;
import vn.lachan.app.visits.OwnPhone;

/**
 * Who holds a phone that is signed in to the resident's app. Controllers take it as an argument;
 * without a valid cookie the reader is led to the sign-in.
 *
 * @param account the number of the account; stays inside the program
 * @param accountId its random id, which its visits carry as their device
 * @param device the number of the phone or browser in the resident's hand
 */
public record Resident(long account, UUID accountId, long device) {
  /** What this account's visits carry, so that it is shown these and no others. */
  public OwnPhone phone() {
    return new OwnPhone(null, "resident " + accountId);
  }
}
