package vn.lachan.app.residents;

import java.util.List;

/**
 * What a browser is asked when a passkey is made; binary parts in base64url.
 *
 * @param user the random handle of the account
 * @param userName what the keeper of passkeys shows: the phone with its middle hidden
 * @param exclude credentials that the account has already
 */
public record PasskeyAsking(
    String challenge,
    String rpId,
    String rpName,
    String user,
    String userName,
    List<String> exclude,
    long timeoutMillis) {
  public PasskeyAsking {
    exclude = List.copyOf(exclude);
  }

  /**
   * What a browser is asked at the sign-in: any passkey of this site, so that nothing is said about
   * anybody.
   */
  public record SignIn(String challenge, String rpId, long timeoutMillis) {}
}
