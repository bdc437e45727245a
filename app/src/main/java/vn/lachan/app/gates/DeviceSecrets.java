package vn.lachan.app.gates;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;

/** Codes and tokens of devices, and the hash under which they are kept. */
final class DeviceSecrets {
  private static final int TOKEN_BYTES = 32;
  private static final int CODE_LENGTH = 10;
  private static final int CODE_GROUP = 5;
  private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final SecureRandom RANDOM = new SecureRandom();

  private DeviceSecrets() {}

  static String token() {
    byte[] bytes = new byte[TOKEN_BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** 50 random bits, without letters that are mistaken for digits. */
  static String code() {
    var code = new StringBuilder();
    for (int symbol = 0; symbol < CODE_LENGTH; symbol++) {
      code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return code.insert(CODE_GROUP, '-').toString();
  }

  /** As people type it: any case, with or without the hyphen, O for 0, I and L for 1. */
  static byte[] codeHash(String typed) {
    return hash(
        typed
            .replaceAll("[\\s-]", "")
            .toUpperCase(Locale.ROOT)
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1'));
  }

  static byte[] hash(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
