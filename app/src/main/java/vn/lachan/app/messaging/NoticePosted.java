package vn.lachan.app.messaging;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A module has something to tell a person; heard in the transaction that posts it.
 *
 * @param key what it is about; a person is told once of it. Null where each posting is a new one
 */
public record NoticePosted(
    long person, String template, List<String> arguments, @Nullable String key, Instant at) {
  public NoticePosted {
    arguments = List.copyOf(arguments);
  }
}
