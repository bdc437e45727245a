package vn.lachan.app.operations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.lachan.app.program.ProgramVersion;

/** Says every few seconds that this copy of the program lives, and at its end that it stops. */
@Component
class Heartbeat implements SmartLifecycle {
  private final UUID id = UUID.randomUUID();
  private final long process = ProcessHandle.current().pid();
  private final CopyTable copies;
  private final OperationsSettings settings;
  private final Clock clock;
  private final Instant startedAt;
  private volatile boolean running;

  Heartbeat(CopyTable copies, OperationsSettings settings, Clock clock) {
    this.copies = copies;
    this.settings = settings;
    this.clock = clock;
    this.startedAt = clock.instant();
  }

  UUID id() {
    return id;
  }

  @Scheduled(fixedDelayString = "${operations.heartbeat:10s}")
  void beat() {
    if (running) {
      copies.seen(id, ProgramVersion.own(), process, startedAt, clock.instant());
    }
  }

  @Scheduled(fixedDelay = 3_600_000, initialDelay = 60_000)
  void forget() {
    copies.forgetBefore(clock.instant().minus(Duration.ofDays(settings.copiesKeptDays())));
  }

  @Override
  public void start() {
    running = true;
    beat();
  }

  @Override
  public void stop() {
    running = false;
    copies.stopped(id, clock.instant());
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
