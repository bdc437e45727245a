package vn.lachan.app.access;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;

/**
 * One-time passwords by time (RFC 6238): HMAC-SHA1, six digits, steps of 30 seconds, which is what
 * the common authenticators do. A code of the step before or after is taken too, for clocks that
 * are wrong by half a minute.
 */
final class TimeCodes {
  static final int STEP_SECONDS = 30;
  private static final int SECRET_BYTES = 20;
  private static final String ALGORITHM = "HmacSHA1";
  private static final TimeBasedOneTimePasswordGenerator GENERATOR =
      new TimeBasedOneTimePasswordGenerator(Duration.ofSeconds(STEP_SECONDS), 6);

  private TimeCodes() {}

  /** A new secret in Base32: 160 bits, as RFC 4226 recommends. */
  static String newSecret(SecureRandom random) {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    return new String(Base32.encode(secret), StandardCharsets.US_ASCII);
  }

  /** The step whose code was typed; empty when none of the three fits. */
  static OptionalLong step(String secret, String typed, Instant now) {
    var key = new SecretKeySpec(Base32.decode(secret), ALGORITHM);
    long current = now.getEpochSecond() / STEP_SECONDS;
    OptionalLong found = OptionalLong.empty();
    for (long step = current - 1; step <= current + 1; step++) {
      if (same(code(key, step), typed)) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  static String code(String secret, Instant at) {
    return code(
        new SecretKeySpec(Base32.decode(secret), ALGORITHM), at.getEpochSecond() / STEP_SECONDS);
  }

  private static String code(SecretKeySpec key, long step) {
    try {
      return GENERATOR.generateOneTimePasswordString(
          key, Instant.ofEpochSecond(step * STEP_SECONDS));
    } catch (InvalidKeyException impossible) {
      throw new IllegalStateException("An HMAC key cannot be invalid", impossible);
    }
  }

  private static boolean same(String expected, String typed) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.US_ASCII), typed.getBytes(StandardCharsets.UTF_8));
  }
}
