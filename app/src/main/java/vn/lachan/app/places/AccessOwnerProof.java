package vn.lachan.app.places;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.engine.scan.PersonName;
import vn.lachan.engine.scan.PhoneNumber;

/** Self-service waits for the one-time codes of the module access; officers register until then. */
@Component
class AccessOwnerProof implements OwnerProof {
  @Override
  public Begun request(PhoneNumber phone, Instant now) {
    throw unavailable();
  }

  @Override
  public Optional<PhoneNumber> proved(String token, @Nullable String oneTimeCode, Instant now) {
    throw unavailable();
  }

  @Override
  public long ownerOf(long place, PhoneNumber phone, PersonName name, Instant now) {
    throw unavailable();
  }

  private static Refusal unavailable() {
    return new Refusal(Refusal.Kind.UNAVAILABLE, "places.refused.no-codes");
  }
}
