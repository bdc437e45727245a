package vn.lachan.app.access;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lachan.app.kernel.Keyring;
import vn.lachan.app.kernel.Refusal;

/**
 * Pauses after wrong passwords, counted in PostgreSQL for all copies of the program. One username
 * from one address pauses after few failures, one username from everywhere after many; an address
 * alone never pauses, for a whole office may share it. Each further round of failures doubles the
 * pause.
 */
@Component
class Throttle {
  private static final int MOST_DOUBLINGS = 20;

  private final AttemptTable attempts;
  private final AccessSettings settings;
  private final Keyring keyring;
  private final TransactionTemplate transactions;

  Throttle(
      AttemptTable attempts,
      AccessSettings settings,
      Keyring keyring,
      PlatformTransactionManager manager) {
    this.attempts = attempts;
    this.settings = settings;
    this.keyring = keyring;
    this.transactions = new TransactionTemplate(manager);
    this.transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** What is tried. Each is counted by itself: nobody who is not inside pauses a second factor. */
  enum Door {
    SIGN_IN("sign-in"),
    OWN_PASSWORD("own-password"),
    SECOND_FACTOR("second-factor"),
    /** Of an officer who confirms the phone of whoever reads a reference out. */
    REFERENCE("code-reference");

    private final String space;

    Door(String space) {
      this.space = space;
    }
  }

  /**
   * Takes one try, counted as failed until {@link #succeeded}, so that tries at the same moment
   * cannot pass the limit together.
   *
   * @throws Refusal {@code access.refused.paused} with the minutes to wait
   */
  List<Long> take(Door door, String subject, String address, Instant now) {
    byte[] everywhere = keyring.hash(door.space, subject);
    byte[] here = keyring.hash(door.space + "-here", subject + '\0' + address);
    List<Long> taken = new ArrayList<>();
    transactions.executeWithoutResult(
        status -> {
          attempts.lock(everywhere);
          refuseWhilePaused(
              attempts.failures(everywhere, now), settings.failuresPerUsername(), now);
          refuseWhilePaused(attempts.failures(here, now), settings.failuresPerAddress(), now);
          taken.add(attempts.insertFailed(everywhere, now));
          taken.add(attempts.insertFailed(here, now));
        });
    return taken;
  }

  void succeeded(List<Long> taken) {
    transactions.executeWithoutResult(status -> attempts.succeed(taken));
  }

  private void refuseWhilePaused(AttemptTable.Failures failures, int limit, Instant now) {
    if (failures.last() == null || failures.count() < limit || failures.count() % limit != 0) {
      return;
    }
    int round = Math.min(failures.count() / limit - 1, MOST_DOUBLINGS);
    Duration length = settings.firstPause().multipliedBy(1L << round);
    Instant until = failures.last().plus(shorter(length, settings.longestPause()));
    if (until.isAfter(now)) {
      long minutes = Duration.between(now, until).toMinutes() + 1;
      throw new Refusal(Refusal.Kind.TOO_MANY, "access.refused.paused", minutes);
    }
  }

  private static Duration shorter(Duration first, Duration second) {
    return first.compareTo(second) <= 0 ? first : second;
  }
}
