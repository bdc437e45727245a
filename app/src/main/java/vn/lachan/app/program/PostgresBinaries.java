package vn.lachan.app.program;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks the PostgreSQL programs that travel with the program into its data folder, once. */
final class PostgresBinaries {
  private static final String MARK = "unpacked";

  private PostgresBinaries() {}

  /** Returns the folder that holds {@code bin/postgres}, unpacking it when it is not there yet. */
  static Path unpackedInto(Path folder) {
    if (Files.exists(folder.resolve(MARK))) {
      return folder;
    }
    String archive = "/postgres-linux-" + architecture() + ".txz";
    try (InputStream resource = PostgresBinaries.class.getResourceAsStream(archive)) {
      if (resource == null) {
        throw new OperatingException("No embedded PostgreSQL for this machine: " + archive);
      }
      unpack(resource, folder);
      Files.createFile(folder.resolve(MARK));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot unpack PostgreSQL into " + folder, e);
    }
  }

  private static String architecture() {
    return switch (System.getProperty("os.arch")) {
      case "amd64", "x86_64" -> "x86_64";
      case "aarch64", "arm64" -> "arm_64";
      default -> System.getProperty("os.arch");
    };
  }

  private static void unpack(InputStream resource, Path folder) throws IOException {
    Files.createDirectories(folder);
    try (var tar =
        new TarArchiveInputStream(
            new XZInputStream(new BufferedInputStream(resource, 1 << 16)), "UTF-8")) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(entry, tar, folder);
      }
    }
  }

  private static void unpack(TarArchiveEntry entry, TarArchiveInputStream tar, Path folder)
      throws IOException {
    Path target = folder.resolve(entry.getName()).normalize();
    if (!target.startsWith(folder)) {
      throw new IOException("Archive entry outside its folder: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.deleteIfExists(target);
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
    boolean executable = (entry.getMode() & 0b001_000_000) != 0;
    Files.setPosixFilePermissions(
        target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
  }
}
