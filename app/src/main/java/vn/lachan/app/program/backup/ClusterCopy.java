package vn.lachan.app.program.backup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of a cluster on their way into a backup. */
final class ClusterCopy {
  private static final Pattern SEGMENT = Pattern.compile("[0-9A-F]{24}");
  private static final Pattern START =
      Pattern.compile("START WAL LOCATION: \\S+ \\(file (\\w+)\\)");

  private final Path cluster;
  private final BackupFolder target;
  private final String id;
  private final Progress progress;
  private final List<BackupManifest.StoredFile> stored = new ArrayList<>();
  private long done;
  private long total;

  ClusterCopy(Path cluster, BackupFolder target, String id, Progress progress) {
    this.cluster = cluster;
    this.target = target;
    this.id = id;
    this.progress = progress;
  }

  List<BackupManifest.StoredFile> stored() {
    return stored;
  }

  void expect(long bytes) {
    total += bytes;
  }

  /** A table dropped meanwhile takes its files along; the write-ahead log knows. */
  void file(String path) throws IOException {
    Path file = cluster.resolve(path);
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
    try (Stream<Path> files = Files.list(cluster.resolve(ClusterFiles.WAL))) {
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
