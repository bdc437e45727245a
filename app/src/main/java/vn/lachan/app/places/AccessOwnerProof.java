package vn.lachan.app.places;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Accounts;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Assignment;
import vn.lachan.app.access.Challenge;
import vn.lachan.app.access.Keepers;
import vn.lachan.app.access.OneTimeCodes;
import vn.lachan.app.access.PhoneProof;
import vn.lachan.app.access.Role;
import vn.lachan.engine.scan.PersonName;
import vn.lachan.engine.scan.PhoneNumber;

/** One-time codes and accounts as the module access has them. */
@Component
class AccessOwnerProof implements OwnerProof {
  private final OneTimeCodes codes;
  private final Accounts accounts;
  private final Keepers keepers;

  AccessOwnerProof(OneTimeCodes codes, Accounts accounts, Keepers keepers) {
    this.codes = codes;
    this.accounts = accounts;
    this.keepers = keepers;
  }

  @Override
  public Begun request(PhoneNumber phone, String purpose, Locale language, Instant now) {
    Challenge challenge = codes.request(phone, purpose, language, now);
    return new Begun(
        challenge.token(), challenge.reference(), challenge.sent(), challenge.expiresAt());
  }

  @Override
  public Optional<Proved> proved(
      String token, @Nullable String oneTimeCode, String purpose, Instant now) {
    Optional<PhoneProof> proof =
        oneTimeCode == null
            ? codes.confirmedByOfficer(token, now)
            : Optional.of(codes.confirm(token, oneTimeCode, now));
    return proof.filter(given -> given.purpose().equals(purpose)).map(ByCode::new);
  }

  @Override
  public long accountFor(PhoneNumber phone, PersonName name, Instant now) {
    return accounts.ownerFor(phone, name.text(), now);
  }

  @Override
  public void assign(long account, long place, long by, Instant now) {
    accounts.assignPlace(account, place, by, now);
  }

  @Override
  public void handOver(long place, long account, long by, Instant now) {
    for (Assignment held : accounts.ofPlace(place)) {
      if (held.grant().role() == Role.OWNER && held.account() != account) {
        accounts.revoke(Actor.program(), held.number(), now);
      }
    }
    keepers.endInvitations(place, by, now);
    accounts.assignPlace(account, place, by, now);
  }

  @Override
  public String nameOf(long account) {
    return accounts.names(List.of(account)).getOrDefault(account, "");
  }

  @Override
  public void release(long place, Instant now) {
    for (Assignment held : accounts.ofPlace(place)) {
      accounts.revoke(Actor.program(), held.number(), now);
    }
  }

  private final class ByCode implements Proved {
    private final PhoneProof proof;

    ByCode(PhoneProof proof) {
      this.proof = proof;
    }

    @Override
    public PhoneNumber phone() {
      return proof.phone();
    }

    @Override
    public long account(PersonName name, Instant now) {
      return accounts.ownerFor(proof, name.text(), now);
    }
  }
}
