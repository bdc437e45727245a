package vn.lachan.app.program.backup;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.lachan.app.program.Backups;
import vn.lachan.app.program.LocalCluster;

/** Reads what is known of the backups, and tells the age of the last one to whoever watches. */
@Component
class StoredBackups implements Backups {
  private static final int LIST_MOST = 200;

  private final BackupTable table;
  private final BackupSettings settings;
  private final boolean embedded;

  StoredBackups(
      BackupTable table,
      BackupSettings settings,
      ObjectProvider<LocalCluster> cluster,
      MeterRegistry registry,
      Clock clock) {
    this.table = table;
    this.settings = settings;
    this.embedded = cluster.getIfAvailable() != null;
    Gauge.builder("program.backup.age", this, backups -> backups.ageSeconds(clock.instant()))
        .baseUnit("seconds")
        .description("Since the end of the last whole backup; not a number while there is none")
        .register(registry);
  }

  @Override
  public List<BackupView> latest(int limit) {
    return table.latest(Math.min(limit, LIST_MOST));
  }

  @Override
  public Optional<Instant> lastWhole() {
    return table.lastWhole();
  }

  @Override
  public Plan plan() {
    boolean planned = embedded && settings.folder() != null;
    return new Plan(embedded, planned ? settings.every() : null, settings.keep());
  }

  private double ageSeconds(Instant now) {
    return table
        .lastWhole()
        .map(ended -> (double) Duration.between(ended, now).toSeconds())
        .orElse(Double.NaN);
  }
}
