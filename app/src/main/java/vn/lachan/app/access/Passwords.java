package vn.lachan.app.access;

import java.security.SecureRandom;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Refusal;

/**
 * Hashes passwords with Argon2id, a few at a time: each hash takes megabytes, and a flood of
 * sign-ins must not take them all. Who waits too long is told to come back.
 */
@Component
class Passwords {
  static final int LEAST_CHARACTERS = 10;
  static final int MOST_CHARACTERS = 200;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int WAIT_SECONDS = 10;
  private static final int ONE_TIME_CHARACTERS = 14;

  /** Without those that are mistaken for each other when read aloud or copied from paper. */
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

  private final Argon2PasswordEncoder encoder;
  private final Semaphore places;
  private final SecureRandom random = new SecureRandom();
  private final String unknownHash;

  Passwords(AccessSettings settings) {
    this.encoder =
        new Argon2PasswordEncoder(
            SALT_BYTES,
            HASH_BYTES,
            1,
            settings.hashingMemoryKilobytes(),
            settings.hashingIterations());
    this.places = new Semaphore(settings.hashesAtOnce(), true);
    this.unknownHash = hash(oneTime());
  }

  /** Checks what somebody chose; errors: {@code access.refused.password-length}. */
  static void check(String password) {
    if (password.length() < LEAST_CHARACTERS || password.length() > MOST_CHARACTERS) {
      throw Refusal.invalid("access.refused.password-length", LEAST_CHARACTERS, MOST_CHARACTERS);
    }
  }

  String hash(String password) {
    enter();
    try {
      return encoder.encode(password);
    } finally {
      places.release();
    }
  }

  /** Takes as long where there is no such account, so that time tells nothing. */
  boolean matches(String password, @Nullable String hash) {
    enter();
    try {
      boolean same = encoder.matches(password, hash == null ? unknownHash : hash);
      return same && hash != null;
    } finally {
      places.release();
    }
  }

  /** Whether the hash was made with weaker settings than today's. */
  boolean isOld(String hash) {
    return encoder.upgradeEncoding(hash);
  }

  /** A password for one sign-in, easy to read aloud: about 69 bits. */
  String oneTime() {
    var text = new StringBuilder();
    for (int i = 0; i < ONE_TIME_CHARACTERS; i++) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }

  private void enter() {
    try {
      if (!places.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
        throw new Refusal(Refusal.Kind.UNAVAILABLE, "access.refused.busy");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal(Refusal.Kind.UNAVAILABLE, "access.refused.busy");
    }
  }
}
