package vn.lachan.app.program.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import vn.lachan.app.program.PrivateFiles;

/**
 * The folder of one backup: {@code files/} with each file of the cluster, compressed and perhaps
 * sealed, and the manifest beside it, written last: a folder without one is no backup.
 */
final class BackupFolder {
  static final String MANIFEST = "manifest.json";
  private static final String MANIFEST_HASH = "manifest.sha256";
  private static final String MANIFEST_SEALED = "manifest.sealed";
  private static final int BUFFER = 1 << 16;

  private final Path folder;
  private final @Nullable BackupCipher cipher;

  BackupFolder(Path folder, @Nullable BackupCipher cipher) {
    this.folder = folder;
    this.cipher = cipher;
  }

  /** Makes the folder for a new backup; one that holds something is refused. */
  static BackupFolder begin(Path folder, @Nullable BackupCipher cipher) {
    if (Files.exists(folder) && !isEmpty(folder)) {
      throw Words.refusal("target-not-empty", folder);
    }
    PrivateFiles.createFolder(folder);
    PrivateFiles.createFolder(folder.resolve("files"));
    return new BackupFolder(folder, cipher);
  }

  /** Whether the folder holds a backup that was finished. */
  static boolean isWhole(Path folder) {
    return Files.isRegularFile(folder.resolve(MANIFEST));
  }

  static boolean isEmpty(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + folder, e);
    }
  }

  /** Takes away what an interrupted backup left. */
  void discard() throws IOException {
    FileSystemUtils.deleteRecursively(folder);
  }

  boolean isSealed() {
    return cipher != null;
  }

  /** How a file of the cluster is called in the backup. */
  static String name(String path, boolean sealed) {
    return "files/" + path + (sealed ? ".gz.sealed" : ".gz");
  }

  /** Stores one file from a stream; {@link #force} brings it onto the disk. */
  BackupManifest.StoredFile store(String backup, String path, InputStream source)
      throws IOException {
    Path target = folder.resolve(name(path, isSealed()));
    createParent(target);
    MessageDigest digest = sha256();
    long bytes;
    try (FileChannel channel = newFile(target)) {
      OutputStream raw =
          new LeftOpen(new DigestOutputStream(Channels.newOutputStream(channel), digest));
      try (var zipped = new Zipped(cipher == null ? raw : cipher.seal(raw, backup, path))) {
        bytes = source.transferTo(zipped);
      }
    }
    return new BackupManifest.StoredFile(
        path, bytes, Files.size(target), HexFormat.of().formatHex(digest.digest()));
  }

  /** Waits until all stored files are on the disk: many at once, so that the disk can join them. */
  void force(List<BackupManifest.StoredFile> files) throws IOException {
    List<Path> stored =
        files.stream().map(file -> folder.resolve(name(file.path(), isSealed()))).toList();
    DiskWrites.force(stored);
  }

  /** Reads one file back as it was in the cluster. */
  InputStream read(String backup, String path) throws IOException {
    InputStream stored = Files.newInputStream(folder.resolve(name(path, isSealed())));
    InputStream opened = cipher == null ? stored : cipher.open(stored, backup, path);
    return new GZIPInputStream(opened, BUFFER);
  }

  /** The hash of a stored file, or null where it is not there. */
  @Nullable String hash(String name) throws IOException {
    Path file = folder.resolve(name);
    if (!Files.isRegularFile(file)) {
      return null;
    }
    MessageDigest digest = sha256();
    try (InputStream stream = new DigestInputStream(Files.newInputStream(file), digest)) {
      stream.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  void writeManifest(BackupManifest manifest) throws IOException {
    byte[] json = manifest.toJson();
    if (cipher != null) {
      try (var out =
          cipher.seal(
              Channels.newOutputStream(newFile(folder.resolve(MANIFEST_SEALED))),
              manifest.id(),
              MANIFEST)) {
        out.write(json);
      }
    }
    PrivateFiles.write(folder.resolve(MANIFEST_HASH), hex(json) + "  " + MANIFEST + "\n");
    try (FileChannel channel = newFile(folder.resolve(MANIFEST))) {
      Channels.newOutputStream(channel).write(json);
      channel.force(true);
    }
  }

  /** The manifest, checked against its hash and, where the backup is sealed, its sealed copy. */
  BackupManifest readManifest() {
    Path file = folder.resolve(MANIFEST);
    if (!Files.isRegularFile(file)) {
      throw Words.refusal("no-backup", folder);
    }
    try {
      byte[] json = Files.readAllBytes(file);
      Path hash = folder.resolve(MANIFEST_HASH);
      if (!Files.exists(hash) || !Files.readString(hash).startsWith(hex(json))) {
        throw Words.refusal("damaged", MANIFEST);
      }
      BackupManifest manifest = BackupManifest.fromJson(json);
      if (cipher != null && manifest.sealed()) {
        checkSealedCopy(manifest, json, cipher);
      }
      return manifest;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  private void checkSealedCopy(BackupManifest manifest, byte[] json, BackupCipher key) {
    try (InputStream sealed =
        key.open(Files.newInputStream(folder.resolve(MANIFEST_SEALED)), manifest.id(), MANIFEST)) {
      if (!Arrays.equals(json, sealed.readAllBytes())) {
        throw Words.refusal("damaged", MANIFEST_SEALED);
      }
    } catch (IOException e) {
      throw Words.refusal("wrong-key");
    }
  }

  private static void createParent(Path target) throws IOException {
    Files.createDirectories(
        Objects.requireNonNull(target.getParent()),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }

  private static FileChannel newFile(Path file) throws IOException {
    return FileChannel.open(
        file,
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(sha256().digest(bytes));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Closing it writes what is left and keeps the file open, to be forced onto the disk. */
  private static final class LeftOpen extends BufferedOutputStream {
    LeftOpen(OutputStream target) {
      super(target, BUFFER);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }

  /** Fast rather than small: the copy must not outlast the night. */
  private static final class Zipped extends GZIPOutputStream {
    Zipped(OutputStream target) throws IOException {
      super(target, BUFFER);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
