package vn.lachan.app.messaging;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.lachan.app.messaging.Channel.Outcome;

/** What the outbox sends to browsers: resolved by its owner, and its end told to the owner. */
@Component
class PushDelivery {
  /** The name of this way among the tries. */
  static final String CHANNEL = "push";

  private final Map<String, PushSource> sources;
  private final PushService service;

  PushDelivery(List<PushSource> sources, PushService service) {
    this.sources =
        sources.stream().collect(Collectors.toMap(PushSource::owner, Function.identity()));
    this.service = service;
  }

  Set<String> owners() {
    return sources.keySet();
  }

  Optional<PushMessage> resolve(Reference reference) {
    return source(reference).resolve(reference.template(), reference.number());
  }

  Outcome deliver(Reference reference, PushMessage message, Instant now) {
    Outcome outcome = service.send(message);
    if (outcome == Outcome.GONE) {
      source(reference).ended(reference.template(), reference.number(), now);
    }
    return outcome;
  }

  private PushSource source(Reference reference) {
    return Objects.requireNonNull(sources.get(reference.owner()));
  }
}
