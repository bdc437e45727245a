package vn.lachan.app.people;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.engine.scan.CodeLapse;
import vn.lachan.engine.scan.PersonalCode;
import vn.lachan.engine.scan.PersonalCodeScan;
import vn.lachan.engine.scan.RefusalCode;
import vn.lachan.engine.scan.Refused;
import vn.lachan.engine.scan.Scanner;
import vn.lachan.engine.scan.ServerScanPorts;
import vn.lachan.engine.scan.SignedCode;

/** Checks codes that were shown: signatures first, so that a forger learns nothing else. */
@Component
class CodeChecking {
  private static final ServerScanPorts PORTS = new ServerScanPorts();

  private final CodeKeys keys;
  private final IssuedCodeTable table;
  private final LookupTable lookups;

  CodeChecking(CodeKeys keys, IssuedCodeTable table, LookupTable lookups) {
    this.keys = keys;
    this.table = table;
    this.lookups = lookups;
  }

  CheckedCode check(String text, Instant at) {
    return switch (Scanner.read(text, PORTS)) {
      case SignedCode code -> check(code, at);
      case PersonalCodeScan(PersonalCode code) -> check(code);
      case Refused(RefusalCode code, var ignored)
          when code == RefusalCode.SIGNED_CODE_PROOF_MISSING ->
          throw refused("people.code.unproved");
      default -> throw refused("people.code.unreadable");
    };
  }

  CheckedCode check(PersonalCode code) {
    List<Long> found = lookups.persons(new LookupValue(LookupKind.PERSONAL_CODE, code.symbols()));
    if (found.isEmpty()) {
      throw refused("people.code.unknown");
    }
    return new CheckedCode(found.getFirst(), CheckedCode.Strength.PLAIN, null);
  }

  CheckedCode check(SignedCode code, Instant at) {
    boolean device = code.kind() == SignedCode.Kind.DEVICE;
    if (device && !code.isProved()) {
      throw refused("people.code.unproved");
    }
    boolean signed =
        keys.believed(code.keyId())
            .filter(key -> key.verifies(code.signedBytes(), code.signature()))
            .isPresent();
    if (!signed || (device && !isProved(code))) {
      throw refused("people.code.forged");
    }
    CodeLapse lapse = code.lapseAt(at.getEpochSecond());
    if (lapse != null) {
      throw refused(
          switch (lapse) {
            case NOT_YET -> "people.code.not-yet";
            case EXPIRED -> "people.code.expired";
            case STALE -> "people.code.stale";
          });
    }
    UUID issue = new UUID(code.issueHigh(), code.issueLow());
    IssuedCodeTable.Issue known =
        table.find(issue).orElseThrow(() -> refused("people.code.revoked"));
    Instant revokedAt = known.revokedAt();
    Long person = known.person();
    if (person == null || (revokedAt != null && !at.isBefore(revokedAt))) {
      throw refused("people.code.revoked");
    }
    return new CheckedCode(
        person, device ? CheckedCode.Strength.DEVICE : CheckedCode.Strength.PAPER, issue);
  }

  private static boolean isProved(SignedCode code) {
    return Points.key(code.deviceKey())
        .filter(key -> CodeKey.verifies(key, code.provedBytes(), code.proof()))
        .isPresent();
  }

  private static Refusal refused(String code) {
    return Refusal.invalid(code);
  }
}
