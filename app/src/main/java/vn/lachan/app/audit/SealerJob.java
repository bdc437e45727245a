package vn.lachan.app.audit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import vn.lachan.app.program.OperatingException;

/**
 * Seals what waits, every second, and appends the head to a file outside the database. A failure is
 * counted and tried again; entries meanwhile wait and are named as the unsealed tail.
 */
@Component
class SealerJob {
  /** So that a first run over an old record leaves the scheduler to others now and then. */
  private static final int BLOCKS_AT_ONCE = 5;

  private static final Logger LOG = LoggerFactory.getLogger(SealerJob.class);

  private final Sealer sealer;
  private final BlockTable blocks;
  private final HeadFile file;
  private final AuditSettings settings;
  private final Clock clock;
  private final Counter sealed;
  private final Counter failures;
  private final AtomicBoolean failing = new AtomicBoolean();
  private long anchored;
  private Instant anchoredAt = Instant.EPOCH;

  SealerJob(
      Sealer sealer,
      BlockTable blocks,
      SealTable table,
      HeadFile file,
      AuditSettings settings,
      MeterRegistry metrics,
      Clock clock) {
    this.sealer = sealer;
    this.blocks = blocks;
    this.file = file;
    this.settings = settings;
    this.clock = clock;
    this.sealed = Counter.builder("audit.seal.entries").register(metrics);
    this.failures = Counter.builder("audit.seal.failures").register(metrics);
    Gauge.builder("audit.unsealed.entries", table::countWaiting).register(metrics);
    Gauge.builder("audit.unsealed.age.seconds", () -> ageSeconds(table)).register(metrics);
  }

  @Scheduled(fixedDelayString = "${audit.seal-every:1s}")
  void seal() {
    try {
      for (int block = 0; block < BLOCKS_AT_ONCE; block++) {
        Sealer.Turn turn = sealer.seal(clock.instant());
        sealed.increment(turn.entries());
        if (!turn.more()) {
          break;
        }
      }
      failing.set(false);
    } catch (DataAccessException | TransactionException | OperatingException e) {
      failed("Entries wait unsealed", e);
    }
  }

  /** Appends the head when it has changed. Every copy writes its own file. */
  @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
  void anchor() {
    Instant now = clock.instant();
    boolean due = !now.isBefore(anchoredAt.plus(Duration.ofMinutes(settings.anchorMinutes())));
    if (settings.anchorMinutes() == 0 || !due) {
      return;
    }
    try {
      blocks.last().filter(block -> block.number() > anchored).ifPresent(this::append);
      anchoredAt = now;
    } catch (DataAccessException | UncheckedIOException e) {
      failed("The head of the audit record could not be written outside", e);
    }
  }

  private void append(Block block) {
    file.append(block.head());
    anchored = block.number();
  }

  /** Logged once, counted each time. */
  private void failed(String what, RuntimeException failure) {
    failures.increment();
    if (failing.compareAndSet(false, true)) {
      LOG.error(what, failure);
    }
  }

  private long ageSeconds(SealTable table) {
    return table
        .oldestWaiting()
        .map(oldest -> Math.max(0, Duration.between(oldest, clock.instant()).toSeconds()))
        .orElse(0L);
  }
}
