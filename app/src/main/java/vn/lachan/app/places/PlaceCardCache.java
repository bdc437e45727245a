package vn.lachan.app.places;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Cards for the gates, which look thousands up a second. Bounded, and every entry dies after
 * {@value #SECONDS} seconds at the latest, so that what another copy of the program closed is
 * closed here too by then; what this copy changes it forgets at once. That a place is absent is
 * kept as well, so that made-up codes do not reach the database each time.
 */
@Component
class PlaceCardCache {
  static final int SECONDS = 5;
  static final int ENTRIES_MOST = 50_000;

  private record Kept(Optional<PlaceCard> card, long untilMillis) {}

  private final Clock clock;
  private final ConcurrentHashMap<Object, Kept> kept = new ConcurrentHashMap<>();

  PlaceCardCache(Clock clock) {
    this.clock = clock;
  }

  /** The key is a place's number or a code; the two never equal each other. */
  <K> Optional<PlaceCard> get(K key, Function<? super K, Optional<PlaceCard>> read) {
    long now = clock.millis();
    Kept found = kept.get(key);
    if (found != null && now < found.untilMillis()) {
      return found.card();
    }
    Optional<PlaceCard> card = read.apply(key);
    makeRoom(now);
    kept.put(key, new Kept(card, now + SECONDS * 1_000L));
    return card;
  }

  void forget(PlaceCard card) {
    kept.remove(card.number());
    kept.remove(card.code());
  }

  private void makeRoom(long now) {
    if (kept.size() < ENTRIES_MOST) {
      return;
    }
    kept.values().removeIf(entry -> entry.untilMillis() <= now);
    if (kept.size() >= ENTRIES_MOST) {
      kept.clear();
    }
  }
}
