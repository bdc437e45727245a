package vn.lachan.app.program.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import vn.lachan.app.kernel.Keyring;
import vn.lachan.app.program.DatabaseAccess;
import vn.lachan.app.program.EmbeddedDatabase;
import vn.lachan.app.program.KeyFiles;
import vn.lachan.app.program.KeyPairFiles;
import vn.lachan.app.program.LocalCluster;
import vn.lachan.app.program.PrivateFiles;

/**
 * Puts a backup into an empty data folder, rolls the database forward to the moment at which the
 * backup ended, and looks at what is there. Nothing is written before the whole backup was read and
 * found to be whole; what a failed restore began is taken away again.
 */
final class ClusterRestore {
  private static final double SPARE_ROOM = 1.1;

  private final BackupFolder source;
  private final Path data;

  ClusterRestore(BackupFolder source, Path data) {
    this.source = source;
    this.data = data;
  }

  /** Rows a table, as counted in the restored database. */
  record Outcome(BackupManifest manifest, Map<String, Long> rows) {}

  Outcome restore(@Nullable Path keysFolder, Progress reading, Progress writing)
      throws IOException, SQLException {
    refuseOccupied();
    BackupManifest manifest = source.readManifest();
    BackupFitness.refuseUnfit(manifest);
    Keyring keyring = keys(manifest, keysFolder);
    if (manifest.sealed() && !source.isSealed()) {
      throw Words.refusal("sealed");
    }
    BackupCheck.check(source, reading);
    PrivateFiles.createFolder(data);
    refuseTooLittleRoom(manifest);
    boolean finished = false;
    try {
      storeKeys(keyring, keysFolder);
      writeCluster(manifest, writing);
      Map<String, Long> rows = rollForward(manifest);
      finished = true;
      return new Outcome(manifest, rows);
    } finally {
      if (!finished) {
        FileSystemUtils.deleteRecursively(data.resolve("postgres"));
        FileSystemUtils.deleteRecursively(data.resolve("keys"));
        Files.deleteIfExists(data.resolve("lock"));
      }
    }
  }

  /** With those that sign codes: a badge printed before the loss stays good. */
  private void storeKeys(Keyring keyring, @Nullable Path from) {
    Path keys = data.resolve("keys");
    KeyFiles.store(keyring, keys);
    if (from != null) {
      new KeyPairFiles(from, "codes").copyTo(keys);
    }
  }

  private void refuseOccupied() {
    if (Files.exists(data) && !BackupFolder.isEmpty(data)) {
      throw Words.refusal("data-not-empty", data);
    }
  }

  /** The keys lie elsewhere, never in a backup. */
  private static Keyring keys(BackupManifest manifest, @Nullable Path folder) {
    String needed = MasterVersions.text(manifest.masterVersions());
    if (folder != null && !Files.isDirectory(folder)) {
      throw Words.refusal("no-keys", needed);
    }
    Path nowhere = Path.of("");
    Keyring keyring = KeyFiles.readIfPresent(folder == null ? nowhere : folder, System.getenv());
    if (keyring == null) {
      throw Words.refusal("no-keys", needed);
    }
    Set<Integer> missing = new TreeSet<>(manifest.masterVersions());
    missing.removeAll(keyring.masterVersions());
    if (!missing.isEmpty()) {
      throw Words.refusal(
          "other-keys",
          MasterVersions.text(missing),
          MasterVersions.text(new TreeSet<>(keyring.masterVersions())));
    }
    return keyring;
  }

  private void refuseTooLittleRoom(BackupManifest manifest) throws IOException {
    long free = Files.getFileStore(data).getUsableSpace();
    if (free < manifest.bytes() * SPARE_ROOM) {
      throw Words.refusal("no-room", Sizes.text(manifest.bytes()), Sizes.text(free));
    }
  }

  private void writeCluster(BackupManifest manifest, Progress progress) throws IOException {
    Path cluster = new LocalCluster(data).files();
    PrivateFiles.createFolder(data.resolve("postgres"));
    PrivateFiles.createFolder(cluster);
    for (String folder : manifest.folders()) {
      PrivateFiles.createFolder(within(cluster, folder));
    }
    long done = 0;
    for (BackupManifest.StoredFile file : manifest.files()) {
      writeFile(manifest, file, within(cluster, file.path()));
      done += file.bytes();
      progress.at(done, manifest.bytes());
    }
    DiskWrites.force(manifest.files().stream().map(file -> within(cluster, file.path())).toList());
  }

  private void writeFile(BackupManifest manifest, BackupManifest.StoredFile file, Path target)
      throws IOException {
    long bytes;
    try (InputStream content = source.read(manifest.id(), file.path());
        FileChannel channel =
            FileChannel.open(
                target,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(
                    PosixFilePermissions.fromString("rw-------")))) {
      bytes = content.transferTo(Channels.newOutputStream(channel));
    }
    if (bytes != file.bytes()) {
      throw Words.refusal("damaged", BackupFolder.name(file.path(), manifest.sealed()));
    }
  }

  /** A manifest that names a file outside the cluster is no manifest of ours. */
  private static Path within(Path cluster, String name) {
    Path file = cluster.resolve(name).normalize();
    if (!file.startsWith(cluster)) {
      throw Words.refusal("damaged", BackupFolder.MANIFEST);
    }
    return file;
  }

  private Map<String, Long> rollForward(BackupManifest manifest) throws SQLException {
    var cluster = new LocalCluster(data);
    cluster.takeOver();
    try (LocalCluster.Held held = cluster.hold();
        Connection connection = cluster.connect(EmbeddedDatabase.DATABASE)) {
      var session = new BackupSession(connection);
      if (!session.system().equals(manifest.system())
          || !session.migrations().equals(manifest.migrations())) {
        throw Words.refusal("not-that-database");
      }
      validateSchema(held.database().access());
      Map<String, Long> rows = session.rows();
      if (!rows.keySet().containsAll(manifest.rows().keySet())) {
        throw Words.refusal("not-that-database");
      }
      return rows;
    }
  }

  private static void validateSchema(DatabaseAccess access) {
    try {
      Flyway.configure()
          .dataSource(access.url(), access.migrate().user(), access.migrate().password())
          .schemas("public")
          .table("migration")
          .outOfOrder(true)
          .ignoreMigrationPatterns("*:pending", "repeatable:*")
          .locations("classpath:db/migration")
          .load()
          .validate();
    } catch (FlywayValidateException e) {
      throw Words.refusal("schema-differs", String.valueOf(e.getMessage()));
    }
  }
}
