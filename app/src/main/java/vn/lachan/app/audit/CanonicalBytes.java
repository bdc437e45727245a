package vn.lachan.app.audit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Puts values one after the other so that different values never give the same bytes: numbers big
 * endian in eight bytes, a text with its length before it, a value that may miss with a byte that
 * says whether it is there.
 */
final class CanonicalBytes {
  private static final HexFormat HEX = HexFormat.of();

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);

  static CanonicalBytes of(String purpose) {
    return new CanonicalBytes().text(purpose);
  }

  CanonicalBytes number(long value) {
    for (int shift = 56; shift >= 0; shift -= 8) {
      bytes.write((int) (value >>> shift));
    }
    return this;
  }

  CanonicalBytes text(String value) {
    byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
    number(encoded.length);
    bytes.writeBytes(encoded);
    return this;
  }

  CanonicalBytes numberOrNone(@Nullable Long value) {
    bytes.write(value == null ? 0 : 1);
    return value == null ? this : number(value);
  }

  CanonicalBytes textOrNone(@Nullable String value) {
    bytes.write(value == null ? 0 : 1);
    return value == null ? this : text(value);
  }

  CanonicalBytes hex(String value) {
    byte[] decoded = HEX.parseHex(value);
    number(decoded.length);
    bytes.writeBytes(decoded);
    return this;
  }

  /** The SHA-256 in lower-case hexadecimal digits. */
  String hash() {
    return HEX.formatHex(sha256().digest(bytes.toByteArray()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
