package vn.lachan.app.audit;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.lachan.app.program.KeyPairFiles;
import vn.lachan.app.program.OperatingException;

/**
 * The versions of the key that signs blocks: private files {@code audit-1.pem}, {@code audit-2.pem}
 * … in the folder of keys, the highest signs; beside each its public half, {@code
 * audit-1.public.pem}, to be handed to auditors. The environment ({@code LACHAN_KEYS_AUDIT}, the
 * text of such a file) comes first, for copies of the program that share one database. The database
 * never sees a private half.
 */
final class SealingKeys {
  static final String ENVIRONMENT = "LACHAN_KEYS_AUDIT";

  private final KeyPairFiles files;
  private final Map<String, String> environment;

  SealingKeys(Path folder, Map<String, String> environment) {
    this.files = new KeyPairFiles(folder, "audit");
    this.environment = environment;
  }

  /** The key that signs now; made where there is none. */
  synchronized SealingKey signing() {
    String text = environment.get(ENVIRONMENT);
    if (text != null) {
      return pair(text, ENVIRONMENT);
    }
    return newest().orElseGet(this::newVersion);
  }

  /** Makes the next version, which signs from the next block on. */
  synchronized SealingKey newVersion() {
    SealingKey key = SealingKey.generate();
    files.add(key.publicText(), key.pairText());
    return key;
  }

  /** Every key whose signature is believed, by its id: the public halves that lie here. */
  Map<String, SealingKey> believed() {
    Map<String, SealingKey> keys = new TreeMap<>();
    for (Path file : files.publicHalves()) {
      SealingKey key = publicKey(KeyPairFiles.read(file), file.toString());
      keys.put(key.id(), key);
    }
    String text = environment.get(ENVIRONMENT);
    if (text != null) {
      SealingKey key = pair(text, ENVIRONMENT);
      keys.put(key.id(), key);
    }
    return keys;
  }

  /** The public key in a file that an auditor keeps. */
  static SealingKey publicKey(Path file) {
    return publicKey(KeyPairFiles.read(file), file.toString());
  }

  private Optional<SealingKey> newest() {
    return files.newest().map(file -> pair(KeyPairFiles.read(file), file.toString()));
  }

  private static SealingKey pair(String text, String origin) {
    try {
      return SealingKey.pair(text);
    } catch (IllegalArgumentException e) {
      throw new OperatingException("No key of the audit seal in " + origin, e);
    }
  }

  private static SealingKey publicKey(String text, String origin) {
    try {
      return SealingKey.publicOnly(text);
    } catch (IllegalArgumentException e) {
      throw new OperatingException("No public key of the audit seal in " + origin, e);
    }
  }
}
