package vn.lachan.app.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.stream.Stream;

/** Files that only their owner may read: mode 600 in folders of mode 700. */
public final class PrivateFiles {
  private PrivateFiles() {}

  /** Makes the folder in which the file will lie. */
  public static void createFolderOf(Path file) {
    createFolder(Objects.requireNonNull(file.toAbsolutePath().getParent()));
  }

  public static void createFolder(Path folder) {
    try {
      Files.createDirectories(folder);
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot create " + folder, e);
    }
  }

  /** Makes the folder, and deletes what lies in it. */
  static void createEmptyFolder(Path folder) {
    createFolder(folder);
    try (Stream<Path> files = Files.list(folder)) {
      files.forEach(PrivateFiles::delete);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot empty " + folder, e);
    }
  }

  /** Writes whole or not at all: a reader never sees half a file. */
  public static void write(Path file, String content) {
    try {
      Path half =
          Files.createTempFile(
              Objects.requireNonNull(file.toAbsolutePath().getParent()),
              ".half-",
              "",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(half, content);
      Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }

  static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete " + file, e);
    }
  }
}
