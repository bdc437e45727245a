package vn.lachan.app.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import vn.lachan.app.program.OperatingException;

/** A file outside the database to which heads are appended, one line each. */
final class HeadFile {
  private static final String NAME = "audit-heads.jsonl";

  private final Path file;

  HeadFile(Path file) {
    this.file = file;
  }

  /** The file that the setting names; without one, that of the data folder. */
  static HeadFile of(String setting, Path dataFolder) {
    if (setting.isBlank()) {
      return new HeadFile(dataFolder.resolve("audit").resolve("heads.jsonl"));
    }
    Path path = Path.of(setting);
    boolean folder = setting.endsWith("/") || Files.isDirectory(path);
    return new HeadFile(folder ? path.resolve(NAME) : path);
  }

  Path path() {
    return file;
  }

  boolean exists() {
    return Files.isRegularFile(file);
  }

  void append(Head head) {
    try {
      Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
      Files.writeString(
          file,
          head.line() + "\n",
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND,
          StandardOpenOption.SYNC);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot append to " + file, e);
    }
  }

  /**
   * Every head in the file, in its order.
   *
   * @throws OperatingException when the file cannot be read, or holds a line that is no head
   */
  List<Head> read() {
    List<Head> heads = new ArrayList<>();
    try {
      int number = 0;
      for (String line : Files.readAllLines(file)) {
        number++;
        if (!line.isBlank()) {
          heads.add(headIn(line, number));
        }
      }
    } catch (IOException e) {
      throw new OperatingException("Cannot read " + file, e);
    }
    return heads;
  }

  private Head headIn(String line, int number) {
    return Head.parse(line)
        .orElseThrow(() -> new OperatingException("%s, line %d: no head".formatted(file, number)));
  }
}
