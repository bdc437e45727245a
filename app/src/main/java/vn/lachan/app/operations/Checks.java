package vn.lachan.app.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.lachan.app.program.ProgramSettings;

/**
 * The figures that tell whether something has to be done, each from the metric that its module
 * publishes: the page and an outside alarm see the same numbers.
 */
@Component
class Checks {
  private static final double MOST_WAITING_VISITS = 5_000;
  private static final double SECONDS_AN_HOUR = 3_600;

  private final MeterRegistry metrics;
  private final OperationsSettings settings;
  private final Path data;
  private final boolean drill;

  Checks(MeterRegistry metrics, OperationsSettings settings, ProgramSettings program) {
    this.metrics = metrics;
    this.settings = settings;
    this.data = program.dataFolder();
    this.drill = program.drill();
  }

  /** What needs attention first. */
  List<Check> all() {
    List<Check> checks = new ArrayList<>();
    checks.add(
        atMost("visit-queue", "visits.queue.depth", 1, MOST_WAITING_VISITS, Check.Unit.COUNT));
    checks.add(lag("trace-follower", "tracing.cursor.lag.seconds"));
    checks.add(lag("audit-seal", "audit.unsealed.age.seconds"));
    checks.add(lag("outbox", "messaging.outbox.age.seconds"));
    checks.add(
        atLeast(
            "partitions",
            "visits.partition.horizon.days",
            settings.horizonDays(),
            Check.Unit.DAYS));
    checks.add(backup());
    checks.add(
        atLeast(
            "certificate",
            "program.certificate.expiry.days",
            settings.certificateDays(),
            Check.Unit.DAYS));
    checks.add(disk());
    checks.sort(Comparator.comparing(Check::state));
    return checks;
  }

  /** Where no backup was ever made, something has to be done; a drill need not be kept. */
  private Check backup() {
    Check age =
        atMost(
            "backup",
            "program.backup.age",
            SECONDS_AN_HOUR,
            settings.backupHours(),
            Check.Unit.HOURS);
    return age.state() == Check.State.UNKNOWN && !drill
        ? new Check(age.key(), Check.State.ATTENTION, 0, age.limit(), age.unit())
        : age;
  }

  private Check lag(String key, String metric) {
    return atMost(key, metric, 1, settings.lagSeconds(), Check.Unit.SECONDS);
  }

  private Check atMost(String key, String metric, double divisor, double limit, Check.Unit unit) {
    double value = gauge(metric) / divisor;
    return check(key, value, value <= limit, limit, unit);
  }

  private Check atLeast(String key, String metric, double limit, Check.Unit unit) {
    double value = gauge(metric);
    return check(key, value, value >= limit, limit, unit);
  }

  private Check disk() {
    double percent = freePercent();
    return check(
        "disk",
        percent,
        percent >= settings.freeDiskPercent(),
        settings.freeDiskPercent(),
        Check.Unit.PERCENT);
  }

  private double freePercent() {
    try {
      Path folder = data.toAbsolutePath();
      while (!Files.exists(folder) && folder.getParent() != null) {
        folder = folder.getParent();
      }
      FileStore disk = Files.getFileStore(folder);
      return 100.0 * disk.getUsableSpace() / disk.getTotalSpace();
    } catch (IOException unreadable) {
      return Double.NaN;
    }
  }

  private static Check check(
      String key, double value, boolean good, double limit, Check.Unit unit) {
    Check.State state =
        Double.isNaN(value) ? Check.State.UNKNOWN : good ? Check.State.GOOD : Check.State.ATTENTION;
    return new Check(key, state, value, limit, unit);
  }

  private double gauge(String metric) {
    Gauge gauge = metrics.find(metric).gauge();
    return gauge == null ? Double.NaN : gauge.value();
  }
}
