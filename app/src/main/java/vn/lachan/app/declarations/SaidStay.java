package vn.lachan.app.declarations;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody says to have been, [from, to).
 *
 * @param place a registered place; null where only words say which
 * @param words keyed hashes of what the words may be the name of; empty where the place is known
 */
record SaidStay(@Nullable Long place, List<Long> words, Instant from, Instant to) {
  SaidStay {
    words = List.copyOf(words);
  }
}
