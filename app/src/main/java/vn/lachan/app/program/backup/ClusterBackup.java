package vn.lachan.app.program.backup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
  private static final Pattern START =
      Pattern.compile("START WAL LOCATION: \\S+ \\(file (\\w+)\\)");
  private static final Pattern SEGMENT = Pattern.compile("[0-9A-F]{24}");

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
      var copy = new Copy(target, id, progress);
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
      target.force(copy.stored);
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
              copy.stored);
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

  /** What is copied so far. */
  private final class Copy {
    private final BackupFolder target;
    private final String id;
    private final Progress progress;
    private final List<BackupManifest.StoredFile> stored = new ArrayList<>();
    private long done;
    private long total;

    Copy(BackupFolder target, String id, Progress progress) {
      this.target = target;
      this.id = id;
      this.progress = progress;
    }

    void expect(long bytes) {
      total += bytes;
    }

    /** A table dropped meanwhile takes its files along; the write-ahead log knows. */
    void file(String path) throws IOException {
      Path file = cluster.files().resolve(path);
      try (InputStream source =
          path.equals(ClusterFiles.CONTROL) ? unchanged(file) : Files.newInputStream(file)) {
        add(target.store(id, path, source));
      } catch (NoSuchFileException e) {
        if (Files.exists(file)) {
          throw e;
        }
      }
    }

    void text(String path, String content) throws IOException {
      byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
      add(target.store(id, path, new ByteArrayInputStream(bytes)));
    }

    void writeAheadLog(BackupSession.End end) throws IOException {
      Matcher start = START.matcher(end.label());
      if (!start.find()) {
        throw new IllegalStateException("No start in the backup label");
      }
      List<Path> segments = segments(start.group(1), end.lastSegment());
      for (Path segment : segments) {
        expect(Files.size(segment));
      }
      for (Path segment : segments) {
        file(ClusterFiles.WAL + "/" + segment.getFileName());
      }
    }

    private List<Path> segments(String first, String last) throws IOException {
      try (Stream<Path> files = Files.list(cluster.files().resolve(ClusterFiles.WAL))) {
        return files
            .filter(file -> belongs(file.getFileName().toString(), first, last))
            .sorted()
            .toList();
      }
    }

    private static boolean belongs(String name, String first, String last) {
      return name.endsWith(".history")
          || (SEGMENT.matcher(name).matches()
              && name.compareTo(first) >= 0
              && name.compareTo(last) <= 0);
    }

    private void add(BackupManifest.StoredFile file) {
      stored.add(file);
      done += file.bytes();
      progress.at(done, Math.max(done, total));
    }

    /** The control file is rewritten in place: it is read until it stands still. */
    private static InputStream unchanged(Path file) throws IOException {
      byte[] content = Files.readAllBytes(file);
      for (byte[] again = Files.readAllBytes(file);
          !Arrays.equals(content, again);
          again = Files.readAllBytes(file)) {
        content = again;
      }
      return new ByteArrayInputStream(content);
    }
  }
}
