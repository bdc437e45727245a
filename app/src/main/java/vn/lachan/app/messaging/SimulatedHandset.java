package vn.lachan.app.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.lachan.app.program.ProgramSettings;

/**
 * The drill's phone: every message arrives here and nowhere else, in memory, for a short while. In
 * a drill it goes before any gateway, so that a drill can never reach a real phone.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SimulatedHandset implements Channel {
  private final ProgramSettings program;
  private final MessagingSettings settings;
  private final Clock clock;
  private final Deque<HandsetMessage> messages = new ArrayDeque<>();

  SimulatedHandset(ProgramSettings program, MessagingSettings settings, Clock clock) {
    this.program = program;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "handset";
  }

  @Override
  public boolean isReady() {
    return program.drill();
  }

  @Override
  public synchronized Outcome send(String phone, String text) {
    messages.addFirst(new HandsetMessage(clock.instant(), phone, text));
    while (messages.size() > settings.handsetMessages()) {
      messages.removeLast();
    }
    return Outcome.SENT;
  }

  /** The latest first. */
  synchronized List<HandsetMessage> latest(int rows) {
    Instant oldest = clock.instant().minus(Duration.ofMinutes(settings.handsetMinutes()));
    messages.removeIf(message -> message.at().isBefore(oldest));
    return messages.stream().limit(rows).toList();
  }
}
