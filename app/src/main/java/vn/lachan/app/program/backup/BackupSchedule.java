package vn.lachan.app.program.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import vn.lachan.app.program.LocalCluster;
import vn.lachan.app.program.OperatingException;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.app.program.backup.Words.BackupRefusal;

/**
 * Makes the backups that the settings ask for and takes the oldest away. Only the copy of the
 * program that brought the database along makes them; one at a time, by a lock in the database.
 */
@Component
class BackupSchedule {
  private static final Logger LOG = LoggerFactory.getLogger(BackupSchedule.class);
  private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
  private static final Pattern NAMES = Pattern.compile("lachan-\\d{8}-\\d{6}");

  private final @Nullable LocalCluster cluster;
  private final BackupSettings settings;
  private final ProgramSettings program;
  private final BackupTable table;
  private final Clock clock;
  private final ReentrantLock running = new ReentrantLock();

  BackupSchedule(
      ObjectProvider<LocalCluster> cluster,
      BackupSettings settings,
      ProgramSettings program,
      BackupTable table,
      Clock clock) {
    this.cluster = cluster.getIfAvailable();
    this.settings = settings;
    this.program = program;
    this.table = table;
    this.clock = clock;
    if (settings.folder() != null && External.isUsed()) {
      throw new OperatingException(Words.both("program.backup.refusal.external"));
    }
  }

  /** By the clock, on a thread of its own: a long backup holds up no other work. */
  @Scheduled(cron = "20 * * * * *")
  void makeWhatIsDue() {
    Path folder = settings.folder();
    if (cluster == null || folder == null || !running.tryLock()) {
      return;
    }
    try {
      Instant now = clock.instant();
      var plan = new BackupPlan(settings.every(), settings.at(), program.zone());
      if (plan.isDue(now, table.lastScheduled(true), table.lastScheduled(false))) {
        make(cluster, folder, now);
      }
    } finally {
      running.unlock();
    }
  }

  private void make(LocalCluster source, Path folder, Instant now) {
    String name = "lachan-" + NAME.format(now.atZone(program.zone()));
    try {
      Files.createDirectories(folder);
      Path key = settings.key();
      BackupCipher cipher = key == null ? null : BackupCipher.read(key);
      new RecordedBackup(source, clock, true)
          .make(folder.resolve(name), cipher, (done, total) -> {});
      prune(folder);
    } catch (BackupRefusal e) {
      LOG.error("backup {} was not made: {}", name, e.code());
    } catch (IOException | SQLException e) {
      LOG.error("backup {} was not made", name, e);
    }
  }

  /** Keeps the newest whole ones; what never became whole goes as well. */
  private void prune(Path folder) throws IOException {
    List<Path> oldestLast;
    try (Stream<Path> entries = Files.list(folder)) {
      oldestLast =
          entries
              .filter(entry -> NAMES.matcher(entry.getFileName().toString()).matches())
              .sorted(Comparator.reverseOrder())
              .toList();
    }
    int whole = 0;
    for (Path backup : oldestLast) {
      if (BackupFolder.isWhole(backup) && whole < settings.keep()) {
        whole++;
      } else {
        FileSystemUtils.deleteRecursively(backup);
      }
    }
  }
}
