package vn.lachan.app.places.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import vn.lachan.app.kernel.Refusal;

/**
 * Looks at every part of an XLSX file before its reader does: how many there are, how large they
 * really are unpacked (sizes that a file states are not believed), and that none declares a
 * document type, by which XML can grow or read other files. Each sheet is then walked once.
 */
final class XlsxCheck {
  /** Below this size no ratio is suspicious: an empty sheet packs very well. */
  private static final long RATIO_FREE_BYTES = 1 << 20;

  /** What a reader holds in memory whole. */
  private static final long STRINGS_BYTES_MOST = 32L << 20;

  private static final int BUFFER_BYTES = 1 << 16;
  private static final String WORKBOOK = "xl/workbook.xml";
  private static final String STRINGS = "xl/sharedstrings.xml";
  private static final String STYLES = "xl/styles.xml";
  private static final String SHEETS = "xl/worksheets/";

  private final SheetLimits limits;
  private final Map<String, SheetWalk> walks = new HashMap<>();
  private long inflated;
  private boolean styled;

  /**
   * What a sound file holds.
   *
   * @param walks what each sheet holds, by the name of its part in small letters
   * @param styled whether cells have formats, which not every program writes
   */
  record Found(Map<String, SheetWalk> walks, boolean styled) {}

  private XlsxCheck(SheetLimits limits) {
    this.limits = limits;
  }

  static Found check(byte[] content, SheetLimits limits) {
    var check = new XlsxCheck(limits);
    try (ZipFile zip = ZipFile.builder().setByteArray(content).get()) {
      check.walk(zip);
    } catch (ZipException damaged) {
      throw Refusal.invalid("places.import.refused.damaged");
    } catch (IOException damaged) {
      throw Refusal.invalid("places.import.refused.damaged");
    }
    return new Found(check.walks, check.styled);
  }

  private void walk(ZipFile zip) throws IOException {
    List<ZipArchiveEntry> entries = new ArrayList<>();
    for (Enumeration<ZipArchiveEntry> all = zip.getEntries(); all.hasMoreElements(); ) {
      entries.add(all.nextElement());
      if (entries.size() > limits.entries()) {
        throw Refusal.invalid("places.import.refused.entries", limits.entries());
      }
    }
    if (entries.stream().noneMatch(entry -> name(entry).equals(WORKBOOK))) {
      throw Refusal.invalid("places.import.refused.no-workbook");
    }
    for (ZipArchiveEntry entry : entries) {
      if (!zip.canReadEntryData(entry)) {
        throw Refusal.invalid("places.import.refused.password");
      }
      measure(zip, entry);
      styled |= name(entry).equals(STYLES);
    }
    for (ZipArchiveEntry entry : entries) {
      if (name(entry).startsWith(SHEETS) && name(entry).endsWith(".xml")) {
        try (InputStream part = zip.getInputStream(entry)) {
          walks.put(name(entry), SheetWalk.of(part, limits));
        }
      }
    }
  }

  private void measure(ZipFile zip, ZipArchiveEntry entry) throws IOException {
    boolean markup = name(entry).endsWith(".xml") || name(entry).endsWith(".rels");
    var search = new DoctypeSearch();
    var buffer = new byte[BUFFER_BYTES];
    long size = 0;
    try (InputStream part = zip.getInputStream(entry)) {
      int read = part.read(buffer);
      while (read >= 0) {
        size += read;
        inflated += read;
        refuseBomb(entry, size);
        if (markup && search.finds(buffer, read)) {
          throw Refusal.invalid("places.import.refused.doctype");
        }
        read = part.read(buffer);
      }
    }
  }

  private void refuseBomb(ZipArchiveEntry entry, long size) {
    long packed = Math.max(1, entry.getCompressedSize());
    boolean suspicious = size > RATIO_FREE_BYTES && size / packed > limits.ratio();
    boolean strings = name(entry).equals(STRINGS) && size > STRINGS_BYTES_MOST;
    if (suspicious || strings || inflated > limits.inflatedBytes()) {
      throw Refusal.invalid("places.import.refused.inflated", limits.inflatedBytes() >> 20);
    }
  }

  static String name(ZipArchiveEntry entry) {
    return entry.getName().toLowerCase(Locale.ROOT).replace('\\', '/');
  }
}
