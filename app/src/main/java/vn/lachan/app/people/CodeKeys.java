package vn.lachan.app.people;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.program.KeyPairFiles;
import vn.lachan.app.program.OperatingException;

/**
 * The versions of the key that signs personal codes: private files {@code codes-1.pem}, {@code
 * codes-2.pem} … in the folder of keys, the highest signs; beside each its public half, {@code
 * codes-1.public.pem}. A signature is believed only by a public half that lies here: removing one
 * turns away everything that it signed. The environment ({@code LACHAN_KEYS_CODES}, the text of
 * such a file) comes first, for copies of the program that share one database; it signs then, and
 * files are only believed.
 */
final class CodeKeys {
  static final String ENVIRONMENT = "LACHAN_KEYS_CODES";

  private final Path folder;
  private final KeyPairFiles files;
  private final Map<String, String> environment;
  private volatile @Nullable Known known;

  /** What was read last. */
  private record Known(CodeKey signing, Map<Integer, CodeKey> believed) {}

  CodeKeys(Path folder, Map<String, String> environment) {
    this.folder = folder;
    this.files = new KeyPairFiles(folder, "codes");
    this.environment = environment;
  }

  /** The key that signs now; made where there is none. */
  CodeKey signing() {
    return known().signing();
  }

  /** The key of this id, if its signatures are believed here. */
  Optional<CodeKey> believed(int id) {
    return Optional.ofNullable(known().believed().get(id));
  }

  List<CodeKey> believed() {
    return List.copyOf(known().believed().values());
  }

  /** Whether there is a key already, here or in the environment. */
  boolean areThere() {
    return !mayAddVersions() || files.newest().isPresent();
  }

  /** Whether a version can be added here, or only where the keys come from. */
  boolean mayAddVersions() {
    return !environment.containsKey(ENVIRONMENT);
  }

  /** Makes the next version, which signs from now on. */
  synchronized CodeKey newVersion() {
    if (!mayAddVersions()) {
      throw new IllegalStateException("These keys are kept elsewhere");
    }
    write();
    known = read();
    return known().signing();
  }

  private Known known() {
    Known read = known;
    return read == null ? readOnce() : read;
  }

  private synchronized Known readOnce() {
    Known read = known;
    if (read == null) {
      if (mayAddVersions() && files.newest().isEmpty()) {
        write();
      }
      read = read();
      known = read;
    }
    return read;
  }

  private void write() {
    CodeKey key = CodeKey.generate();
    files.add(key.publicText(), key.pairText());
  }

  private Known read() {
    Map<Integer, CodeKey> believed = new HashMap<>();
    for (Path file : files.publicHalves()) {
      CodeKey key = key(CodeKey::publicOnly, KeyPairFiles.read(file), file.toString());
      believed.put(key.id(), key);
    }
    String text = environment.get(ENVIRONMENT);
    CodeKey signing =
        text == null
            ? key(CodeKey::pair, KeyPairFiles.read(files.newest().orElseThrow()), folder.toString())
            : key(CodeKey::pair, text, ENVIRONMENT);
    believed.put(signing.id(), signing);
    return new Known(signing, Map.copyOf(believed));
  }

  private static CodeKey key(Function<String, CodeKey> reader, String text, String origin) {
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException e) {
      throw new OperatingException("No key of personal codes in " + origin, e);
    }
  }
}
