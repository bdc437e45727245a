package vn.lachan.app.messaging;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class Outbox implements Messages {
  private final OutboxTable outbox;
  private final List<Channel> channels;
  private final SimulatedHandset handset;
  private final Clock clock;

  Outbox(OutboxTable outbox, List<Channel> channels, SimulatedHandset handset, Clock clock) {
    this.outbox = outbox;
    this.channels = List.copyOf(channels);
    this.handset = handset;
    this.clock = clock;
  }

  @Override
  @Transactional
  public void send(Reference reference) {
    outbox.insert(reference, clock.instant());
  }

  @Override
  public boolean canSend() {
    return channels.stream().anyMatch(Channel::isReady);
  }

  @Override
  public List<HandsetMessage> handset(int rows) {
    return handset.latest(rows);
  }
}
