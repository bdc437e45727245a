package vn.lachan.app.paper;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import vn.lachan.app.kernel.Refusal;

/**
 * What the bytes of a picture say of themselves, whatever its name says: PNG or JPEG, still, and
 * complete. Read by hand, a few bounded steps, before any decoder sees them.
 *
 * @param format by ImageIO's name
 * @param orientation 1 to 8 as Exif says; 1 where it says nothing
 */
record PhotoBytes(String format, int orientation) {
  private static final long PNG = 0x89504E470D0A1A0AL;
  private static final int MARKER = 0xFF;
  private static final int END_OF_IMAGE = 0xD9;
  private static final int START_OF_SCAN = 0xDA;
  private static final int EXIF = 0xE1;
  private static final int ORIENTATION = 0x0112;
  private static final int CHUNKS_MOST = 100_000;
  private static final int TRAILING_MOST = 4_096;

  static PhotoBytes of(byte[] file) {
    if (file.length > 8 && ByteBuffer.wrap(file).getLong() == PNG) {
      checkPng(ByteBuffer.wrap(file));
      return new PhotoBytes("png", 1);
    }
    boolean jpeg =
        file.length > 3
            && (file[0] & MARKER) == MARKER
            && (file[1] & MARKER) == 0xD8
            && (file[2] & MARKER) == MARKER;
    if (!jpeg) {
      throw Refusal.invalid(
          isAnimation(file) ? "paper.photo.refused.animated" : "paper.photo.refused.type");
    }
    if (!hasEnd(file)) {
      throw Refusal.invalid("paper.photo.refused.truncated");
    }
    return new PhotoBytes("jpeg", orientation(ByteBuffer.wrap(file)));
  }

  /** GIF, and WebP, which may move; neither is taken. */
  private static boolean isAnimation(byte[] file) {
    String head = new String(file, 0, Math.min(file.length, 12), StandardCharsets.ISO_8859_1);
    return head.startsWith("GIF8") || (head.startsWith("RIFF") && head.endsWith("WEBP"));
  }

  /** Chunk by chunk to IEND; acTL is an animation (PNG, third edition). */
  private static void checkPng(ByteBuffer file) {
    file.position(8);
    for (int chunk = 0; chunk < CHUNKS_MOST && file.remaining() >= 12; chunk++) {
      long length = file.getInt() & 0xFFFFFFFFL;
      byte[] type = new byte[4];
      file.get(type);
      String name = new String(type, StandardCharsets.ISO_8859_1);
      if (name.equals("acTL")) {
        throw Refusal.invalid("paper.photo.refused.animated");
      }
      if (name.equals("IEND")) {
        return;
      }
      if (length + 4 > file.remaining()) {
        break;
      }
      file.position(file.position() + (int) length + 4);
    }
    throw Refusal.invalid("paper.photo.refused.truncated");
  }

  /** Phones write a few bytes after the end. */
  private static boolean hasEnd(byte[] file) {
    int last = Math.max(2, file.length - TRAILING_MOST);
    for (int at = file.length - 2; at >= last; at--) {
      if ((file[at] & MARKER) == MARKER && (file[at + 1] & MARKER) == END_OF_IMAGE) {
        return true;
      }
    }
    return false;
  }

  private static int orientation(ByteBuffer file) {
    int at = 2;
    while (at + 4 <= file.limit() && (file.get(at) & MARKER) == MARKER) {
      int marker = file.get(at + 1) & MARKER;
      int length = file.getShort(at + 2) & 0xFFFF;
      if (marker == START_OF_SCAN || length < 2) {
        return 1;
      }
      if (marker == EXIF && length >= 16 && at + 2 + length <= file.limit()) {
        return exif(file.slice(at + 4, length - 2));
      }
      at += 2 + length;
    }
    return 1;
  }

  /** "Exif", two zeros, then a TIFF header and its first directory. */
  private static int exif(ByteBuffer segment) {
    boolean named = segment.getInt(0) == 0x45786966;
    if (!named || segment.limit() < 20) {
      return 1;
    }
    ByteBuffer tiff = segment.slice(6, segment.limit() - 6);
    tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    if (directory < 8 || directory > tiff.limit() - 2) {
      return 1;
    }
    int entries = tiff.getShort(directory) & 0xFFFF;
    for (int entry = 0; entry < entries; entry++) {
      int at = directory + 2 + entry * 12;
      if (at + 12 > tiff.limit()) {
        return 1;
      }
      if ((tiff.getShort(at) & 0xFFFF) == ORIENTATION) {
        int value = tiff.getShort(at + 8) & 0xFFFF;
        return value >= 1 && value <= 8 ? value : 1;
      }
    }
    return 1;
  }
}
