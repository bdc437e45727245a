package vn.lachan.app.people;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.engine.scan.CodeToSign;
import vn.lachan.engine.scan.PersonalCode;
import vn.lachan.engine.scan.SignedCode;

/** Signs codes and remembers that it did. */
@Component
class CodeIssuing {
  private static final Duration DAY = Duration.ofDays(1);

  private final CodeKeys keys;
  private final IssuedCodeTable table;
  private final RecordEditing editing;
  private final PersonalCodeSettings settings;
  private final Audit audit;
  private final TransactionTemplate transactions;
  private final SecureRandom random = new SecureRandom();

  CodeIssuing(
      CodeKeys keys,
      IssuedCodeTable table,
      RecordEditing editing,
      PersonalCodeSettings settings,
      Audit audit,
      TransactionTemplate transactions) {
    this.keys = keys;
    this.table = table;
    this.editing = editing;
    this.settings = settings;
    this.audit = audit;
    this.transactions = transactions;
  }

  IssuedCode forDevice(long person, byte[] publicKey, Instant now) {
    byte[] point =
        publicKey.length == Points.UNCOMPRESSED_BYTES
            ? Points.compressed(publicKey).orElseThrow(CodeIssuing::noKey)
            : none();
    return issue(person, point, settings.deviceDays(), null, now);
  }

  IssuedCode forPaper(long person, @Nullable Long officer, Instant now) {
    return issue(person, new byte[0], settings.paperDays(), officer, now);
  }

  private IssuedCode issue(
      long person, byte[] device, int days, @Nullable Long officer, Instant now) {
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              PersonalCode code = editing.ownCode(person, now);
              if (table.issuedSince(person, now.minus(DAY)) >= settings.issuedPerDay()) {
                throw new Refusal(
                    Refusal.Kind.TOO_MANY, "people.code.too-many", settings.issuedPerDay());
              }
              return sign(person, code, device, days, officer, now);
            }));
  }

  private IssuedCode sign(
      long person,
      PersonalCode code,
      byte[] device,
      int days,
      @Nullable Long officer,
      Instant now) {
    CodeKey key = keys.signing();
    table.keep(key, now);
    UUID issue = new UUID(random.nextLong(), random.nextLong());
    int first = SignedCode.dayOf(now.getEpochSecond());
    int last = first + days;
    var toSign =
        new CodeToSign(
            key.id(),
            code,
            issue.getMostSignificantBits(),
            issue.getLeastSignificantBits(),
            first,
            last,
            device);
    SignedCode signed = toSign.signed(key.sign(toSign.bytes()));
    LocalDate lastDay = LocalDate.ofEpochDay(last);
    table.insert(issue, person, signed.kind(), key.id(), lastDay, officer, now);
    long by = officer == null ? Act.PROGRAM : officer;
    audit.record(Act.onPerson(by, "people.issue-code", person, signed.kind().name()));
    return new IssuedCode(
        issue, signed.kind(), signed.text(), LocalDate.ofEpochDay(first), lastDay);
  }

  /** In one transaction with its entry; nothing where it was revoked before. */
  void revoke(List<Long> records, UUID issue, @Nullable Long officer, Instant now) {
    transactions.executeWithoutResult(
        status -> {
          IssuedCodeTable.Issue known =
              table
                  .find(issue)
                  .filter(found -> found.person() != null && records.contains(found.person()))
                  .orElseThrow(() -> Refusal.notFound("people.code.not-issued"));
          if (known.revokedAt() != null) {
            return;
          }
          long by = officer == null ? Act.PROGRAM : officer;
          long person = Objects.requireNonNull(known.person());
          audit.record(Act.onPerson(by, "people.revoke-code", person, known.kind().name()));
          table.revoke(issue, officer, now);
        });
  }

  private static byte[] none() {
    throw noKey();
  }

  private static Refusal noKey() {
    return Refusal.invalid("people.code.device-key");
  }
}
