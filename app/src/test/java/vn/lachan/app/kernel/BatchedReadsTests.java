package vn.lachan.app.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BatchedReadsTests {
  @Test
  void everyCallerGetsTheAnswerToTheirOwnKey() throws InterruptedException, ExecutionException {
    var statements = new AtomicInteger();
    var firstIsUnderWay = new CountDownLatch(1);
    var mayEnd = new CountDownLatch(1);
    var reads =
        new BatchedReads<Integer, String>(
            1_000,
            keys -> {
              if (statements.incrementAndGet() == 1) {
                firstIsUnderWay.countDown();
                await(mayEnd);
              }
              return evenOnes(keys);
            });
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Boolean> first = callers.submit(() -> reads.get(0).isPresent());
      firstIsUnderWay.await();
      List<Future<String>> others = new ArrayList<>();
      for (int i = 1; i <= 200; i++) {
        int key = i;
        others.add(callers.submit(() -> reads.get(key).orElse("none")));
      }
      mayEnd.countDown();
      assertThat(first.get()).isTrue();
      for (int i = 1; i <= 200; i++) {
        assertThat(others.get(i - 1).get()).isEqualTo(i % 2 == 0 ? "n" + i : "none");
      }
    }
  }

  @Test
  void aFailureReachesTheCallerAndTheNextReadWorks() {
    var fails = new AtomicInteger(1);
    var reads =
        new BatchedReads<Integer, String>(
            10,
            keys -> {
              if (fails.getAndDecrement() > 0) {
                throw new IllegalStateException("database away");
              }
              return evenOnes(keys);
            });
    assertThatThrownBy(() -> reads.get(2)).isInstanceOf(IllegalStateException.class);
    assertThat(reads.get(2)).contains("n2");
  }

  private static Map<Integer, String> evenOnes(Collection<Integer> keys) {
    Map<Integer, String> found = new HashMap<>();
    keys.stream().filter(key -> key % 2 == 0).forEach(key -> found.put(key, "n" + key));
    return found;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
