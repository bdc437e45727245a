package vn.lachan.app.places.sheet;

import java.nio.charset.StandardCharsets;

/**
 * Finds a declaration of a document type or an entity in bytes that come in pieces, in UTF-8 and in
 * UTF-16: zero bytes are passed over.
 */
final class DoctypeSearch {
  private static final byte[][] WORDS = {
    "<!doctype".getBytes(StandardCharsets.US_ASCII), "<!entity".getBytes(StandardCharsets.US_ASCII)
  };

  private final int[] matched = new int[WORDS.length];

  boolean finds(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      if (bytes[i] != 0 && completes(bytes[i])) {
        return true;
      }
    }
    return false;
  }

  private boolean completes(byte one) {
    boolean complete = false;
    byte small = one >= 'A' && one <= 'Z' ? (byte) (one + ('a' - 'A')) : one;
    for (int word = 0; word < WORDS.length; word++) {
      boolean fits = small == WORDS[word][matched[word]];
      matched[word] = fits ? matched[word] + 1 : small == '<' ? 1 : 0;
      if (matched[word] == WORDS[word].length) {
        matched[word] = 0;
        complete = true;
      }
    }
    return complete;
  }
}
