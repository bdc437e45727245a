package vn.lachan.engine.scan;

import org.jspecify.annotations.Nullable;

/**
 * Strict UTF-8 of up to three bytes a character, which is all that names are written with. Written
 * out because the JDK's decoder replaces what is wrong instead of refusing it, and its strict form
 * is heavy in the browser.
 */
final class Utf8 {
  private static final int TWO_BYTES_FROM = 0x80;
  private static final int THREE_BYTES_FROM = 0x800;

  private Utf8() {}

  /** The text, or null where a byte is wrong, a form is overlong, or a surrogate stands alone. */
  static @Nullable String read(byte[] bytes) {
    StringBuilder text = new StringBuilder(bytes.length);
    int index = 0;
    while (index < bytes.length) {
      int lead = bytes[index] & 0xFF;
      int more = lead < 0x80 ? 0 : lead >>> 5 == 0b110 ? 1 : lead >>> 4 == 0b1110 ? 2 : -1;
      if (more < 0 || index + more >= bytes.length) {
        return null;
      }
      int value = more == 0 ? lead : lead & (0x3F >>> more);
      for (int step = 1; step <= more; step++) {
        int next = bytes[index + step] & 0xFF;
        if (next >>> 6 != 0b10) {
          return null;
        }
        value = value << 6 | (next & 0x3F);
      }
      int least = more == 0 ? 0 : more == 1 ? TWO_BYTES_FROM : THREE_BYTES_FROM;
      if (value < least || Character.isSurrogate((char) value)) {
        return null;
      }
      text.append((char) value);
      index += more + 1;
    }
    return text.toString();
  }
}
