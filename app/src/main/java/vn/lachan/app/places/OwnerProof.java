package vn.lachan.app.places;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lachan.engine.scan.PersonName;
import vn.lachan.engine.scan.PhoneNumber;

/** What places need of the module access: one-time codes and accounts of owners. */
interface OwnerProof {
  /** The word under which a proof is asked for; a proof for anything else serves nothing here. */
  String PURPOSE = "places.register";

  /** A proof that has begun; see {@link DraftPlace} for what each part is. */
  record Begun(String token, String reference, boolean sent, Instant expiresAt) {}

  /** A phone that somebody holds. */
  interface Proved {
    PhoneNumber phone();

    /** The account of the owner with that phone, made when there is none. */
    long account(PersonName name, Instant now);
  }

  /** Sends a one-time code; throttled. */
  Begun request(PhoneNumber phone, Locale language, Instant now);

  /**
   * The phone that is proved, once. Without a code: whether an officer confirmed it by calling.
   *
   * @throws vn.lachan.app.kernel.Refusal when the code is wrong, used up or too late
   */
  Optional<Proved> proved(String token, @Nullable String oneTimeCode, Instant now);

  /** The account of an owner for whom an officer registers; the phone is proved at signing in. */
  long accountFor(PhoneNumber phone, PersonName name, Instant now);

  /** Lets the account manage the place. */
  void assign(long account, long place, long by, Instant now);

  /** Ends every role at a place that is about to be deleted. */
  void release(long place, Instant now);
}
