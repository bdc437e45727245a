package vn.lachan.app.visits;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Refusal;

/**
 * Commits what many callers send in groups, so that a thousand visits cost one flush of the disk.
 * One thread writes; callers wait until their group is durable. The queue is bounded: beyond it a
 * caller is told to come back.
 */
@Component
class GroupCommit implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
  private static final long ANSWER_SECONDS = 30;

  /** After a group of fewer than this, nobody else is likely to come in time to wait for. */
  private static final int WORTH_WAITING = 8;

  /**
   * A group waits for company only while company keeps coming: who has to wait for the commit of
   * the group before makes the next one large enough.
   */
  private static final long QUIET_NANOS = 100_000;

  private final VisitStore store;
  private final VisitsSettings settings;
  private final VisitMetrics metrics;
  private final LinkedBlockingQueue<Sent> queue = new LinkedBlockingQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private volatile boolean open;
  private volatile @Nullable Thread writer;

  private record Sent(
      List<? extends VisitMessage> messages, CompletableFuture<List<Outcome>> answer) {}

  GroupCommit(VisitStore store, VisitsSettings settings, VisitMetrics metrics) {
    this.store = store;
    this.settings = settings;
    this.metrics = metrics;
    metrics.gauge("visits.queue.depth", waiting::get);
  }

  /**
   * Stores messages of one caller, which may be more than one group.
   *
   * @return the outcome of each, all durable
   * @throws Refusal {@code visits.queue-full} before anything is queued; {@code visits.unavailable}
   *     when the database did not answer, which leaves it open whether they were stored
   */
  List<Outcome> submit(List<? extends VisitMessage> messages) {
    if (messages.isEmpty()) {
      return List.of();
    }
    reserve(messages.size());
    List<Sent> parts = parts(messages);
    queue.addAll(parts);
    List<Outcome> outcomes = new ArrayList<>(messages.size());
    parts.forEach(part -> outcomes.addAll(answer(part)));
    return outcomes;
  }

  Outcome submit(VisitMessage message) {
    return submit(List.of(message)).getFirst();
  }

  @Override
  public void start() {
    open = true;
    writer = Thread.ofPlatform().name("visits-writer").start(this::run);
  }

  /** Everything that is queued is still committed. */
  @Override
  public void stop() {
    open = false;
    Thread thread = writer;
    if (thread != null) {
      queue.add(new Sent(List.of(), new CompletableFuture<>()));
      try {
        thread.join(TimeUnit.SECONDS.toMillis(ANSWER_SECONDS));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return open;
  }

  /** Before the web server takes requests, and after it has answered the last. */
  @Override
  public int getPhase() {
    return 0;
  }

  private void reserve(int size) {
    if (open && waiting.addAndGet(size) <= settings.queueVisits()) {
      return;
    }
    if (open) {
      waiting.addAndGet(-size);
    }
    throw new Refusal(Refusal.Kind.UNAVAILABLE, "visits.queue-full");
  }

  private List<Sent> parts(List<? extends VisitMessage> messages) {
    List<Sent> parts = new ArrayList<>();
    for (int from = 0; from < messages.size(); from += settings.groupVisits()) {
      int to = Math.min(messages.size(), from + settings.groupVisits());
      parts.add(new Sent(messages.subList(from, to), new CompletableFuture<>()));
    }
    return parts;
  }

  private static List<Outcome> answer(Sent part) {
    try {
      return part.answer().get(ANSWER_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal(Refusal.Kind.UNAVAILABLE, "visits.unavailable");
    } catch (ExecutionException | TimeoutException e) {
      throw new Refusal(Refusal.Kind.UNAVAILABLE, "visits.unavailable");
    }
  }

  private void run() {
    int lastSize = 0;
    while (open || !queue.isEmpty()) {
      try {
        List<Sent> group = nextGroup(lastSize >= WORTH_WAITING);
        lastSize = group.stream().mapToInt(sent -> sent.messages().size()).sum();
        commit(group, lastSize);
      } catch (InterruptedException e) {
        LOG.error("The writer of visits was interrupted; the program must be started again");
        open = false;
        return;
      }
    }
  }

  private List<Sent> nextGroup(boolean wait) throws InterruptedException {
    List<Sent> group = new ArrayList<>();
    Sent next = queue.take();
    long deadline =
        System.nanoTime() + (wait ? TimeUnit.MILLISECONDS.toNanos(settings.groupMillis()) : 0);
    int size = 0;
    while (next != null) {
      group.add(next);
      size += next.messages().size();
      Sent following = queue.peek();
      if (following != null && size + following.messages().size() > settings.groupVisits()) {
        return group;
      }
      next =
          size >= settings.groupVisits()
              ? null
              : queue.poll(
                  Math.min(deadline - System.nanoTime(), QUIET_NANOS), TimeUnit.NANOSECONDS);
    }
    return group;
  }

  private void commit(List<Sent> group, int size) {
    List<VisitMessage> messages = new ArrayList<>(size);
    group.forEach(sent -> messages.addAll(sent.messages()));
    long begun = System.nanoTime();
    try {
      List<Outcome> outcomes = store.append(messages).outcomes();
      metrics.committed(size, System.nanoTime() - begun);
      int from = 0;
      for (Sent sent : group) {
        int to = from + sent.messages().size();
        sent.answer().complete(outcomes.subList(from, to));
        from = to;
      }
    } catch (RuntimeException e) {
      // The one writer serves every caller, so whatever went wrong is theirs to hear, not its end.
      LOG.error("A group of {} visits was not committed: {}", size, e.getClass().getSimpleName());
      group.forEach(sent -> sent.answer().completeExceptionally(e));
    } finally {
      waiting.addAndGet(-size);
    }
  }
}
