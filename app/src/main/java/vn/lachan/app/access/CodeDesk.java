package vn.lachan.app.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lachan.app.access.CodeTable.StoredCode;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.kernel.Keyring;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.kernel.Sealed;
import vn.lachan.app.messaging.Messages;
import vn.lachan.app.messaging.Reference;
import vn.lachan.engine.scan.PhoneNumber;

@Component
class CodeDesk implements OneTimeCodes {
  static final String CONTEXT = "access.one_time_code";
  private static final int CODE_DIGITS = 6;

  private final CodeTable codes;
  private final CodeLimits limits;
  private final CodeSettings settings;
  private final Keyring keyring;
  private final Messages messages;
  private final Throttle throttle;
  private final Audit audit;
  private final TransactionTemplate ownTransaction;

  CodeDesk(
      CodeTable codes,
      CodeLimits limits,
      CodeSettings settings,
      Keyring keyring,
      Messages messages,
      Throttle throttle,
      Audit audit,
      PlatformTransactionManager manager) {
    this.codes = codes;
    this.limits = limits;
    this.settings = settings;
    this.keyring = keyring;
    this.messages = messages;
    this.throttle = throttle;
    this.audit = audit;
    this.ownTransaction = new TransactionTemplate(manager);
    this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  @Override
  @Transactional
  public Challenge request(CodeRequest asked, Instant now) {
    codes.lock();
    CodeLimits.Source source = limits.admit(asked, now);
    boolean sent = messages.canSend();
    Duration validFor = sent ? settings.validFor() : settings.officerWaits();
    var challenge =
        new Challenge(Secrets.random(""), Secrets.digits(CODE_DIGITS), sent, now.plus(validFor));
    long number = codes.insert(newCode(challenge, asked, source, now));
    if (sent) {
      messages.send(new Reference(CodeMessages.OWNER, CodeMessages.TEMPLATE, number));
    }
    return challenge;
  }

  @Override
  public String remember(PhoneProof proof) {
    return limits.remember(proof.phone());
  }

  @Override
  @Transactional
  public PhoneProof confirm(String challenge, String code, Instant now) {
    StoredCode stored = takeTry(challenge, now).orElseThrow(CodeDesk::over);
    if (!same(keyring.open(stored.code(), CONTEXT), code.strip())) {
      int left = settings.triesAtMost() - stored.attempts();
      throw left > 0 ? Refusal.invalid("access.refused.code", left) : over();
    }
    return proof(stored, now);
  }

  @Override
  @Transactional
  public Optional<PhoneProof> confirmedByOfficer(String challenge, Instant now) {
    StoredCode stored = codes.open(Secrets.hash(challenge), now).orElseThrow(CodeDesk::over);
    return stored.confirmedAt() == null ? Optional.empty() : Optional.of(proof(stored, now));
  }

  @Override
  @Transactional
  public PhoneNumber phoneOf(Actor officer, String reference, Instant now) {
    requireOfficer(officer);
    StoredCode stored = byReference(officer, reference, now);
    audit.record(
        Act.on(officer.account(), "access.phone-shown", "one-time code " + stored.number()));
    return phone(stored);
  }

  @Override
  @Transactional
  public void confirmFor(Actor officer, String reference, Instant now) {
    requireOfficer(officer);
    StoredCode stored = byReference(officer, reference, now);
    codes.confirm(stored.number(), officer.account(), now);
    audit.record(
        Act.on(officer.account(), "access.phone-confirmed", "one-time code " + stored.number()));
  }

  private CodeTable.NewCode newCode(
      Challenge challenge, CodeRequest asked, CodeLimits.Source source, Instant now) {
    String digits = asked.phone().digits();
    Sealed sealed = keyring.seal(digits, CONTEXT);
    return new CodeTable.NewCode(
        Secrets.hash(challenge.token()),
        challenge.reference(),
        keyring.hash("phone", digits),
        sealed,
        keyring.sealWith(sealed.wrappedKey(), Secrets.digits(CODE_DIGITS), CONTEXT),
        asked.purpose(),
        asked.language().getLanguage(),
        now,
        challenge.expiresAt(),
        source);
  }

  /** In a transaction of its own: a refusal must not give the try back. */
  private Optional<StoredCode> takeTry(String challenge, Instant now) {
    Optional<StoredCode> taken =
        ownTransaction.execute(
            status -> codes.takeTry(Secrets.hash(challenge), settings.triesAtMost(), now));
    return taken == null ? Optional.empty() : taken;
  }

  private PhoneProof proof(StoredCode stored, Instant now) {
    if (!codes.consume(stored.number(), now)) {
      throw over();
    }
    return new PhoneProof(phone(stored), stored.purpose(), now);
  }

  private PhoneNumber phone(StoredCode stored) {
    return new PhoneNumber(keyring.open(stored.phone(), CONTEXT));
  }

  /**
   * Six digits are soon tried through: who guesses references would read the phones behind them.
   */
  private StoredCode byReference(Actor officer, String reference, Instant now) {
    String account = Long.toString(officer.account());
    List<Long> attempt = throttle.take(Throttle.Door.REFERENCE, account, "", now);
    List<StoredCode> found = codes.byReference(reference.strip(), now);
    if (found.size() != 1) {
      throw Refusal.notFound("access.refused.reference");
    }
    throttle.succeeded(attempt);
    return found.getFirst();
  }

  private static void requireOfficer(Actor officer) {
    officer.require(
        officer.may(Permission.PEOPLE_EDIT) ? Permission.PEOPLE_EDIT : Permission.PLACES_APPROVE);
  }

  private static boolean same(String first, String second) {
    return MessageDigest.isEqual(
        first.getBytes(StandardCharsets.UTF_8), second.getBytes(StandardCharsets.UTF_8));
  }

  private static Refusal over() {
    return new Refusal(Refusal.Kind.GONE, "access.refused.code-over");
  }
}
