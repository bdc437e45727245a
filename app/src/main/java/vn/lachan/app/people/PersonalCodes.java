package vn.lachan.app.people;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.lachan.app.access.Actor;
import vn.lachan.app.kernel.Inside;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.engine.scan.PersonalCode;
import vn.lachan.engine.scan.SignedCode;

/**
 * Signed personal codes: issuing, revoking and checking. A code for a device is completed there
 * with the device's signature over each half minute; one for paper is static and so weaker. Both
 * can be verified without network by {@link #keys}; what was revoked since is told by number of
 * issue, which names nobody. Every issue and revocation is in the audit record.
 */
public interface PersonalCodes {
  /**
   * The server's half of a device's code; {@link IssuedCode#text} is not accepted by itself.
   *
   * @param devicePublicKey an uncompressed point of P-256, 65 bytes, as WebCrypto's raw export
   * @throws Refusal {@code people.code.device-key}, {@code people.refused.not-found}, {@code
   *     people.refused.destroyed}
   */
  @Inside("the caller has proved that the device is the person's")
  IssuedCode forDevice(long person, byte[] devicePublicKey, Instant now);

  /** A code for the person's own print. Refused as the other. */
  @Inside("the caller has proved that it speaks for the person")
  IssuedCode forPaper(long person, Instant now);

  /**
   * Revokes one of the person's own codes; one revoked before stays as it is.
   *
   * @throws Refusal {@code people.code.not-issued} when it is not the person's
   */
  @Inside("the caller has proved that it speaks for the person")
  void revoke(long person, UUID issued, Instant now);

  /** The codes of the whole person that stand or were revoked, the newest first, at most 100. */
  @Inside("the caller has proved that it speaks for the person")
  List<StandingCode> issued(long person, Instant now);

  /** As the other, for the officer's page; PEOPLE_READ. */
  List<StandingCode> issued(Actor actor, long person, Instant now);

  /**
   * A code for a badge, with the name to print on it; PEOPLE_EDIT and PEOPLE_OPEN, an act that
   * opens the identity.
   */
  PrintedCode print(Actor actor, long person, Instant now);

  /** Revokes for an officer; PEOPLE_EDIT. Refused as the other. */
  void revoke(Actor actor, long person, UUID issued, Instant now);

  /** The keys whose codes may still be good, the newest first. */
  @Inside("public keys")
  List<VerificationKey> keys();

  /** What was revoked after a cursor, in order; 0 begins. Codes long expired are left out. */
  @Inside("numbers of issues only")
  RevokedCodes revokedSince(long cursor);

  /**
   * Whose code this is, at the time when it was shown. A plain personal code is accepted too, as
   * {@link CheckedCode.Strength#PLAIN}.
   *
   * @throws Refusal {@code people.code.forged}, {@code people.code.revoked}, {@code
   *     people.code.expired}, {@code people.code.not-yet}, {@code people.code.stale}, {@code
   *     people.code.unproved}, {@code people.code.unknown}, {@code people.code.unreadable}
   */
  @Inside("the code itself is the right")
  CheckedCode check(String text, Instant at);

  /** As {@link #check(String, Instant)} for a code that was read. */
  @Inside("the code itself is the right")
  CheckedCode check(SignedCode code, Instant at);

  /** As {@link #check(String, Instant)} for a plain code. */
  @Inside("the code itself is the right")
  CheckedCode check(PersonalCode code);
}
