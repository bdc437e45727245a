package vn.lachan.engine.scan;

import java.util.Arrays;

/**
 * Bytes as the 45 characters that a QR code packs densest (RFC 9285): two bytes are three
 * characters, a last single byte is two. Reading is strict, so that one content has one spelling;
 * only small letters, which the alphabet does not have, are taken as capitals, for a reader whose
 * keyboard has them locked.
 */
final class Base45 {
  private static final String SYMBOLS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
  private static final int BASE = 45;
  private static final int SQUARE = BASE * BASE;
  private static final int PAIR_MOST = 0xFFFF;
  private static final int BYTE_MOST = 0xFF;

  private Base45() {}

  static String write(byte[] bytes) {
    StringBuilder text = new StringBuilder(bytes.length * 3 / 2 + 1);
    for (int index = 0; index < bytes.length; index += 2) {
      boolean single = index + 1 == bytes.length;
      int value = bytes[index] & BYTE_MOST;
      if (!single) {
        value = value << 8 | (bytes[index + 1] & BYTE_MOST);
      }
      text.append(SYMBOLS.charAt(value % BASE)).append(SYMBOLS.charAt(value / BASE % BASE));
      if (!single) {
        text.append(SYMBOLS.charAt(value / SQUARE));
      }
    }
    return text.toString();
  }

  /** The bytes, or the refusal that names the first wrong character, counted from 1. */
  static Reading<byte[]> read(String text) {
    int groups = text.length() / 3;
    int rest = text.length() % 3;
    byte[] bytes = new byte[2 * groups + 1];
    int length = 0;
    for (int from = 0; from < text.length(); from += 3) {
      int size = Math.min(3, text.length() - from);
      int value = 0;
      for (int index = from + size - 1; index >= from; index--) {
        int symbol = valueOf(text.charAt(index));
        if (symbol < 0) {
          return Reading.refuse(RefusalCode.SIGNED_CODE_CHARACTER_ILLEGAL, index + 1);
        }
        value = value * BASE + symbol;
      }
      if (value > (size == 3 ? PAIR_MOST : BYTE_MOST)) {
        return Reading.refuse(RefusalCode.SIGNED_CODE_DAMAGED);
      }
      if (size == 3) {
        bytes[length++] = (byte) (value >>> 8);
      }
      bytes[length++] = (byte) value;
    }
    return rest == 1
        ? Reading.refuse(RefusalCode.SIGNED_CODE_DAMAGED)
        : new Reading.Accepted<>(Arrays.copyOf(bytes, length));
  }

  private static int valueOf(char character) {
    return SYMBOLS.indexOf(TextCleaning.upperAscii(character));
  }
}
