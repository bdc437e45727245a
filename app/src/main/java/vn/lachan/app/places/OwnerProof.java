package vn.lachan.app.places;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lachan.engine.scan.PersonName;
import vn.lachan.engine.scan.PhoneNumber;

/** What places need of the module access: one-time codes and accounts of owners. */
interface OwnerProof {
  /** The word under which the proof of a registration is asked for. */
  String PURPOSE = "places.register";

  /** A proof that has begun; see {@link DraftPlace} for what each part is. */
  record Begun(String token, String reference, boolean sent, Instant expiresAt) {}

  /** A phone that somebody holds. */
  interface Proved {
    PhoneNumber phone();

    /** The account of the owner with that phone, made when there is none. */
    long account(PersonName name, Instant now);
  }

  /**
   * Sends a one-time code; throttled.
   *
   * @param purpose what the proof is for; it serves nothing else
   */
  Begun request(PhoneNumber phone, String purpose, Locale language, Instant now);

  /**
   * The phone that is proved, once. Without a code: whether an officer confirmed it by calling.
   *
   * @throws vn.lachan.app.kernel.Refusal when the code is wrong, used up or too late
   */
  Optional<Proved> proved(String token, @Nullable String oneTimeCode, String purpose, Instant now);

  /** The account of an owner for whom an officer registers; the phone is proved at signing in. */
  long accountFor(PhoneNumber phone, PersonName name, Instant now);

  /** Lets the account manage the place. */
  void assign(long account, long place, long by, Instant now);

  /**
   * Makes the account the one owner of a place: other owners lose it, and whoever was invited to
   * keep it by them and has not come yet may not any more. Its keepers stay until the owner
   * decides.
   */
  void handOver(long place, long account, long by, Instant now);

  /** What an account is called on pages: of staff their name at work, of owners none. */
  String nameOf(long account);

  /** Ends every role at a place that is about to be deleted. */
  void release(long place, Instant now);
}
