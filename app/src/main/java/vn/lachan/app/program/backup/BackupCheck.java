package vn.lachan.app.program.backup;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads a whole backup and compares each file with the manifest. */
final class BackupCheck {
  private BackupCheck() {}

  /**
   * Returns the manifest of a backup that is whole.
   *
   * @throws Words.BackupRefusal naming the first file that is missing or differs
   */
  static BackupManifest check(BackupFolder folder, Progress progress) throws IOException {
    BackupManifest manifest = folder.readManifest();
    if (manifest.format() > BackupManifest.FORMAT) {
      throw Words.refusal("newer-format", manifest.program());
    }
    long done = 0;
    for (BackupManifest.StoredFile file : manifest.files()) {
      String name = BackupFolder.name(file.path(), manifest.sealed());
      String hash = folder.hash(name);
      if (hash == null) {
        throw Words.refusal("missing", name);
      }
      if (!hash.equals(file.sha256())) {
        throw Words.refusal("damaged", name);
      }
      done += file.storedBytes();
      progress.at(done, manifest.storedBytes());
    }
    refuseMissingParts(manifest);
    return manifest;
  }

  private static void refuseMissingParts(BackupManifest manifest) {
    Set<String> needed = new TreeSet<>(Set.of("PG_VERSION", "backup_label", ClusterFiles.CONTROL));
    needed.removeAll(
        manifest.files().stream().map(BackupManifest.StoredFile::path).collect(Collectors.toSet()));
    if (!needed.isEmpty()) {
      throw Words.refusal("missing", String.join(", ", needed));
    }
  }
}
