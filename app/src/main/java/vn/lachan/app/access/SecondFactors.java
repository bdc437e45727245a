package vn.lachan.app.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.kernel.Inside;
import vn.lachan.app.kernel.Keyring;
import vn.lachan.app.kernel.Refusal;

/**
 * The second factor of signing in: a six-digit code from an authenticator (RFC 6238), or one of ten
 * recovery codes on paper. The roles named by {@code access.second-factor-roles} must have it;
 * everybody with a password may. A lost one is reset by whoever manages the account.
 */
@Component
public class SecondFactors {
  private static final int RECOVERY_CODES = 10;
  private static final int RECOVERY_CHARACTERS = 10;
  private static final int MOST_TYPED = 40;
  private static final int REASON_LETTERS = 200;
  private static final String RECOVERY_HASH = "recovery-code";

  /** Without those that are mistaken for each other: 31 letters, so that ten hold 49 bits. */
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

  private final SecondFactorTable factors;
  private final AccountTable accounts;
  private final AccountDesk desk;
  private final Actors actors;
  private final Throttle throttle;
  private final Keyring keyring;
  private final Audit audit;
  private final SecureRandom random = new SecureRandom();

  SecondFactors(
      SecondFactorTable factors,
      AccountTable accounts,
      AccountDesk desk,
      Actors actors,
      Throttle throttle,
      Keyring keyring,
      Audit audit) {
    this.factors = factors;
    this.accounts = accounts;
    this.desk = desk;
    this.actors = actors;
    this.throttle = throttle;
    this.keyring = keyring;
    this.audit = audit;
  }

  /** How it stands with an account; empty when nothing was begun. */
  @Inside("everybody may see how their own account is kept")
  public Optional<State> state(Actor actor) {
    return factors.find(actor.account()).map(SecondFactors::state);
  }

  /** How it stands with somebody else's account; ACCOUNTS_MANAGE that reaches it. */
  public Optional<State> state(Actor actor, long account) {
    actor.require(Permission.ACCOUNTS_MANAGE);
    desk.find(actor, account);
    return factors.find(account).map(SecondFactors::state);
  }

  /**
   * Begins with a new secret, or goes on with the one begun, so that a page loaded twice shows one.
   *
   * @throws Refusal {@code access.second-factor.exists}, {@code access.refused.no-password}
   */
  @Transactional
  @Inside("everybody may protect their own account")
  public Enrolment begin(Actor actor, Instant now) {
    if (accounts.password(actor.account()).isEmpty()) {
      throw Refusal.conflict("access.refused.no-password");
    }
    Optional<SecondFactorTable.Stored> begun = factors.find(actor.account());
    if (begun.filter(factor -> factor.confirmedAt() != null).isPresent()) {
      throw Refusal.conflict("access.second-factor.exists");
    }
    String secret =
        begun.map(SecondFactorTable.Stored::secret).orElseGet(() -> TimeCodes.newSecret(random));
    if (begun.isEmpty()) {
      factors.insert(actor.account(), secret, now);
    }
    return new Enrolment(secret, address(actor, secret));
  }

  /**
   * Confirms with a first code, which shows that the authenticator has the secret.
   *
   * @return the recovery codes, shown this once
   * @throws Refusal {@code access.second-factor.wrong}, {@code access.second-factor.none}
   */
  @Transactional
  @Inside("everybody may protect their own account")
  public List<String> confirm(Actor actor, String typed, String address, Instant now) {
    SecondFactorTable.Stored factor = existing(actor.account());
    if (factor.confirmedAt() != null) {
      throw Refusal.conflict("access.second-factor.exists");
    }
    checkCode(actor.account(), factor, typed, address, now);
    List<String> codes = newCodes();
    factors.confirm(factor.number(), hashes(codes), now);
    audit.record(Act.of(actor.account(), "access.second-factor-on"));
    actors.forget(actor.account());
    return codes;
  }

  /**
   * The second step of signing in.
   *
   * @throws Refusal {@code access.second-factor.wrong}, {@code access.refused.paused}
   */
  @Transactional
  @Inside("whoever signs in is not signed in yet")
  public void verify(long account, String typed, String address, Instant now) {
    SecondFactorTable.Stored factor = existing(account);
    boolean recovery = checkCode(account, factor, typed, address, now);
    audit.record(
        Act.of(account, recovery ? "access.second-factor-recovery" : "access.second-factor"));
  }

  /**
   * New recovery codes; the old ones are void.
   *
   * @throws Refusal {@code access.second-factor.wrong}
   */
  @Transactional
  @Inside("everybody may protect their own account")
  public List<String> renewCodes(Actor actor, String typed, String address, Instant now) {
    SecondFactorTable.Stored factor = existing(actor.account());
    checkCode(actor.account(), factor, typed, address, now);
    List<String> codes = newCodes();
    factors.replaceCodes(factor.number(), hashes(codes));
    audit.record(Act.of(actor.account(), "access.recovery-codes-renewed"));
    return codes;
  }

  /**
   * Removes one's own; a role that needs it will ask for a new one at once.
   *
   * @throws Refusal {@code access.second-factor.wrong}
   */
  @Transactional
  @Inside("everybody may change the telephone their own codes come from")
  public void remove(Actor actor, String typed, String address, Instant now) {
    checkCode(actor.account(), existing(actor.account()), typed, address, now);
    factors.remove(actor.account(), actor.account(), null, now);
    audit.record(Act.of(actor.account(), "access.second-factor-off"));
    actors.forget(actor.account());
  }

  /**
   * Takes away a lost one, with a reason; ACCOUNTS_MANAGE that reaches the account, never one's
   * own.
   */
  @Transactional
  public void reset(Actor actor, long account, @Nullable String reason, Instant now) {
    actor.require(Permission.ACCOUNTS_MANAGE);
    desk.requireWhole(actor, account);
    if (reason == null || reason.isBlank() || reason.length() > REASON_LETTERS) {
      throw Refusal.invalid("access.second-factor.reason", REASON_LETTERS);
    }
    if (!factors.remove(account, actor.account(), reason.strip(), now)) {
      throw Refusal.notFound("access.second-factor.none");
    }
    audit.record(
        Act.on(actor.account(), "access.second-factor-reset", "account " + account)
            .because(reason.strip()));
    actors.forget(account);
  }

  private SecondFactorTable.Stored existing(long account) {
    return factors.find(account).orElseThrow(() -> Refusal.notFound("access.second-factor.none"));
  }

  /** Whether a recovery code was used; each try is counted before it is looked at. */
  private boolean checkCode(
      long account, SecondFactorTable.Stored factor, String typed, String address, Instant now) {
    String code = typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
    if (code.isEmpty() || code.length() > MOST_TYPED) {
      throw wrong();
    }
    List<Long> attempt =
        throttle.take(Throttle.Door.SECOND_FACTOR, Long.toString(account), address, now);
    boolean recovery = code.length() == RECOVERY_CHARACTERS;
    boolean right =
        recovery
            ? factor.confirmedAt() != null
                && factors.useCode(factor.number(), keyring.hashes(RECOVERY_HASH, code), now)
            : isFreshStep(factor, code, now);
    if (!right) {
      throw wrong();
    }
    throttle.succeeded(attempt);
    return recovery;
  }

  private boolean isFreshStep(SecondFactorTable.Stored factor, String code, Instant now) {
    OptionalLong step = TimeCodes.step(factor.secret(), code, now);
    return step.isPresent() && factors.use(factor.number(), step.getAsLong());
  }

  private List<String> newCodes() {
    List<String> codes = new ArrayList<>();
    for (int code = 0; code < RECOVERY_CODES; code++) {
      var text = new StringBuilder();
      for (int letter = 0; letter < RECOVERY_CHARACTERS; letter++) {
        text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
      }
      codes.add(text.insert(RECOVERY_CHARACTERS / 2, '-').toString());
    }
    return codes;
  }

  private List<byte[]> hashes(List<String> codes) {
    return codes.stream().map(code -> keyring.hash(RECOVERY_HASH, code.replace("-", ""))).toList();
  }

  /** The address that authenticators read from the QR code (Key URI format). */
  private String address(Actor actor, String secret) {
    String label = accounts.username(actor.account());
    return "otpauth://totp/"
        + encoded("Lá Chắn")
        + ':'
        + encoded(label)
        + "?secret="
        + secret
        + "&issuer="
        + encoded("Lá Chắn");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static State state(SecondFactorTable.Stored stored) {
    return new State(stored.confirmedAt(), stored.codesLeft());
  }

  private static Refusal wrong() {
    return new Refusal(Refusal.Kind.UNAUTHENTICATED, "access.second-factor.wrong");
  }

  /**
   * How it stands with an account.
   *
   * @param confirmedAt null while it is only begun
   */
  public record State(@Nullable Instant confirmedAt, int codesLeft) {
    public boolean isOn() {
      return confirmedAt != null;
    }
  }

  /**
   * What an authenticator needs.
   *
   * @param secret Base32, for typing
   * @param address for a QR code
   */
  public record Enrolment(String secret, String address) {}
}
