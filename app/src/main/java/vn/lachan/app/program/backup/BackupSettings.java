package vn.lachan.app.program.backup;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.lachan.app.program.OperatingException;

/**
 * Backups that the program makes by itself.
 *
 * @param folder where they go, each into a folder named by its time; nothing is made without one
 * @param every how often, from an hour to a week
 * @param at the local time of day from which the intervals are counted
 * @param keep how many whole ones are kept; with one a day, 14 keeps the promise that a destroyed
 *     person is gone from every backup after {@code keyRetentionDays}
 * @param key file of a key that seals them ({@code ./lachan backup --make-key}); without it whoever
 *     holds the folder can read everything but sealed identity
 */
@ConfigurationProperties("program.backup")
public record BackupSettings(
    @Nullable Path folder,
    @DefaultValue("24h") Duration every,
    @DefaultValue("01:30") LocalTime at,
    @DefaultValue("14") int keep,
    @Nullable Path key) {
  private static final Duration SHORTEST = Duration.ofHours(1);
  private static final Duration LONGEST = Duration.ofDays(7);
  private static final int KEEP_MOST = 1000;

  public BackupSettings {
    if (every.compareTo(SHORTEST) < 0 || every.compareTo(LONGEST) > 0) {
      throw new OperatingException("program.backup.every must be from 1h to 7d, not " + every);
    }
    if (keep < 1 || keep > KEEP_MOST) {
      throw new OperatingException("program.backup.keep must be from 1 to 1000, not " + keep);
    }
  }
}
