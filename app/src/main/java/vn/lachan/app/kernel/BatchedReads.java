package vn.lachan.app.kernel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Joins single reads that many callers make at once into one statement: while one is under way, the
 * next ones gather. Nobody waits for company, so a lone caller pays nothing. What is read is
 * committed data; a caller inside a transaction of its own must read by itself.
 */
public final class BatchedReads<K, V> {
  private final int keysMost;
  private final Function<Collection<K>, Map<K, V>> read;
  private final ConcurrentLinkedQueue<Ask<K, V>> asked = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean reading = new AtomicBoolean();

  private record Ask<K, V>(K key, CompletableFuture<Optional<V>> answer) {}

  /**
   * @param keysMost keys of one statement at most
   * @param read answers the keys that exist
   */
  public BatchedReads(int keysMost, Function<Collection<K>, Map<K, V>> read) {
    this.keysMost = keysMost;
    this.read = read;
  }

  public Optional<V> get(K key) {
    var ask = new Ask<K, V>(key, new CompletableFuture<>());
    asked.add(ask);
    readSome();
    try {
      return ask.answer().join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private void readSome() {
    if (!reading.compareAndSet(false, true)) {
      return;
    }
    try {
      answer(taken());
    } finally {
      reading.set(false);
    }
    if (!asked.isEmpty()) {
      Thread.startVirtualThread(this::readSome);
    }
  }

  private List<Ask<K, V>> taken() {
    List<Ask<K, V>> taken = new ArrayList<>();
    @Nullable Ask<K, V> ask = asked.poll();
    while (ask != null) {
      taken.add(ask);
      ask = taken.size() < keysMost ? asked.poll() : null;
    }
    return taken;
  }

  private void answer(List<Ask<K, V>> asks) {
    if (asks.isEmpty()) {
      return;
    }
    Map<K, Boolean> keys = new LinkedHashMap<>();
    asks.forEach(ask -> keys.put(ask.key(), true));
    try {
      Map<K, V> found = read.apply(keys.keySet());
      asks.forEach(ask -> ask.answer().complete(Optional.ofNullable(found.get(ask.key()))));
    } catch (RuntimeException e) {
      // Each caller hears it; none is left waiting.
      asks.forEach(ask -> ask.answer().completeExceptionally(e));
    }
  }
}
