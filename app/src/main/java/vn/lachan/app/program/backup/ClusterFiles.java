package vn.lachan.app.program.backup;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which files of a running cluster belong into a backup: PostgreSQL's own list of what may be left
 * out (documentation of version 18, "Making a Base Backup Using the Low Level API"). The
 * write-ahead log is added at the end.
 *
 * @param folders all folders, also those whose content is left out: they must exist
 * @param files in the order in which they are copied; the control file is the last
 */
record ClusterFiles(List<String> folders, List<Entry> files) {
  static final String CONTROL = "global/pg_control";
  static final String WAL = "pg_wal";

  private static final Set<String> WITHOUT_CONTENT =
      Set.of(
          WAL,
          "pg_replslot",
          "pg_dynshmem",
          "pg_notify",
          "pg_serial",
          "pg_snapshots",
          "pg_stat_tmp",
          "pg_subtrans");
  private static final Set<String> LEFT_OUT =
      Set.of(
          "postmaster.pid",
          "postmaster.opts",
          "backup_label",
          "backup_manifest",
          "tablespace_map",
          "postgresql.auto.conf.tmp",
          "current_logfiles.tmp");
  private static final Pattern TEMPORARY =
      Pattern.compile("pgsql_tmp.*|pg_internal\\.init.*|t\\d+_\\d+(_\\w+)?(\\.\\d+)?");

  record Entry(String path, long bytes) {}

  static ClusterFiles of(Path cluster) throws IOException {
    List<String> folders = new ArrayList<>();
    List<Entry> files = new ArrayList<>();
    Files.walkFileTree(
        cluster,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = cluster.relativize(folder).toString();
            if (TEMPORARY.matcher(folder.getFileName().toString()).matches()) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            if (isEmptied(name) && !name.startsWith(WAL)) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            if (!name.isEmpty()) {
              folders.add(name);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = cluster.relativize(file).toString();
            if (attributes.isRegularFile() && belongs(name) && !name.equals(CONTROL)) {
              files.add(new Entry(name, attributes.size()));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure)
              throws IOException {
            if (failure instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw failure;
          }
        });
    files.add(new Entry(CONTROL, Files.size(cluster.resolve(CONTROL))));
    return new ClusterFiles(folders, files);
  }

  long bytes() {
    return files.stream().mapToLong(Entry::bytes).sum();
  }

  private static boolean belongs(String name) {
    return !isEmptied(name)
        && !LEFT_OUT.contains(name)
        && !TEMPORARY.matcher(name.substring(name.lastIndexOf('/') + 1)).matches();
  }

  /** Within a folder whose content is left out. */
  private static boolean isEmptied(String name) {
    int slash = name.indexOf('/');
    return slash > 0 && WITHOUT_CONTENT.contains(name.substring(0, slash));
  }
}
