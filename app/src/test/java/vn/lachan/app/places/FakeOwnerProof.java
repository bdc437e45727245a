package vn.lachan.app.places;

import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.engine.scan.PersonName;
import vn.lachan.engine.scan.PhoneNumber;

/** One-time codes that all read {@value #CODE}, and accounts numbered from 500. */
final class FakeOwnerProof implements OwnerProof {
  static final String CODE = "246810";

  private final Map<String, PhoneNumber> begun = new HashMap<>();
  private final Map<String, String> purposes = new HashMap<>();
  final Map<Long, Long> handedOver = new HashMap<>();
  private final Map<PhoneNumber, Long> accounts = new HashMap<>();

  @Override
  public Begun request(PhoneNumber phone, String purpose, Locale language, Instant now) {
    String token = "token-" + begun.size();
    begun.put(token, phone);
    purposes.put(token, purpose);
    return new Begun(token, "123456", true, now.plusSeconds(300));
  }

  @Override
  public Optional<Proved> proved(
      String token, @Nullable String oneTimeCode, String purpose, Instant now) {
    PhoneNumber phone = begun.get(token);
    if (phone == null || !CODE.equals(oneTimeCode) || !purpose.equals(purposes.get(token))) {
      throw Refusal.invalid("access.refused.code");
    }
    return Optional.of(new Held(phone));
  }

  @Override
  public long accountFor(PhoneNumber phone, PersonName name, Instant now) {
    return accounts.computeIfAbsent(phone, key -> 500L + accounts.size());
  }

  @Override
  public void assign(long account, long place, long by, Instant now) {
    // What an account reaches is the tests' own affair.
  }

  @Override
  public void release(long place, Instant now) {
    // As above.
  }

  @Override
  public void handOver(long place, long account, long by, Instant now) {
    handedOver.put(place, account);
  }

  @Override
  public String nameOf(long account) {
    return "Cán bộ " + account;
  }

  private final class Held implements Proved {
    private final PhoneNumber phone;

    Held(PhoneNumber phone) {
      this.phone = phone;
    }

    @Override
    public PhoneNumber phone() {
      return phone;
    }

    @Override
    public long account(PersonName name, Instant now) {
      return accountFor(phone, name, now);
    }
  }
}
