package vn.lachan.app.places;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lachan.engine.scan.PersonName;
import vn.lachan.engine.scan.PhoneNumber;

/** What self-service needs of the module access: one-time codes and accounts of owners. */
interface OwnerProof {
  /** A proof that has begun; see {@link DraftPlace} for what each part is. */
  record Begun(String token, String reference, boolean sent, Instant expiresAt) {}

  /** Sends a one-time code; throttled. */
  Begun request(PhoneNumber phone, Instant now);

  /**
   * The phone that is proved, once. Without a code: whether an officer confirmed it by calling.
   *
   * @throws vn.lachan.app.kernel.Refusal when the code is wrong, used up or too late
   */
  Optional<PhoneNumber> proved(String token, @Nullable String oneTimeCode, Instant now);

  /** The account of the owner with that phone, made when there is none, reaching the place. */
  long ownerOf(long place, PhoneNumber phone, PersonName name, Instant now);
}
