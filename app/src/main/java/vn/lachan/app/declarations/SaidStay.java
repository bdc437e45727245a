package vn.lachan.app.declarations;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody says to have been, [from, to). It is personal data: {@link #toString} shows none
 * of it.
 *
 * @param place a registered place; null where only words say which
 * @param unit an administrative unit whose name the words are; null where they are not
 * @param words keyed hashes of what the words may be the name of; empty where the place is known
 * @param whole keyed hash of all the words; null where the place is known
 * @param text the words; never stored
 */
record SaidStay(
    @Nullable Long place,
    @Nullable Integer unit,
    List<Long> words,
    @Nullable Long whole,
    String text,
    Instant from,
    Instant to) {
  SaidStay {
    words = List.copyOf(words);
  }

  @Override
  public String toString() {
    return "SaidStay";
  }
}
