package vn.lachan.app.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.lachan.app.program.OperatingException;
import vn.lachan.app.program.PrivateFiles;

/**
 * The versions of the key that signs blocks: private files {@code audit-1.pem}, {@code audit-2.pem}
 * … in the folder of keys, the highest signs; beside each its public half, {@code
 * audit-1.public.pem}, to be handed to auditors. The environment ({@code LACHAN_KEYS_AUDIT}, the
 * text of such a file) comes first, for copies of the program that share one database. The database
 * never sees a private half.
 */
final class SealingKeys {
  static final String ENVIRONMENT = "LACHAN_KEYS_AUDIT";

  private static final Pattern PRIVATE = Pattern.compile("audit-(\\d{1,6})\\.pem");
  private static final Pattern PUBLIC = Pattern.compile("audit-\\d{1,6}\\.public\\.pem");

  private final Path folder;
  private final Map<String, String> environment;

  SealingKeys(Path folder, Map<String, String> environment) {
    this.folder = folder;
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
    PrivateFiles.createFolder(folder);
    NavigableMap<Integer, Path> versions = versions();
    int version = versions.isEmpty() ? 1 : versions.lastKey() + 1;
    SealingKey key = SealingKey.generate();
    PrivateFiles.write(folder.resolve("audit-" + version + ".public.pem"), key.publicText());
    PrivateFiles.write(folder.resolve("audit-" + version + ".pem"), key.pairText());
    return key;
  }

  /** Every key whose signature is believed, by its id: the public halves that lie here. */
  Map<String, SealingKey> believed() {
    Map<String, SealingKey> keys = new TreeMap<>();
    for (Path file : files(PUBLIC)) {
      SealingKey key = publicKey(read(file), file.toString());
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
    return publicKey(read(file), file.toString());
  }

  private Optional<SealingKey> newest() {
    NavigableMap<Integer, Path> versions = versions();
    return versions.isEmpty()
        ? Optional.empty()
        : Optional.of(pair(read(versions.lastEntry().getValue()), versions.toString()));
  }

  private NavigableMap<Integer, Path> versions() {
    var versions = new TreeMap<Integer, Path>();
    for (Path file : files(PRIVATE)) {
      Matcher name = PRIVATE.matcher(file.getFileName().toString());
      if (name.matches()) {
        versions.put(Integer.valueOf(name.group(1)), file);
      }
    }
    return versions;
  }

  private List<Path> files(Pattern name) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return new ArrayList<>(
          files
              .filter(file -> name.matcher(file.getFileName().toString()).matches())
              .sorted(Comparator.naturalOrder())
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + folder, e);
    }
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

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new OperatingException("Cannot read " + file, e);
    }
  }
}
