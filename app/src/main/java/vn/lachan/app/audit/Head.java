package vn.lachan.app.audit;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last block as it is kept outside: whoever holds it can later prove that the record up to it
 * was neither cut nor changed. Its text is one line of JSON.
 *
 * @param hash of the block, hexadecimal
 * @param keyId first 16 digits of the SHA-256 of the public key
 * @param signature Ed25519 over the hash, hexadecimal
 */
public record Head(long block, String hash, Instant sealedAt, String keyId, String signature) {
  private static final Pattern LINE =
      Pattern.compile(
          "\\s*\\{\"block\":(\\d{1,18}),\"hash\":\"([0-9a-f]{64})\",\"sealedAt\":\"([^\"]{1,40})\","
              + "\"key\":\"([0-9a-f]{16})\",\"signature\":\"([0-9a-f]{128})\"}\\s*");

  public String line() {
    return "{\"block\":%d,\"hash\":\"%s\",\"sealedAt\":\"%s\",\"key\":\"%s\",\"signature\":\"%s\"}"
        .formatted(block, hash, sealedAt, keyId, signature);
  }

  /** Reads a line that {@link #line} wrote; empty for any other. */
  static Optional<Head> parse(String line) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Head(
              Long.parseLong(matcher.group(1)),
              matcher.group(2),
              Instant.parse(matcher.group(3)),
              matcher.group(4),
              matcher.group(5)));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }
}
