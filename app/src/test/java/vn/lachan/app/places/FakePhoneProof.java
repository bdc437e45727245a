package vn.lachan.app.places;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.engine.scan.PersonName;
import vn.lachan.engine.scan.PhoneNumber;

/** One-time codes that all read {@value #CODE}, and accounts numbered from 500. */
final class FakePhoneProof implements PhoneProof {
  static final String CODE = "246810";

  private final Map<String, PhoneNumber> challenges = new HashMap<>();
  private final Map<PhoneNumber, Long> accounts = new HashMap<>();

  @Override
  public String request(PhoneNumber phone, Instant now) {
    String challenge = "challenge-" + challenges.size();
    challenges.put(challenge, phone);
    return challenge;
  }

  @Override
  public void confirm(String challenge, String oneTimeCode, PhoneNumber phone, Instant now) {
    if (!phone.equals(challenges.get(challenge)) || !oneTimeCode.equals(CODE)) {
      throw Refusal.invalid("access.refused.one-time-code");
    }
  }

  @Override
  public long ownerOf(long place, PhoneNumber phone, PersonName name, Instant now) {
    return accounts.computeIfAbsent(phone, key -> 500L + accounts.size());
  }
}
