package vn.lachan.app.access;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import vn.lachan.app.kernel.Inside;
import vn.lachan.engine.scan.PhoneNumber;

/**
 * Proof that somebody holds a phone: a code sent to it, or, where no message can be sent, the word
 * of an officer who called it. Nothing here tells whether a phone is known.
 */
public interface OneTimeCodes {
  /**
   * Begins a proof: sends a code of six digits, good for five minutes and five tries.
   *
   * @throws vn.lachan.app.kernel.Refusal {@code access.refused.code-limit} with the minutes to
   *     wait, when this source, this phone, or all phones together asked too often
   */
  @Inside("whoever proves a phone is nobody yet")
  Challenge request(CodeRequest asked, Instant now);

  /** The same from nowhere in particular. */
  @Inside("whoever proves a phone is nobody yet")
  default Challenge request(PhoneNumber phone, String purpose, Locale language, Instant now) {
    return request(new CodeRequest(phone, purpose, language, null, null), now);
  }

  /** The same in Vietnamese. */
  @Inside("whoever proves a phone is nobody yet")
  default Challenge request(PhoneNumber phone, String purpose, Instant now) {
    return request(phone, purpose, Locale.of("vi"), now);
  }

  /**
   * What the browser that gave a proof may keep and show with its next request, so that strangers
   * who ask for codes to the same phone take none of its own.
   */
  @Inside("whoever shows a proof just gave it")
  String remember(PhoneProof proof);

  /**
   * The proof, once: a code serves no second time.
   *
   * @param challenge the token of {@link Challenge}
   * @throws vn.lachan.app.kernel.Refusal {@code access.refused.code} with the tries left, {@code
   *     access.refused.code-over}
   */
  @Inside("whoever proves a phone is nobody yet")
  PhoneProof confirm(String challenge, String code, Instant now);

  /** The proof, once, when an officer confirmed it; empty until then. */
  @Inside("whoever proves a phone is nobody yet")
  Optional<PhoneProof> confirmedByOfficer(String challenge, Instant now);

  /**
   * The phone behind the reference that its holder reads out, for the officer to call; PEOPLE_EDIT
   * or PLACES_APPROVE, audited.
   *
   * @throws vn.lachan.app.kernel.Refusal {@code access.refused.reference}
   */
  PhoneNumber phoneOf(Actor officer, String reference, Instant now);

  /** The officer called the phone and its holder asked for this; same rights, audited. */
  void confirmFor(Actor officer, String reference, Instant now);
}
