package vn.lachan.app.kernel;

import java.util.Base64;

/** Blocks of PEM (RFC 7468): how keys lie in files that people copy. */
public final class Pem {
  private static final int LINE = 64;

  private Pem() {}

  public static String write(String name, byte[] encoded) {
    String body = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(encoded);
    return "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n".formatted(name, body);
  }

  /**
   * The first block of that name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static byte[] read(String text, String name) {
    String begin = "-----BEGIN " + name + "-----";
    int from = text.indexOf(begin);
    int to = text.indexOf("-----END " + name + "-----");
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("No " + name + " in the text");
    }
    return Base64.getMimeDecoder().decode(text.substring(from + begin.length(), to));
  }
}
