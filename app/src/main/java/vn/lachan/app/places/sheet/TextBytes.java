package vn.lachan.app.places.sheet;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import vn.lachan.app.kernel.Refusal;

/**
 * Turns the bytes of a text file into characters: by its mark where it has one, as UTF-8 where that
 * is without error, otherwise as Windows-1258 or as Latin-1 (which TCVN3 and VNI look like),
 * whichever makes more Vietnamese words.
 *
 * @param note the code of what was recognised; empty for UTF-8
 */
record TextBytes(String text, String note) {
  private static final Charset WINDOWS_1258 = Charset.forName("windows-1258");
  private static final int SAMPLE_BYTES = 200_000;

  static TextBytes read(byte[] content) {
    if (startsWith(content, 0xef, 0xbb, 0xbf)) {
      return new TextBytes(marked(content, 3, StandardCharsets.UTF_8), "");
    }
    if (startsWith(content, 0xff, 0xfe)) {
      return new TextBytes(marked(content, 2, StandardCharsets.UTF_16LE), "utf-16");
    }
    if (startsWith(content, 0xfe, 0xff)) {
      return new TextBytes(marked(content, 2, StandardCharsets.UTF_16BE), "utf-16");
    }
    if (hasZero(content)) {
      throw Refusal.invalid("places.import.refused.no-table");
    }
    try {
      return new TextBytes(strict(content, 0, StandardCharsets.UTF_8), "");
    } catch (CharacterCodingException otherEncoding) {
      return eightBits(content);
    }
  }

  private static TextBytes eightBits(byte[] content) {
    int length = Math.min(content.length, SAMPLE_BYTES);
    var guess = new ScriptGuess();
    String latin = new String(content, 0, length, StandardCharsets.ISO_8859_1);
    guess.add(latin);
    int fitting = Spelling.of(guess.script().read(latin)).fitting();
    Spelling.Score windows = Spelling.of(composed(new String(content, 0, length, WINDOWS_1258)));
    return windows.isConvincing() && windows.fitting() > fitting
        ? new TextBytes(composed(new String(content, WINDOWS_1258)), "windows-1258")
        : new TextBytes(new String(content, StandardCharsets.ISO_8859_1), "");
  }

  private static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  private static String marked(byte[] content, int from, Charset charset) {
    try {
      return strict(content, from, charset);
    } catch (CharacterCodingException broken) {
      throw Refusal.invalid("places.import.refused.broken-text", charset.name());
    }
  }

  private static String strict(byte[] content, int from, Charset charset)
      throws CharacterCodingException {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(content, from, content.length - from))
        .toString();
  }

  private static boolean startsWith(byte[] content, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= content.length || (content[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasZero(byte[] content) {
    for (byte one : content) {
      if (one == 0) {
        return true;
      }
    }
    return false;
  }
}
