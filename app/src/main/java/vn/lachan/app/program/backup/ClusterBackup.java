package vn.lachan.app.program.backup;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import vn.lachan.app.program.EmbeddedDatabase;
import vn.lachan.app.program.KeyFiles;
import vn.lachan.app.program.LocalCluster;
import vn.lachan.app.program.ProgramVersion;

/**
 * Makes a backup of the running cluster. Whatever was committed before its end is in it: the files
 * are copied while they change, and the write-ahead log from its start to its end, copied last,
 * brings them to one and the same moment when the restored database starts.
 */
final class ClusterBackup {

  private final LocalCluster cluster;
  private final Clock clock;

  ClusterBackup(LocalCluster cluster, Clock clock) {
    this.cluster = cluster;
    this.clock = clock;
  }

  BackupManifest make(BackupFolder target, Progress progress) throws IOException, SQLException {
    try (Connection connection = cluster.connect(EmbeddedDatabase.DATABASE)) {
      var session = new BackupSession(connection);
      String id = UUID.randomUUID().toString();
      Instant startedAt = clock.instant();
      session.begin("lachan " + id);
      var copy = new ClusterCopy(cluster.files(), target, id, progress);
      ClusterFiles files = ClusterFiles.of(cluster.files());
      refuseTablespaces(files);
      copy.expect(files.bytes());
      for (ClusterFiles.Entry file : files.files()) {
        copy.file(file.path());
      }
      var rows = session.rows();
      Set<Integer> versions = masterVersions(session);
      Instant endedAt = clock.instant();
      BackupSession.End end = session.end();
      copy.text("backup_label", end.label());
      copy.writeAheadLog(end);
      target.force(copy.stored());
      var manifest =
          new BackupManifest(
              BackupManifest.FORMAT,
              id,
              ProgramVersion.own(),
              session.migrations(),
              EmbeddedDatabase.VERSION,
              System.getProperty("os.arch"),
              session.system(),
              startedAt,
              endedAt,
              end.position(),
              target.isSealed(),
              versions,
              rows,
              files.folders(),
              copy.stored());
      target.writeManifest(manifest);
      return manifest;
    }
  }

  /** The program makes no tablespace; one that somebody else made lies outside the copied files. */
  private static void refuseTablespaces(ClusterFiles files) {
    if (files.folders().stream().anyMatch(folder -> folder.startsWith("pg_tblspc/"))) {
      throw Words.refusal("tablespace");
    }
  }

  private Set<Integer> masterVersions(BackupSession session) throws SQLException {
    Set<Integer> versions = new TreeSet<>(session.masterVersions());
    var keyring = KeyFiles.readIfPresent(cluster.keys(), System.getenv());
    if (keyring != null) {
      versions.add(keyring.masterVersion());
    }
    return versions;
  }
}
