package vn.lachan.app.places;

import java.time.Instant;
import vn.lachan.engine.scan.PersonName;
import vn.lachan.engine.scan.PhoneNumber;

/** What registering needs of the module access: one-time codes and accounts of owners. */
interface PhoneProof {
  /** Sends a one-time code; throttled. Returns the challenge that {@link #confirm} takes. */
  String request(PhoneNumber phone, Instant now);

  /**
   * Whether the code is the one that was sent for this challenge.
   *
   * @throws vn.lachan.app.kernel.Refusal when it is wrong, used up or too late
   */
  void confirm(String challenge, String oneTimeCode, PhoneNumber phone, Instant now);

  /** The account of the owner with that phone, made when there is none, reaching the place. */
  long ownerOf(long place, PhoneNumber phone, PersonName name, Instant now);
}
