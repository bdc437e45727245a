package vn.lachan.app.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.program.OperatingException;
import vn.lachan.app.program.PrivateFiles;

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

  private static final Pattern PRIVATE = Pattern.compile("codes-(\\d{1,6})\\.pem");
  private static final Pattern PUBLIC = Pattern.compile("codes-\\d{1,6}\\.public\\.pem");

  private final Path folder;
  private final Map<String, String> environment;
  private volatile @Nullable Known known;

  /** What was read last. */
  private record Known(CodeKey signing, Map<Integer, CodeKey> believed) {}

  CodeKeys(Path folder, Map<String, String> environment) {
    this.folder = folder;
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
      if (mayAddVersions() && versions().isEmpty()) {
        write();
      }
      read = read();
      known = read;
    }
    return read;
  }

  private void write() {
    PrivateFiles.createFolder(folder);
    NavigableMap<Integer, Path> versions = versions();
    int version = versions.isEmpty() ? 1 : versions.lastKey() + 1;
    CodeKey key = CodeKey.generate();
    PrivateFiles.write(folder.resolve("codes-" + version + ".public.pem"), key.publicText());
    PrivateFiles.write(folder.resolve("codes-" + version + ".pem"), key.pairText());
  }

  private Known read() {
    Map<Integer, CodeKey> believed = new HashMap<>();
    for (Path file : files(PUBLIC)) {
      CodeKey key = key(CodeKey::publicOnly, text(file), file.toString());
      believed.put(key.id(), key);
    }
    String text = environment.get(ENVIRONMENT);
    CodeKey signing =
        text == null
            ? key(CodeKey::pair, text(versions().lastEntry().getValue()), folder.toString())
            : key(CodeKey::pair, text, ENVIRONMENT);
    believed.put(signing.id(), signing);
    return new Known(signing, Map.copyOf(believed));
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

  private static CodeKey key(Function<String, CodeKey> reader, String text, String origin) {
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException e) {
      throw new OperatingException("No key of personal codes in " + origin, e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new OperatingException("Cannot read " + file, e);
    }
  }
}
