package vn.lachan.app.places;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Keyring;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.kernel.Sealed;
import vn.lachan.app.places.sheet.SheetFile;

/**
 * Seals what stands in uploaded tables, under one key an import, and opens files for reading. Only
 * a few are open at a time, because an open one is in memory.
 */
@Component
class ImportVault {
  private static final int PART_BYTES = 1 << 20;
  private static final int OPEN_MOST = 3;

  private final Keyring keyring;
  private final ImportTable imports;
  private final ImportSettings settings;
  private final Semaphore openings = new Semaphore(OPEN_MOST);

  ImportVault(Keyring keyring, ImportTable imports, ImportSettings settings) {
    this.keyring = keyring;
    this.imports = imports;
    this.settings = settings;
  }

  /** Reads an open file. */
  @FunctionalInterface
  interface Reading<T> {
    T read(SheetFile file);
  }

  <T> T read(byte[] content, Reading<T> reading) {
    if (!openings.tryAcquire()) {
      throw new Refusal(Refusal.Kind.UNAVAILABLE, "places.import.refused.busy");
    }
    try {
      return reading.read(SheetFile.open(content, settings.limits()));
    } finally {
      openings.release();
    }
  }

  <T> T read(ImportTable.Stored stored, Reading<T> reading) {
    return read(content(stored), reading);
  }

  Sealed begin(UUID id, String fileName) {
    return keyring.seal(fileName, context(id));
  }

  void store(UUID id, byte[] key, byte[] content) {
    for (int from = 0, number = 0; from < content.length; from += PART_BYTES, number++) {
      byte[] part = Arrays.copyOfRange(content, from, Math.min(content.length, from + PART_BYTES));
      String text = Base64.getEncoder().encodeToString(part);
      imports.insertPart(id, number, keyring.sealWith(key, text, context(id)));
    }
  }

  String fileName(ImportTable.Stored stored) {
    return open(stored, stored.fileName());
  }

  byte[] seal(ImportTable.Stored stored, ImportCells cells) {
    return keyring.sealWith(stored.key(), cells.written(), context(stored.id()));
  }

  ImportCells cells(ImportTable.Stored stored, byte[] sealed) {
    return ImportCells.read(open(stored, sealed));
  }

  private byte[] content(ImportTable.Stored stored) {
    List<byte[]> parts = imports.parts(stored.id());
    if (parts.isEmpty()) {
      throw Refusal.conflict("places.import.refused.started");
    }
    var content = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      content.writeBytes(Base64.getDecoder().decode(open(stored, part)));
    }
    return content.toByteArray();
  }

  private String open(ImportTable.Stored stored, byte[] sealed) {
    return keyring.open(new Sealed(stored.key(), sealed), context(stored.id()));
  }

  private static String context(UUID id) {
    return "places.import/" + id;
  }
}
