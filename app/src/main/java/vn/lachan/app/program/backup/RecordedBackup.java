package vn.lachan.app.program.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import vn.lachan.app.program.EmbeddedDatabase;
import vn.lachan.app.program.LocalCluster;
import vn.lachan.app.program.backup.Words.BackupRefusal;

/** Makes a backup and writes down what became of it, so that an operator sees it. */
final class RecordedBackup {
  private final LocalCluster cluster;
  private final Clock clock;
  private final boolean scheduled;

  RecordedBackup(LocalCluster cluster, Clock clock, boolean scheduled) {
    this.cluster = cluster;
    this.clock = clock;
    this.scheduled = scheduled;
  }

  BackupManifest make(Path target, @Nullable BackupCipher cipher, Progress progress)
      throws IOException, SQLException {
    Instant startedAt = clock.instant();
    String result = "failed";
    BackupFolder folder = null;
    BackupManifest made = null;
    try {
      folder = BackupFolder.begin(target, cipher);
      made = new ClusterBackup(cluster, clock).make(folder, progress);
      result = "whole";
      return made;
    } catch (BackupRefusal e) {
      result = e.code();
      throw e;
    } finally {
      if (folder != null && made == null) {
        folder.discard();
      }
      record(startedAt, target, result, made);
    }
  }

  private void record(Instant startedAt, Path target, String result, @Nullable BackupManifest made)
      throws SQLException {
    try (Connection connection = cluster.connect(EmbeddedDatabase.DATABASE)) {
      var table =
          new BackupTable(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
      if (table.exists()) {
        table.insert(
            startedAt,
            clock.instant(),
            scheduled,
            Objects.requireNonNull(target.getFileName()).toString(),
            made == null ? null : made.storedBytes(),
            made == null ? null : made.files().size(),
            result);
      }
    }
  }
}
