package vn.lachan.app.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lachan.app.messaging.Channel.Outcome;
import vn.lachan.app.messaging.OutboxTable.Taken;

/**
 * Sends what lies in the outbox. A try is written down before the outside is called and again after
 * it, with no database connection held in between, so that a program that dies on the way leaves a
 * try without an end: its outcome is unknown, and only a template that allows it is sent again.
 */
@Component
class Sender {
  private static final Duration FORGET_EVERY = Duration.ofHours(6);

  private final OutboxTable outbox;
  private final List<Channel> channels;
  private final Map<String, ContentSource> sources;
  private final PushDelivery pushes;
  private final Texts texts;
  private final MessagingSettings settings;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private Instant forgotten = Instant.EPOCH;

  Sender(
      OutboxTable outbox,
      List<Channel> channels,
      List<ContentSource> sources,
      PushDelivery pushes,
      Texts texts,
      MessagingSettings settings,
      PlatformTransactionManager manager,
      Clock clock) {
    this.outbox = outbox;
    this.channels = List.copyOf(channels);
    this.sources =
        sources.stream().collect(Collectors.toMap(ContentSource::owner, Function.identity()));
    this.pushes = pushes;
    this.texts = texts;
    this.settings = settings;
    this.transactions = new TransactionTemplate(manager);
    this.clock = clock;
  }

  /** Takes one batch after the other until nothing is due. */
  @Scheduled(fixedDelayString = "${messaging.poll-milliseconds:500}")
  void sendDue() {
    while (sendBatch(clock.instant()) == settings.batchMessages()) {
      Thread.onSpinWait();
    }
    forgetOld(clock.instant());
  }

  /**
   * The messages taken; each is sent by a thread of its own. Without a way to phones, what goes to
   * browsers goes all the same.
   */
  int sendBatch(Instant now) {
    Channel channel = channels.stream().filter(Channel::isReady).findFirst().orElse(null);
    if (channel == null && pushes.owners().isEmpty()) {
      return 0;
    }
    Set<String> owners = channel == null ? pushes.owners() : null;
    List<Taken> taken =
        required(
            transactions.execute(
                status ->
                    outbox.take(
                        settings.batchMessages(), now, now.plus(settings.lease()), owners)));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      taken.forEach(message -> threads.execute(() -> deliver(message, channel, now)));
    }
    return taken.size();
  }

  private void deliver(Taken message, @Nullable Channel channel, Instant now) {
    if (message.isUnfinished()) {
      transactions.executeWithoutResult(status -> outbox.markUnknown(message.number(), now));
      if (!mayRepeat(message)) {
        transactions.executeWithoutResult(status -> outbox.setNext(message.number(), null));
        return;
      }
    }
    Outcome outcome =
        channel == null || pushes.owners().contains(message.reference().owner())
            ? toBrowser(message, now)
            : toPhone(message, channel, now);
    transactions.executeWithoutResult(
        status -> outbox.setNext(message.number(), next(message, outcome, now)));
  }

  private Outcome toBrowser(Taken message, Instant now) {
    Optional<PushMessage> push = pushes.resolve(message.reference());
    return tried(
        message,
        PushDelivery.CHANNEL,
        now,
        () ->
            push.map(found -> pushes.deliver(message.reference(), found, now))
                .orElse(Outcome.GONE));
  }

  private Outcome toPhone(Taken message, Channel channel, Instant now) {
    Optional<Outgoing> outgoing = resolve(message.reference());
    return tried(
        message,
        channel.name(),
        now,
        () ->
            outgoing
                .map(
                    content ->
                        channel.send(content.phone(), texts.of(message.reference(), content)))
                .orElse(Outcome.GONE));
  }

  private Outcome tried(Taken message, String channel, Instant now, Supplier<Outcome> act) {
    long delivery =
        required(transactions.execute(status -> outbox.begin(message.number(), channel, now)));
    Outcome outcome = act.get();
    transactions.executeWithoutResult(status -> outbox.end(delivery, outcome, clock.instant()));
    return outcome;
  }

  private @Nullable Instant next(Taken message, Outcome outcome, Instant now) {
    boolean again =
        message.attempts() < settings.triesAtMost()
            && (outcome == Outcome.LATER || (outcome == Outcome.UNKNOWN && mayRepeat(message)));
    return again
        ? now.plus(settings.firstPause().multipliedBy(1L << (message.attempts() - 1)))
        : null;
  }

  private Optional<Outgoing> resolve(Reference reference) {
    return source(reference).flatMap(s -> s.resolve(reference.template(), reference.number()));
  }

  /** What a browser got twice it shows once. */
  private boolean mayRepeat(Taken message) {
    if (pushes.owners().contains(message.reference().owner())) {
      return true;
    }
    return source(message.reference())
        .filter(source -> source.mayRepeat(message.reference().template()))
        .isPresent();
  }

  private Optional<ContentSource> source(Reference reference) {
    return Optional.ofNullable(sources.get(reference.owner()));
  }

  private void forgetOld(Instant now) {
    if (forgotten.plus(FORGET_EVERY).isBefore(now)) {
      forgotten = now;
      outbox.forgetFinishedBefore(now.minus(Duration.ofDays(settings.keepDays())));
    }
  }

  private static <T> T required(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("A transaction gave nothing");
    }
    return value;
  }
}
