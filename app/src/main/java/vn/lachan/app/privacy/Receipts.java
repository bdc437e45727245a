package vn.lachan.app.privacy;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Keyring;

/**
 * Receipts of requests: 16 letters and digits (80 random bits) without those that are mistaken for
 * each other. Only a keyed hash is stored.
 */
@Component
class Receipts {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final String KIND = "privacy.receipt";
  private static final int LETTERS = 16;
  private static final int LONGEST = 40;

  private final Keyring keyring;
  private final SecureRandom random = new SecureRandom();

  Receipts(Keyring keyring) {
    this.keyring = keyring;
  }

  /** Written in groups of four. */
  String make() {
    var text = new StringBuilder();
    for (int i = 0; i < LETTERS; i++) {
      text.append(i > 0 && i % 4 == 0 ? "-" : "");
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }

  byte[] hash(String receipt) {
    return keyring.hash(KIND, plain(receipt));
  }

  List<byte[]> hashes(String receipt) {
    return keyring.hashes(KIND, plain(receipt));
  }

  private static String plain(String receipt) {
    String bounded = receipt.substring(0, Math.min(receipt.length(), LONGEST));
    return bounded
        .toUpperCase(Locale.ROOT)
        .replace('O', '0')
        .replace('I', '1')
        .replace('L', '1')
        .replaceAll("[^0-9A-Z]", "");
  }
}
