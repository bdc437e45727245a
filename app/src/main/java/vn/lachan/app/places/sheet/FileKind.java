package vn.lachan.app.places.sheet;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import vn.lachan.app.kernel.Refusal;

/** What a file is by its first bytes; what cannot be read is refused with the way out. */
enum FileKind {
  XLSX,
  TEXT;

  private static final byte[] COMPOUND = {
    (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1
  };
  private static final int BEGINNING = 1_000;

  static FileKind of(byte[] content) {
    if (content.length == 0) {
      throw Refusal.invalid("places.import.refused.empty");
    }
    if (startsWith(content, COMPOUND)) {
      throw compound(content);
    }
    if (startsWith(content, new byte[] {'P', 'K', 3, 4})) {
      return XLSX;
    }
    String beginning =
        new String(content, 0, Math.min(content.length, BEGINNING), StandardCharsets.ISO_8859_1)
            .toLowerCase(Locale.ROOT)
            .strip();
    if (beginning.startsWith("%pdf") || beginning.startsWith("{\\rtf")) {
      throw Refusal.invalid("places.import.refused.no-table");
    }
    if (beginning.contains("<html") || beginning.contains("<?xml") || beginning.contains("<!doc")) {
      throw Refusal.invalid("places.import.refused.web-page");
    }
    return TEXT;
  }

  /** A compound file is an encrypted new one, or an old one. */
  private static Refusal compound(byte[] content) {
    String latin = new String(content, StandardCharsets.ISO_8859_1);
    if (latin.contains(wide("EncryptedPackage"))) {
      return Refusal.invalid("places.import.refused.password");
    }
    return latin.contains(wide("Workbook")) || latin.contains(wide("Book"))
        ? Refusal.invalid("places.import.refused.old-excel")
        : Refusal.invalid("places.import.refused.no-table");
  }

  /** As the directory of a compound file writes a name. */
  private static String wide(String name) {
    return new String(name.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
  }

  private static boolean startsWith(byte[] content, byte[] mark) {
    if (content.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if (content[i] != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
