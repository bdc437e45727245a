package vn.lachan.app.gates;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lachan.app.kernel.Refusal;

/**
 * PINs of six random digits, made by the program so that nobody chooses 123456. A PIN says which
 * keeper of an enrolled device it is; it opens nothing anywhere else.
 */
@Component
class Pins {
  private static final int DIGITS = 6;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int MEMORY_KILOBYTES = 16_384;
  private static final int ITERATIONS = 2;
  private static final int HASHES_AT_ONCE = 4;

  private final PinTable table;
  private final ShiftTable shifts;
  private final GatesSettings settings;
  private final TransactionTemplate transactions;
  private final SecureRandom random = new SecureRandom();
  private final Semaphore hashing = new Semaphore(HASHES_AT_ONCE, true);
  private final Argon2PasswordEncoder encoder =
      new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, MEMORY_KILOBYTES, ITERATIONS);

  Pins(
      PinTable table,
      ShiftTable shifts,
      GatesSettings settings,
      PlatformTransactionManager manager) {
    this.table = table;
    this.shifts = shifts;
    this.settings = settings;
    this.transactions = new TransactionTemplate(manager);
    this.transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  String make(long place, long account, long by, Instant now) {
    var pin = new StringBuilder();
    for (int digit = 0; digit < DIGITS; digit++) {
      pin.append((char) ('0' + random.nextInt(10)));
    }
    hashing.acquireUninterruptibly();
    try {
      table.insert(place, account, encoder.encode(pin.toString()), by, now);
    } finally {
      hashing.release();
    }
    return pin.toString();
  }

  /**
   * A try is counted before it is looked at, in all copies of the program together.
   *
   * @throws Refusal {@code gates.refused.pin-paused}, {@code gates.refused.pin}
   */
  void check(GateDevice device, long account, String pin, Instant now) {
    long attempt = take(device.number(), now);
    if (!matches(device.place().number(), account, pin)) {
      throw Refusal.forbidden("gates.refused.pin");
    }
    transactions.executeWithoutResult(
        status -> {
          table.succeed(attempt);
          shifts.signOn(device.number(), account, now);
        });
  }

  private long take(long device, Instant now) {
    Instant since = now.minus(Duration.ofMinutes(settings.pinPauseMinutes()));
    Long attempt =
        transactions.execute(
            status -> {
              table.lock(device);
              return table.failures(device, since) >= settings.pinAttempts()
                  ? null
                  : table.insertFailed(device, now);
            });
    if (attempt == null) {
      throw new Refusal(
          Refusal.Kind.TOO_MANY, "gates.refused.pin-paused", settings.pinPauseMinutes());
    }
    return attempt;
  }

  private boolean matches(long place, long account, String pin) {
    if (pin.length() != DIGITS) {
      return false;
    }
    hashing.acquireUninterruptibly();
    try {
      return table.hash(place, account).filter(hash -> encoder.matches(pin, hash)).isPresent();
    } finally {
      hashing.release();
    }
  }
}
