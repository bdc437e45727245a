package vn.lachan.app.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The versions of one key pair in the folder of keys: private files {@code name-1.pem}, {@code
 * name-2.pem} …, of which the highest is in use, and beside each its public half, {@code
 * name-1.public.pem}.
 */
public final class KeyPairFiles {
  private final Path folder;
  private final String name;
  private final Pattern pairs;
  private final Pattern publicHalves;

  public KeyPairFiles(Path folder, String name) {
    this.folder = folder;
    this.name = name;
    this.pairs = Pattern.compile(Pattern.quote(name) + "-(\\d{1,6})\\.pem");
    this.publicHalves = Pattern.compile(Pattern.quote(name) + "-\\d{1,6}\\.public\\.pem");
  }

  /** The file of the highest version. */
  public Optional<Path> newest() {
    return Optional.ofNullable(versions().lastEntry()).map(version -> version.getValue());
  }

  /** All of them, the oldest first. */
  public List<Path> pairs() {
    return List.copyOf(versions().values());
  }

  public List<Path> publicHalves() {
    return files(publicHalves);
  }

  /** Writes the next version, the public half first, so that a pair never lies without it. */
  public void add(String publicText, String pairText) {
    PrivateFiles.createFolder(folder);
    NavigableMap<Integer, Path> versions = versions();
    int version = versions.isEmpty() ? 1 : versions.lastKey() + 1;
    PrivateFiles.write(folder.resolve(name + "-" + version + ".public.pem"), publicText);
    PrivateFiles.write(folder.resolve(name + "-" + version + ".pem"), pairText);
  }

  /** Brings all versions into another folder of keys. */
  public void copyTo(Path other) {
    PrivateFiles.createFolder(other);
    Stream.concat(publicHalves().stream(), versions().values().stream())
        .forEach(file -> PrivateFiles.write(other.resolve(file.getFileName()), read(file)));
  }

  /**
   * The text of a key's file.
   *
   * @throws OperatingException if it cannot be read
   */
  public static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new OperatingException("Cannot read " + file, e);
    }
  }

  private NavigableMap<Integer, Path> versions() {
    var versions = new TreeMap<Integer, Path>();
    for (Path file : files(pairs)) {
      Matcher matcher = pairs.matcher(file.getFileName().toString());
      if (matcher.matches()) {
        versions.put(Integer.valueOf(matcher.group(1)), file);
      }
    }
    return versions;
  }

  private List<Path> files(Pattern pattern) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> pattern.matcher(file.getFileName().toString()).matches())
          .sorted(Comparator.naturalOrder())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + folder, e);
    }
  }
}
