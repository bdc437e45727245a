package vn.lachan.app.program;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of the backups of this database, for the operator's pages. */
public interface Backups {
  /** The latest first. */
  List<BackupView> latest(int limit);

  /** When the newest whole backup ended. */
  Optional<Instant> lastWhole();

  /** The plan, as the settings say it; every is null where none is made by itself. */
  Plan plan();

  /**
   * One backup that was tried.
   *
   * @param scheduled made by itself, not by the command
   * @param folder its name, without the folders above it
   * @param bytes what it takes on the disk; null where it failed
   * @param result {@code whole}, or why there is none
   */
  record BackupView(
      long number,
      Instant startedAt,
      Instant endedAt,
      boolean scheduled,
      String folder,
      @Nullable Long bytes,
      @Nullable Integer files,
      String result) {
    public boolean whole() {
      return result.equals("whole");
    }
  }

  /**
   * How backups are made by themselves.
   *
   * @param embedded whether the database is the program's own; another one has its own tools
   */
  record Plan(boolean embedded, @Nullable Duration every, int keep) {}
}
